import type { Instant } from '#domain/kernel/instant'
import { become } from '#domain/kernel/result'
import { healthCard, type Shop } from '#domain/shop'

import { findShops } from '../../store/shops'
import type { UseCase } from '../call'
import { headedBy } from './headed'
import { shopRows } from './rows'

const shown = 3

/** What a head's day starts from: their shops, those with a pillar that needs attention, and the worst of these. */
export const overview: UseCase<'shop.overview'> = async (_input, { actor, now }) => {
  const ids = (await headedBy(actor)).flatMap(({ shops }) => shops)
  const shops = await findShops(ids)
  const attention = shops
    .filter((shop) => poorPillars(shop, now) > 0)
    .sort((one, other) => poorPillars(other, now) - poorPillars(one, now))
  return become({
    shops: shops.length,
    attention: attention.length,
    worst: await shopRows(attention.slice(0, shown), now),
  })
}

const poorPillars = (shop: Shop, now: Instant): number =>
  Object.values(healthCard(shop, now)).filter((state) => state === 'attention').length
