import { useSyncExternalStore } from 'react'
import { reportLimits } from '#domain/submission'
import { readStored, writeStored } from '../../platform/storage'
import { draftFrom, draftName, type Draft } from './draft'

const watchers = new Set<() => void>()
let count = 0

/** What somebody said becomes the beginning of a report; what stood in the draft before stays. */
export const prefillReport = (words: string, from: NonNullable<Draft['from']>): void => {
  const draft = draftFrom(readStored(draftName))
  const both = [draft.words.trim(), words.trim()].filter((part) => part !== '').join('\n')
  writeStored(draftName, {
    ...draft,
    words: draft.words.includes(words) ? draft.words : both.slice(0, reportLimits.words),
    from,
  })
  count += 1
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
const current = (): number => count

/** Rises with each: the form, which stays mounted behind its tab, is begun anew. */
export const usePrefills = (): number => useSyncExternalStore(watch, current, current)
