import { useSyncExternalStore } from 'react'
import type { Id } from '#domain/kernel/id'
import { readStored, writeStored } from '../../platform/storage'

const nameOf = (person: Id<'person'>) => `street:${person}`
const watchers = new Set<() => void>()

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => {
    watchers.delete(tell)
  }
}

/** The street this person chose to follow, kept on this phone; null: not chosen, the server takes that of their newest report. */
export const useOwnStreet = (person: Id<'person'>) => {
  const read = (): Id<'street'> | null => {
    const stored = readStored(nameOf(person))
    return typeof stored === 'string' ? (stored as Id<'street'>) : null
  }
  const street = useSyncExternalStore(watch, read, read)
  const choose = (chosen: Id<'street'>) => {
    writeStored(nameOf(person), chosen)
    watchers.forEach((tell) => {
      tell()
    })
  }
  return { street, choose }
}
