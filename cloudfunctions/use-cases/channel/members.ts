import type { Author } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { isOffice, seatIn } from '#domain/channel'
import type { Channel } from '#domain/membership'

import { holdersOfShops } from '../../store/claims'
import { findNames } from '../../store/people'
import { findShops } from '../../store/shops'
import type { UseCase } from '../call'
import { commandersOf, membersOf } from '../caseload/membership'
import { enter } from './enter'

const shown = 50

const commandersIn = async (channel: Channel): Promise<readonly Id<'person'>[]> =>
  channel.kind === 'command' ? commandersOf(channel.district) : []

/** Whom the office may call here: the heads first, then the owners with their shops, a page at a time. */
export const listMembers: UseCase<'channel.members'> = async ({ channel, cursor }, call) => {
  const entered = await enter(call, channel)
  if (!entered) return refuse('not-found')
  if (!isOffice(entered.standing)) return refuse('not-permitted')
  const from = cursor !== null && /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0
  const all = [...(await membersOf(entered.channel))]
  const page = all.slice(from, from + shown)
  const { caseload } = entered
  const held = caseload ? await holdersOfShops(caseload.shops) : new Map<Id<'person'>, Id<'shop'>>()
  const [names, shops, commanding] = await Promise.all([
    findNames(page),
    findShops([...new Set(held.values())]),
    commandersIn(entered.channel),
  ])
  const shopNames = new Map(shops.map(({ id, name }) => [id as string, name]))
  const officerIn = (id: Id<'person'>) => (commanding.includes(id) ? 'command' : 'head')
  const rows = page.map((id): Author => {
    const shop = held.get(id)
    return {
      id,
      name: names.get(id) ?? null,
      standing: (caseload && seatIn(id, caseload)) ?? (shop === undefined ? officerIn(id) : 'owner'),
      shopName: shop === undefined ? null : (shopNames.get(shop) ?? null),
    }
  })
  return become({ rows, next: from + shown < all.length ? String(from + shown) : null })
}
