import { ownsShop, type Actor } from '#domain/actor'
import type { EndpointName } from '#domain/contract/endpoints'
import type { Side } from '#domain/guidance-item'
import type { Id } from '#domain/kernel/id'
import { mayReach } from '#domain/permission'
import { reaches, type Whereabouts } from '#domain/reach'
import type { Shop } from '#domain/shop'

import { findShops } from '../../store/shops'
import type { Call } from '../call'
import { findShopFor } from '../shop/at-hand'

/** As what this person stands to a shop today: it is theirs, they answer for it, or both. */
export const sidesOf = (actor: Actor, where: Whereabouts): readonly Side[] => [
  ...(where.shop !== null && ownsShop(actor, where.shop) ? (['owner'] as const) : []),
  ...(reaches(actor, 'head', 'caseload', where) ? (['office'] as const) : []),
]

/** Those sides, where the endpoint reaches the shop at all; null where it does not. */
export const sidesThrough = (
  endpoint: EndpointName,
  actor: Actor,
  where: Whereabouts,
): readonly Side[] | null => (mayReach(actor, endpoint, where) ? sidesOf(actor, where) : null)

export interface Standing {
  readonly shop: Shop
  readonly sides: readonly Side[]
}

/** Null where the shop is not this person's to look into. */
export const standAt = async (
  endpoint: EndpointName,
  id: Id<'shop'>,
  call: Call,
): Promise<Standing | null> => {
  const found = await findShopFor(endpoint, id, call)
  return found && { shop: found.shop, sides: sidesOf(call.actor, found.where) }
}

export const shopsById = async (ids: readonly Id<'shop'>[]): Promise<ReadonlyMap<Id<'shop'>, Shop>> =>
  new Map((await findShops([...new Set(ids)])).map((shop) => [shop.id, shop]))
