import { poolOf, type Caseload } from '#domain/caseload'
import type { EndpointName } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import type { Whereabouts } from '#domain/reach'
import type { Shop } from '#domain/shop'
import { whereaboutsOf } from '#domain/shop-access'

import { db, type Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findCaseload, findCaseloadOfShop, newPool } from '../../store/caseloads'
import { findShop } from '../../store/shops'
import type { Call } from '../call'

/** A shop with the caseload it is in, which says who answers for it. */
export interface ShopAtHand {
  readonly shop: Shop
  readonly caseload: Caseload
  readonly where: Whereabouts
}

const atHand = (shop: Shop, caseload: Caseload): ShopAtHand => ({
  shop,
  caseload,
  where: whereaboutsOf(shop, caseload),
})

/** A shop that no caseload names yet, as between two steps of an import, counts as in its cell's pool. */
export const withCaseload = async (shop: Shop): Promise<ShopAtHand> =>
  atHand(shop, (await findCaseloadOfShop(shop.id)) ?? newPool(shop.district, shop.cell))

/** The shop, where this caller reaches it through the endpoint; null where not, as where there is none. */
export const findShopFor = async (
  endpoint: EndpointName,
  id: Id<'shop'>,
  { actor }: Call,
): Promise<ShopAtHand | null> => {
  const shop = await findShop(db, actor.district, id)
  const found = shop && (await withCaseload(shop))
  return found && mayReach(actor, endpoint, found.where) ? found : null
}

const tries = 8

/**
 * A change of one shop in a transaction that sees the shop together with its caseload. Which caseload that is only a query
 * can tell; where the shop moved on since, it is asked again.
 */
export const inShopTransaction = async <T>(
  id: Id<'shop'>,
  { actor: { district } }: Call,
  run: (tx: Documents, at: ShopAtHand) => Promise<T>,
) => {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const answer = await withTransaction(async (tx) => {
      const shop = await findShop(tx, district, id)
      if (!shop) return refuse('not-found')
      const seen = await findCaseloadOfShop(id)
      const caseload = await findCaseload(tx, district, seen?.id ?? poolOf(shop.cell))
      if (seen !== null && caseload?.shops.includes(id) !== true) return 'moved'
      return run(tx, atHand(shop, caseload ?? newPool(district, shop.cell)))
    })
    if (answer !== 'moved') return answer
  }
  throw new Error(`shop ${id} does not stay in one caseload`)
}
