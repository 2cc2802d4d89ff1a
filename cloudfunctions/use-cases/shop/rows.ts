import type { ShopRow } from '#domain/contract/shop'
import type { Instant } from '#domain/kernel/instant'
import { healthCard, type Shop } from '#domain/shop'

import { namesOf } from '../../store/districts'

/** Shops as a list shows them. */
export const shopRows = async (shops: readonly Shop[], now: Instant): Promise<readonly ShopRow[]> => {
  const [trades, cells] = await Promise.all([
    namesOf(
      'trades',
      shops.map(({ trade }) => trade),
    ),
    namesOf(
      'cells',
      shops.map(({ cell }) => cell),
    ),
  ])
  return shops.map((shop) => ({
    id: shop.id,
    name: shop.name,
    trade: trades.get(shop.trade) ?? '',
    address: shop.address,
    cellName: cells.get(shop.cell) ?? '',
    state: shop.state,
    health: healthCard(shop, now),
  }))
}
