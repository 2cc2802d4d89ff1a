import type { Actor } from '#domain/actor'
import { channelIdOf, standingIn } from '#domain/channel'
import type { ChannelRow } from '#domain/contract/channel'
import type { Caseload } from '#domain/caseload'
import type { Id } from '#domain/kernel/id'
import { become } from '#domain/kernel/result'
import type { Channel } from '#domain/membership'

import { findChannels, type ChannelRecord } from '../../store/channels'
import { findMarks, markJoined, markOf, unreadOf, type Mark, type Marks } from '../../store/marks'
import { findNames } from '../../store/people'
import type { UseCase } from '../call'
import { membershipsOf } from '../caseload/membership'
import { titlesOf } from './titles'

/** What was said in a group before somebody came is no news to them; a private desk's whole history is. */
const joinNow = async (actor: Actor, records: readonly ChannelRecord[], marks: Marks): Promise<Marks> => {
  const joined = records.filter(({ id, last }) => !marks.has(id) && !id.startsWith('desk-') && last > 0)
  if (joined.length === 0) return marks
  await markJoined(actor.id, joined)
  return new Map([
    ...marks,
    ...joined.map(({ id, last }) => [id as string, { ...markOf(marks, id), read: last }] as const),
  ])
}

/** Whether a channel stands in the list: every group, and the desks where something was said or where one is the owner. */
const isListed = (
  channel: Channel,
  record: ChannelRecord | undefined,
  actor: Actor,
  caseload: Caseload | null,
) =>
  channel.kind !== 'desk' ||
  (record?.latest !== undefined && record.latest !== null) ||
  standingIn(actor, channel, { caseload, raised: false }) === 'owner'

/** A person's channels, the latest first, with what is unread: two queries beside whose shops one has. */
export const listChannels: UseCase<'channel.list'> = async (_input, { actor }) => {
  const { channels, caseloads } = await membershipsOf(actor)
  const [records, kept] = await Promise.all([findChannels(channels.map(channelIdOf)), findMarks(actor.id)])
  const marks = await joinNow(actor, [...records.values()], kept)
  const caseloadOf = (channel: Channel): Caseload | null =>
    caseloads.find(({ id, shops }) =>
      channel.kind === 'store'
        ? id === channel.caseload
        : channel.kind === 'desk' && shops.includes(channel.shop),
    ) ?? null
  const listed = channels.filter((channel) =>
    isListed(channel, records.get(channelIdOf(channel)), actor, caseloadOf(channel)),
  )
  const authors = listed.flatMap((channel) => records.get(channelIdOf(channel))?.latest?.by ?? [])
  const [titles, names] = await Promise.all([titlesOf(listed, caseloads), findNames(authors)])
  const rows = listed.map((channel): ChannelRow => {
    const id = channelIdOf(channel)
    const standing = standingIn(actor, channel, { caseload: caseloadOf(channel), raised: false }) ?? 'owner'
    return { ...titles(id), id, standing, ...newsOf(records.get(id), markOf(marks, id), actor.id, names) }
  })
  rows.sort((one, other) => (other.latest?.at ?? 0) - (one.latest?.at ?? 0))
  const unread = rows.reduce((sum, row) => sum + (row.muted ? 0 : row.unread), 0)
  return become({ rows, unread })
}

const newsOf = (
  record: ChannelRecord | undefined,
  mark: Mark,
  reader: Id<'person'>,
  names: ReadonlyMap<string, string>,
): Pick<ChannelRow, 'latest' | 'unread' | 'muted' | 'called'> => {
  if (!record?.latest) return { latest: null, unread: 0, muted: mark.muted, called: false }
  const { last, latest, calledAll, own } = record
  const unread = unreadOf(mark, last, own[reader] ?? [])
  return {
    latest: {
      ...{ seq: last, at: latest.at, line: latest.line },
      who: latest.by === null ? '' : (names.get(latest.by) ?? ''),
    },
    unread,
    muted: mark.muted,
    called: unread > 0 && Math.max(mark.called, calledAll) > mark.read,
  }
}
