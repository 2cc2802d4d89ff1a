import type { Id } from '#domain/kernel/id'

import { command, db, type Stored } from '../cloud/database'
import { isDuplicate } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'

/** How far somebody has read in one channel. */
export interface Mark {
  readonly read: number
  /** the newest message that called this person */
  readonly called: number
  readonly muted: boolean
}

/** One document a person for all channels: a head's 150 are read at once. */
export const markCollection: CollectionDeclaration = { collection: 'marks', indexes: [] }

const noMark: Mark = { read: 0, called: 0, muted: false }

export type Marks = ReadonlyMap<string, Mark>

export const findMarks = async (person: Id<'person'>): Promise<Marks> => {
  const { data } = await db.collection('marks').doc(person).get()
  return marksFrom(data)
}

const marksFrom = (row: Stored | null): Marks => {
  const channels = (row?.['channels'] ?? {}) as Readonly<Record<string, Partial<Mark>>>
  return new Map(Object.entries(channels).map(([channel, mark]) => [channel, { ...noMark, ...mark }]))
}

export const markOf = (marks: Marks, channel: Id<'channel'>): Mark => marks.get(channel) ?? noMark

/** Messages after the mark that are somebody else's; `own`: this person's numbers. */
export const unreadOf = ({ read }: Mark, last: number, own: readonly number[]): number =>
  Math.max(0, last - read - own.filter((seq) => seq > read && seq <= last).length)

const write = async (person: Id<'person'>, data: Readonly<Record<string, unknown>>): Promise<void> => {
  const marks = db.collection('marks')
  const { stats } = await marks.doc(person).update({ data })
  if (stats.updated === 1) return
  try {
    await marks.add({ data: { _id: person, channels: {} } })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  await marks.doc(person).update({ data })
}

const at = (channel: Id<'channel'>, field: keyof Mark) => `channels.${channel}.${field}`

/** The mark only ever moves forward. */
export const markChannelRead = (person: Id<'person'>, channel: Id<'channel'>, until: number): Promise<void> =>
  write(person, { [at(channel, 'read')]: command.max(until) })

/** The first look at groups somebody was put into: what was said before is no news. */
export const markJoined = (
  person: Id<'person'>,
  joined: readonly { readonly id: Id<'channel'>; readonly last: number }[],
): Promise<void> =>
  write(person, Object.fromEntries(joined.map(({ id, last }) => [at(id, 'read'), command.max(last)])))

export const markCalled = (person: Id<'person'>, channel: Id<'channel'>, seq: number): Promise<void> =>
  write(person, { [at(channel, 'called')]: command.max(seq) })

export const markMuted = (person: Id<'person'>, channel: Id<'channel'>, muted: boolean): Promise<void> =>
  write(person, { [at(channel, 'muted')]: muted })

export const removeMarks = (person: Id<'person'>) => db.collection('marks').doc(person).remove()
