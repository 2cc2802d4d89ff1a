import type { Id } from '#domain/kernel/id'
import { plusDays, type Instant } from '#domain/kernel/instant'
import type { BodyKind, Message } from '#domain/message'

import { command, db, type Stored } from '../cloud/database'
import { isDuplicate, isIdTaken } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'

/** Kept beside a message for its lists. */
interface Lookup {
  /** when it changed last; 0: never */
  readonly changedAt: number
  /** its consequences may still be owed: a message is its own outbox entry */
  readonly owing: boolean
  readonly side: 'owner' | 'office' | 'system'
  /** taken back: until then it is kept for the authority; missing otherwise */
  readonly emptyAt?: Instant
}

export const messageCollection: CollectionDeclaration = {
  collection: 'messages',
  indexes: [
    { name: 'messages_seq', fields: ['channel', 'seq:desc'] },
    { name: 'messages_key', fields: ['channel', 'author', 'key'], unique: true },
    { name: 'messages_changed', fields: ['channel', 'changedAt'] },
    { name: 'messages_kind', fields: ['channel', 'body.kind', 'seq:desc'] },
    { name: 'messages_side', fields: ['channel', 'side', 'seq'] },
    { name: 'messages_quote', fields: ['channel', 'quote.seq'] },
    { name: 'messages_owing', fields: ['owing', 'at'] },
    { name: 'messages_empty', fields: ['emptyAt'] },
    { name: 'messages_author', fields: ['author', 'at:desc', '_id:desc'] },
  ],
}

const idOf = (channel: Id<'channel'>, seq: number): string => `${channel}:${String(seq)}`

const messageFrom = (row: Stored): Message => {
  const { _id, changedAt: _changedAt, owing: _owing, side: _side, emptyAt: _emptyAt, ...fields } = row
  return fields as unknown as Message
}

export const messageDocument = (message: Message, owing: boolean): Stored => {
  const lookup: Lookup = {
    changedAt: 0,
    owing,
    side: message.standing === null ? 'system' : message.standing === 'owner' ? 'owner' : 'office',
  }
  return { _id: idOf(message.channel, message.seq), ...message, ...lookup }
}

export const findMessage = async (channel: Id<'channel'>, seq: number): Promise<Message | null> => {
  const { data } = await db.collection('messages').doc(idOf(channel, seq)).get()
  return data && messageFrom(data)
}

/** Those of the messages that are there; at most 200. */
export const findMessages = async (
  wanted: readonly Pick<Message, 'channel' | 'seq'>[],
): Promise<readonly Message[]> => {
  if (wanted.length === 0) return []
  const { data } = await db
    .collection('messages')
    .where({ _id: command.in(wanted.map(({ channel, seq }) => idOf(channel, seq))) })
    .limit(wanted.length)
    .get()
  return data.map(messageFrom)
}

export const findMessageByKey = async (
  channel: Id<'channel'>,
  author: Id<'person'> | null,
  key: string,
): Promise<Message | null> => {
  const { data } = await db.collection('messages').where({ channel, author, key }).limit(1).get()
  const [row] = data
  return row ? messageFrom(row) : null
}

/** The highest number given so far; 0 before the first message. */
export const lastSeq = async (channel: Id<'channel'>): Promise<number> => {
  const { data } = await db.collection('messages').where({ channel }).orderBy('seq', 'desc').limit(1).get()
  return Number(data[0]?.['seq'] ?? 0)
}

/** A lost race is tried again while the call lasts: each round somebody else's message got the number. */
const tries = 400
/** so many numbers up, one after the other, before it is looked where the end is */
const steps = 8

export interface Appended {
  readonly message: Message
  /** true where this key was posted before: the first message is the answer */
  readonly repeated: boolean
}

/**
 * Appends to the channel's sequence: the number is the message's id, so two can't take one, and the next is tried only
 * once the one before is there, so none is left out. `hint`: a number known to be taken, or 0.
 */
export const appendMessage = async (draft: Omit<Message, 'seq'>, hint: number): Promise<Appended> => {
  let seq = hint + 1
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const message: Message = { ...draft, seq }
    const added = await addMessage(message)
    if (added === 'added') return { message, repeated: false }
    if (added === 'repeated') {
      const before = await findMessageByKey(draft.channel, draft.author, draft.key)
      if (before) return { message: before, repeated: true }
    }
    // Among many at once it is the next number that may be free.
    seq = attempt % steps === 1 ? (await lastSeq(draft.channel)) + 1 : seq + 1
  }
  throw new Error(`no number for a message in ${draft.channel} after ${String(tries)} tries`)
}

