import { channelIdOf } from '#domain/channel'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { unreachable } from '#domain/kernel/unreachable'
import type { Channel } from '#domain/membership'
import type { Line, Message } from '#domain/message'
import { lineOf } from '#domain/message'

import { command, db, type Stored } from '../cloud/database'
import { isDuplicate } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'
import { signalDocument } from './signals'
import { thingFrom } from './stored'

/** What is kept of a channel beside its messages; who belongs to it is kept nowhere. */
export interface ChannelRecord {
  readonly id: Id<'channel'>
  readonly district: Id<'district'>
  /** the highest number known: a message that was just added may be one ahead */
  readonly last: number
  readonly latest: {
    readonly at: Instant
    readonly by: Id<'person'> | null
    readonly shopName: string | null
    readonly line: Line
  } | null
  /** when a message that was there already changed last; 0: never */
  readonly changedAt: Instant
  /** the newest message that called everybody */
  readonly calledAll: number
  readonly pins: readonly number[]
  /** each author's own messages since that author's reading mark: no news to them */
  readonly own: Readonly<Record<string, readonly number[]>>
  readonly signalKey: Id<'signal'>
}

export const channelCollection: CollectionDeclaration = { collection: 'channels', indexes: [] }

const recordFrom = (row: Stored) => thingFrom(row) as ChannelRecord

export const findChannel = async (id: Id<'channel'>): Promise<ChannelRecord | null> => {
  const { data } = await db.collection('channels').doc(id).get()
  return data && recordFrom(data)
}

const atOnce = 200

/** Those of the channels in which something was said or which were looked at. */
export const findChannels = async (
  ids: readonly Id<'channel'>[],
): Promise<ReadonlyMap<string, ChannelRecord>> => {
  const found = new Map<string, ChannelRecord>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const wanted = ids.slice(from, from + atOnce)
    const { data } = await db
      .collection('channels')
      .where({ _id: command.in(wanted) })
      .limit(wanted.length)
      .get()
    for (const row of data) found.set(row._id, recordFrom(row))
  }
  return found
}

const districtOf = (channel: Channel, district: Id<'district'>): Id<'district'> => {
  switch (channel.kind) {
    case 'command':
      return channel.district
    case 'store':
    case 'desk':
      return district
    default:
      return unreachable(channel)
  }
}

/** A channel begins when somebody first looks into it; `signal` is a fresh random key. */
export const beginChannel = async (
  channel: Channel,
  district: Id<'district'>,
  signal: Id<'signal'>,
): Promise<ChannelRecord> => {
  const id = channelIdOf(channel)
  const fields = {
    district: districtOf(channel, district),
    ...{ last: 0, latest: null, changedAt: 0 as Instant, calledAll: 0, pins: [], own: {}, signalKey: signal },
  }
  try {
    await db.collection('signals').add({ data: signalDocument(signal) })
    await db.collection('channels').add({ data: { _id: id, ...fields } })
    return { id, ...fields }
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await db.collection('signals').doc(signal).remove()
    const begun = await findChannel(id)
    if (!begun) throw error
    return begun
  }
}

type Newest = Pick<Message, 'channel' | 'seq' | 'at' | 'author' | 'shop' | 'body' | 'state' | 'mentions'>

/**
 * The channel's line and number where this message is the newest, and what its author need not be told; the same again
 * changes nothing. True where the line knew nothing of it yet.
 */
export const bringUpToDate = async (message: Newest): Promise<boolean> => {
  const { channel, seq, at, author, shop, mentions } = message
  const latest = { at, by: author, shopName: shop?.name ?? null, line: lineOf(message) }
  const always = {
    ...(author === null ? {} : { [`own.${author}`]: command.addToSet(seq) }),
    ...(mentions === 'all' ? { calledAll: command.max(seq) } : {}),
  }
  const { stats } = await db
    .collection('channels')
    .where({ _id: channel, last: command.lt(seq) })
    .update({ data: { last: seq, latest: command.set(latest), ...always } })
  if (stats.updated === 0 && Object.keys(always).length > 0)
    await db.collection('channels').doc(channel).update({ data: always })
  return stats.updated > 0
}

/** An author's messages up to the reading mark need no telling apart any more. */
export const forgetOwn = async (
  channel: Id<'channel'>,
  person: Id<'person'>,
  until: number,
): Promise<void> => {
  await db
    .collection('channels')
    .doc(channel)
    .update({ data: { [`own.${person}`]: command.pull(command.lte(until)) } })
}

/** A message changed: whoever comes for changes finds it; the line in lists follows where it was the newest. */
export const noteChange = async (message: Message, at: Instant): Promise<void> => {
  const channel = db.collection('channels')
  await channel.doc(message.channel).update({ data: { changedAt: command.max(at) } })
  await channel
    .where({ _id: message.channel, last: message.seq })
    .update({ data: { 'latest.line': command.set(lineOf(message)) } })
}

export const savePins = async (id: Id<'channel'>, pins: readonly number[], at: Instant): Promise<void> => {
  await db
    .collection('channels')
    .doc(id)
    .update({ data: { pins: command.set(pins), changedAt: command.max(at) } })
}

/** Everything known of the old key is worth nothing from now on; its signal goes once its watchers have heard. */
export const changeKey = async (id: Id<'channel'>, signal: Id<'signal'>): Promise<void> => {
  await db.collection('signals').add({ data: signalDocument(signal) })
  await db
    .collection('channels')
    .doc(id)
    .update({ data: { signalKey: signal } })
}
