import { useSyncExternalStore } from 'react'

export type SnapView = 'work' | 'snap'

const watchers = new Set<() => void>()
let shown: SnapView = 'work'

/** Which side of the third tab whoever works on reports sees; other pages lead to either. */
export const showSnapTab = (view: SnapView): void => {
  shown = view
  watchers.forEach((tell) => {
    tell()
  })
}

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => {
    watchers.delete(tell)
  }
}
const current = (): SnapView => shown

export const useSnapTab = (): SnapView => useSyncExternalStore(watch, current, current)