/** `repeated`: the number was not said to be taken, so it may be the key. */
const addMessage = async (message: Message): Promise<'added' | 'taken' | 'repeated'> => {
  try {
    await db.collection('messages').add({ data: messageDocument(message, true) })
    return 'added'
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return isIdTaken(error) ? 'taken' : 'repeated'
  }
}

type Range =
  | { readonly kind: 'newest' }
  | { readonly kind: 'before'; readonly seq: number }
  | { readonly kind: 'after'; readonly seq: number }

/** A stretch of a channel, ascending. */
export const listMessages = async (
  channel: Id<'channel'>,
  range: Range,
  most: number,
): Promise<readonly Message[]> => {
  const upwards = range.kind === 'after'
  const bound =
    range.kind === 'newest' ? {} : { seq: upwards ? command.gt(range.seq) : command.lt(range.seq) }
  const { data } = await db
    .collection('messages')
    .where({ channel, ...bound })
    .orderBy('seq', upwards ? 'asc' : 'desc')
    .limit(most)
    .get()
  const rows = data.map(messageFrom)
  return upwards ? rows : rows.reverse()
}

/** Of one kind alone, newest first, below `before`. */
export const listMessagesOfKind = async (
  channel: Id<'channel'>,
  kind: BodyKind,
  before: number,
  most: number,
): Promise<readonly Message[]> => {
  const { data } = await db
    .collection('messages')
    .where({ channel, 'body.kind': kind, seq: command.lt(before) })
    .orderBy('seq', 'desc')
    .limit(most)
    .get()
  return data.map(messageFrom)
}

/** Those that changed after this moment, the longest ago first. */
export const listChanged = async (
  channel: Id<'channel'>,
  after: Instant,
  most: number,
): Promise<readonly Message[]> => {
  const { data } = await db
    .collection('messages')
    .where({ channel, changedAt: command.gt(after) })
    .orderBy('changedAt', 'asc')
    .limit(most)
    .get()
  return data.map(messageFrom)
}

/** The office's first message after this one. */
export const findOfficeAfter = async (channel: Id<'channel'>, seq: number): Promise<Message | null> => {
  const { data } = await db
    .collection('messages')
    .where({ channel, side: 'office', seq: command.gt(seq) })
    .orderBy('seq', 'asc')
    .limit(1)
    .get()
  const [row] = data
  return row ? messageFrom(row) : null
}

const daysKept = 183

const keptOf = (state: Message['state']): Pick<Lookup, 'emptyAt'> =>
  state.kind === 'recalled' ? { emptyAt: plusDays(state.at, daysKept) } : {}

/** Messages that were taken back long enough ago, the longest ago first. */
export const listToEmpty = async (now: Instant, most: number): Promise<readonly Message[]> => {
  const { data } = await db
    .collection('messages')
    .where({ emptyAt: command.lte(now) })
    .orderBy('emptyAt', 'asc')
    .limit(most)
    .get()
  return data.map(messageFrom)
}

/** Nothing is left of what it said but that somebody said something and took it back. */
export const emptyMessage = async ({ channel, seq }: Message): Promise<void> => {
  const nothing: Message['body'] = { kind: 'text', words: '' }
  await db
    .collection('messages')
    .doc(idOf(channel, seq))
    .update({ data: { body: command.set(nothing), emptyAt: command.set(null) } })
}

/** Only the state changes; true where it was still the one its author saw. What quotes it forgets its words. */
export const saveState = async ({ channel, seq, state }: Message, at: Instant): Promise<boolean> => {
  const { stats } = await db
    .collection('messages')
    .where({ _id: idOf(channel, seq), 'state.kind': 'shown' })
    .update({ data: { state: command.set(state), changedAt: at, ...keptOf(state) } })
  await db
    .collection('messages')
    .where({ channel, 'quote.seq': seq })
    .update({ data: { 'quote.line': command.set({ kind: state.kind, words: '' }), changedAt: at } })
  return stats.updated === 1
}

/** Messages whose consequences may still be owed, the oldest first. */
export const listOwing = async (before: Instant, most: number): Promise<readonly Message[]> => {
  const { data } = await db
    .collection('messages')
    .where({ owing: true, at: command.lte(before) })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map(messageFrom)
}

export const settleOwing = async (messages: readonly Message[]): Promise<void> => {
  const ids = messages.map(({ channel, seq }) => idOf(channel, seq))
  if (ids.length === 0) return
  await db
    .collection('messages')
    .where({ _id: command.in(ids) })
    .update({ data: { owing: false } })
}
