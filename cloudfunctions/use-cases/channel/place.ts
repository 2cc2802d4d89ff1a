import { headsOf, type Caseload } from '#domain/caseload'
import { channelOf } from '#domain/channel'
import type { Id } from '#domain/kernel/id'
import type { Channel } from '#domain/membership'

import { db } from '../../cloud/database'
import { findCaseload, findCaseloadOfShop } from '../../store/caseloads'
import { beginChannel, findChannel } from '../../store/channels'
import { randomId } from '../derived-id'
import type { Entered } from './enter'

/** What effects need to know of a channel, whoever looks. */
export type Place = Pick<Entered, 'channel' | 'record' | 'heads' | 'caseload'>

/** The assignment a channel follows from; the district's own follows from none. */
export const caseloadBehind = (channel: Channel, district: Id<'district'>): Promise<Caseload | null> => {
  if (channel.kind === 'store') return findCaseload(db, district, channel.caseload)
  return channel.kind === 'desk' ? findCaseloadOfShop(channel.shop) : Promise.resolve(null)
}

interface Where {
  readonly channel: Id<'channel'>
  readonly district: Id<'district'>
}

/** Where the system posts, whoever is or is not there; null where the id names no channel. */
export const placeOf = async ({ channel: id, district }: Where): Promise<Place | null> => {
  const channel = channelOf(id)
  if (!channel) return null
  const [caseload, known] = await Promise.all([caseloadBehind(channel, district), findChannel(id)])
  const record = known ?? (await beginChannel(channel, district, randomId()))
  return { channel, record, caseload, heads: caseload ? headsOf(caseload) : [] }
}
