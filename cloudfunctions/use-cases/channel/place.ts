import { headsOf, type Caseload } from '#domain/caseload'
import { channelOf } from '#domain/channel'
import type { Id } from '#domain/kernel/id'
import type { Channel } from '#domain/membership'

import { findCaseloadOfShop, findCaseloads } from '../../store/caseloads'
import { beginChannel, findChannel, type ChannelRecord } from '../../store/channels'
import { randomId } from '../derived-id'
import type { Entered } from './enter'

/** What effects need to know of a channel, whoever looks. */
export type Place = Pick<Entered, 'channel' | 'record' | 'heads' | 'caseload'>

/** A channel as it stands at this moment, whoever looks. */
export interface Look {
  readonly channel: Channel
  /** the assignment the channel follows from; null in the district's own, which follows from none */
  readonly caseload: Caseload | null
  /** null before anybody has looked into it */
  readonly known: ChannelRecord | null
}

export const caseloadBehind = async (channel: Channel): Promise<Caseload | null> => {
  if (channel.kind === 'store') return (await findCaseloads([channel.caseload]))[0] ?? null
  return channel.kind === 'desk' ? findCaseloadOfShop(channel.shop) : null
}

/** Null where the id names no channel. */
export const lookInto = async (id: Id<'channel'>): Promise<Look | null> => {
  const channel = channelOf(id)
  if (!channel) return null
  const [caseload, known] = await Promise.all([caseloadBehind(channel), findChannel(id)])
  return { channel, caseload, known }
}

/** The record of a channel; it begins with the first look. */
export const recordOf = async ({ channel, known }: Look, district: Id<'district'>): Promise<ChannelRecord> =>
  known ?? (await beginChannel(channel, district, randomId()))

interface Where {
  readonly channel: Id<'channel'>
  readonly district: Id<'district'>
}

/** Where the system posts, whoever is or is not there; null where the id names no channel of the district. */
export const placeOf = async ({ channel: id, district }: Where): Promise<Place | null> => {
  const look = await lookInto(id)
  if (!look) return null
  const { channel } = look
  const caseload = look.caseload?.district === district ? look.caseload : null
  return {
    channel,
    record: await recordOf(look, district),
    caseload,
    heads: caseload ? headsOf(caseload) : [],
  }
}
