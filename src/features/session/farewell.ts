import { useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()
let left = false

const become = (next: boolean) => {
  left = next
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

/** The account is gone: the guide that comes up next says so. */
export const sayFarewell = (): void => {
  become(true)
}

export const endFarewell = (): void => {
  become(false)
}

export const useFarewell = (): boolean =>
  useSyncExternalStore(
    watch,
    () => left,
    () => left,
  )
