import { shopsOwned, type Actor } from '#domain/actor'
import { headsOf, type Caseload } from '#domain/caseload'
import { channelIdOf } from '#domain/channel'
import type { Id } from '#domain/kernel/id'
import { unreachable } from '#domain/kernel/unreachable'
import {
  channelsOfCaseload,
  channelsOfShop,
  commandChannelRoles,
  isInCommandChannel,
  type Channel,
} from '#domain/membership'
import type { Post } from '#domain/notice'

import {
  findCaseloadOfShop,
  findCaseloads,
  listCaseloadsOf,
  listCaseloadsOfShops,
} from '../../store/caseloads'
import { listHoldersOfShops } from '../../store/claims'
import { listHolders } from '../../store/people'

/** What somebody belongs to, and the caseloads it follows from. */
export interface Memberships {
  readonly channels: readonly Channel[]
  readonly caseloads: readonly Caseload[]
}

/** The channels a person is in at this moment, by the assignments and the person's grants alone. */
export const membershipsOf = async (actor: Actor): Promise<Memberships> => {
  const owned = shopsOwned(actor)
  const [held, around] = await Promise.all([listCaseloadsOf(actor.id), listCaseloadsOfShops(owned)])
  const unassigned = owned.filter((shop) => !around.some(({ shops }) => shops.includes(shop)))
  const all: readonly Channel[] = [
    ...(isInCommandChannel(actor) ? [{ kind: 'command', district: actor.district } as const] : []),
    ...held.flatMap(channelsOfCaseload),
    ...around.flatMap((caseload) =>
      owned.filter((shop) => caseload.shops.includes(shop)).flatMap((shop) => channelsOfShop(shop, caseload)),
    ),
    ...unassigned.map((shop) => ({ kind: 'desk', shop }) as const),
  ]
  const channels = [...new Map(all.map((channel) => [channelIdOf(channel), channel])).values()]
  return { channels, caseloads: [...held, ...around] }
}

export const channelsOf = async (actor: Actor): Promise<readonly Channel[]> =>
  (await membershipsOf(actor)).channels

/** Everyone in a channel at this moment; a group without a head has nobody in it. */
export const membersOf = async (channel: Channel): Promise<readonly Id<'person'>[]> => {
  switch (channel.kind) {
    case 'command':
      return inPosts(commandChannelRoles.map((role): Post => `${role}:${channel.district}`))
    case 'store': {
      const caseload = (await findCaseloads([channel.caseload]))[0]
      return caseload?.holder.kind === 'head' ? headsAndOwners(caseload, caseload.shops) : []
    }
    case 'desk':
      return headsAndOwners(await findCaseloadOfShop(channel.shop), [channel.shop])
    default:
      return unreachable(channel)
  }
}

const headsAndOwners = async (
  caseload: Caseload | null,
  shops: readonly Id<'shop'>[],
): Promise<readonly Id<'person'>[]> => [
  ...new Set([...(caseload ? headsOf(caseload) : []), ...(await listHoldersOfShops(shops))]),
]

/** Who commands in a district at this moment. */
export const commandersOf = (district: Id<'district'>): Promise<readonly Id<'person'>[]> =>
  inPosts([`command:${district}`])

const atOnce = 100

const inPosts = async (posts: readonly Post[]): Promise<readonly Id<'person'>[]> => {
  const members = new Set<Id<'person'>>()
  for (const post of posts) {
    for (let after = ''; ;) {
      const holders = await listHolders(post, atOnce, after)
      for (const { id } of holders) members.add(id)
      const last = holders.at(-1)
      if (!last || holders.length < atOnce) break
      after = last.id
    }
  }
  return [...members]
}
