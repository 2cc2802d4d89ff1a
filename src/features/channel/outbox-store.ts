import { useMemo, useSyncExternalStore } from 'react'
import type { Id } from '#domain/kernel/id'
import { dropPhoto } from '../../platform/media'
import { heedStored, readStored, writeStored } from '../../platform/storage'
import { outboxFrom, put, remove, type Outbox, type Outgoing } from './outbox'

const NAME = 'channel-outbox'
const watchers = new Set<() => void>()
let held: Outbox = []

const tellAll = () => {
  watchers.forEach((tell) => {
    tell()
  })
}

/** As it lies in storage, which may have been emptied for the next person; the same object as long as it says the same. */
export const readOutbox = (): Outbox => {
  const stored = outboxFrom(readStored(NAME))
  if (JSON.stringify(stored) !== JSON.stringify(held)) held = stored
  return held
}

/** Reads before it writes: another tab of this browser may have written meanwhile. */
export const changeOutbox = (change: (outbox: Outbox) => Outbox): void => {
  const before = outboxFrom(readStored(NAME))
  const after = change(before)
  if (after === before) return
  held = after
  writeStored(NAME, after)
  tellAll()
}

const watch = (tell: () => void) => {
  watchers.add(tell)
  const stop = heedStored(NAME, (value) => {
    held = outboxFrom(value)
    tellAll()
  })
  return () => {
    watchers.delete(tell)
    stop()
  }
}

export const useOutbox = (channel: Id<'channel'>): Outbox => {
  const outbox = useSyncExternalStore(watch, readOutbox, readOutbox)
  return useMemo(() => outbox.filter((item) => item.channel === channel), [outbox, channel])
}

export const putInOutbox = (item: Outgoing): void => {
  changeOutbox((outbox) => put(outbox, item))
}

const filesOf = ({ body }: Outgoing): readonly string[] => {
  if (body.kind === 'images') return body.photos
  return body.kind === 'voice' || body.kind === 'file' ? [body.file] : []
}

/** Takes messages out, and their files off this phone. */
export const forgetOutgoing = (items: readonly Outgoing[]): void => {
  if (items.length === 0) return
  items.flatMap(filesOf).forEach(dropPhoto)
  changeOutbox((outbox) => remove(outbox, new Set(items.map(({ key }) => key))))
}
