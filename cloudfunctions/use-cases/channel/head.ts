import type { ChannelHead, ChannelTitle } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { isWorking } from '#domain/kernel/working-time'
import { defaultCalendar } from '#domain/kernel/public-holidays'
import { promisedMinutes } from '#domain/question'
import type { Caseload } from '#domain/caseload'
import type { Channel } from '#domain/membership'

import { db } from '../../cloud/database'
import { findDistrict } from '../../store/districts'
import type { Mark } from '../../store/marks'
import { findPaces } from '../../store/questions'
import { findEntries } from '../../store/roster'
import { findShops } from '../../store/shops'
import type { Call } from '../call'
import type { Entered } from './enter'
import { recentAnswers } from './pace'

/** What a channel is called by; the head by the roster, so that one who has not signed in yet has a name as well. */
export const titleOf = (
  channel: Channel,
  headName: string | null,
  shops: ReadonlyMap<string, string>,
): ChannelTitle => ({
  kind: channel.kind,
  headName,
  shopName: channel.kind === 'desk' ? (shops.get(channel.shop) ?? null) : null,
})

interface Heads {
  readonly headName: string | null
  readonly heads: ChannelHead['heads']
}

const headsOf = async (caseload: Caseload | null): Promise<Heads> => {
  if (caseload?.holder.kind !== 'head') return { headName: null, heads: [] }
  const { head, deputy } = caseload.holder
  const officers = [
    { ...head, standing: 'head' as const },
    ...(deputy ? [{ ...deputy, standing: 'deputy' as const }] : []),
  ]
  const entries = await findEntries(officers.map(({ entry }) => entry))
  const nameOf = (entry: Id<'rosterEntry'>) => entries.find(({ id }) => id === entry)?.name ?? ''
  return {
    headName: nameOf(head.entry),
    heads: officers.flatMap(({ entry, person, standing }) =>
      person === null ? [] : [{ id: person, name: nameOf(entry), standing }],
    ),
  }
}

/** Everything above the messages. */
export const headOfChannel = async (
  { id, channel, record, standing, caseload, shops }: Entered,
  mark: Mark,
  { actor, now }: Call,
): Promise<ChannelHead> => {
  const wanted = channel.kind === 'desk' ? [channel.shop] : shops
  const [district, people, found, paces] = await Promise.all([
    findDistrict(actor.district),
    headsOf(caseload),
    findShops(wanted),
    caseload ? findPaces(db, caseload.id) : [],
  ])
  const names = new Map(found.map((shop) => [shop.id as string, shop.name]))
  return {
    ...titleOf(channel, people.headName, names),
    ...{ id, standing },
    heads: people.heads,
    members: channel.kind === 'store' && caseload ? caseload.shops.length + 1 : null,
    shops: found.filter((shop) => shops.includes(shop.id)).map((shop) => ({ id: shop.id, name: shop.name })),
    muted: mark.muted,
    pins: record.pins,
    sentence: channel.kind === 'desk' ? (district?.deskSentence ?? null) : null,
    onDuty: isWorking(district?.calendar ?? defaultCalendar, now),
    promisedMinutes: promisedMinutes(recentAnswers(paces, now)),
  }
}
