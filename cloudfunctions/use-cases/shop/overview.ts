import { become } from '#domain/kernel/result'
import { healthCard } from '#domain/shop'

import { listCaseloadsOf } from '../../store/caseloads'
import { findShops } from '../../store/shops'
import type { UseCase } from '../call'

/** What a head's day starts from: their shops, and those with a pillar that needs attention. */
export const overview: UseCase<'shop.overview'> = async (_input, { actor, now }) => {
  const caseloads = await listCaseloadsOf(actor.id)
  const ids = caseloads.filter(({ district }) => district === actor.district).flatMap(({ shops }) => shops)
  const shops = await findShops(ids)
  const attention = shops.filter((shop) => Object.values(healthCard(shop, now)).includes('attention'))
  return become({ shops: shops.length, attention: attention.length })
}
