import { holdsShop } from '#domain/claim'
import type { ShopOffer } from '#domain/contract/claim'
import { become } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { listClaimsOfPerson } from '../../store/claims'
import { findIdentityOf, findPerson } from '../../store/people'
import { findShops } from '../../store/shops'
import type { UseCase } from '../call'
import { shopRows } from '../shop/rows'
import { listOffersOf } from './offer'

/** 「这是您的店吗？」 By the verified phone alone; what was answered or is held already is not asked again. */
export const listOffers: UseCase<'claim.offers'> = async (_input, { actor, now }) => {
  const [identity, person, claims] = await Promise.all([
    findIdentityOf(db, actor.id),
    findPerson(actor.id),
    listClaimsOfPerson(actor.id),
  ])
  if (!identity || identity.phone === null) return become([])
  const settled = new Set([...(person?.notMine ?? []), ...claims.filter(holdsShop).map(({ shop }) => shop)])
  const offers = (await listOffersOf(actor.district, identity.phone, now)).filter(
    ({ shop }) => !settled.has(shop),
  )
  const shops = (await findShops(offers.map(({ shop }) => shop))).filter(({ state }) => state !== 'closed')
  const rows = await shopRows(shops, now)
  return become(
    rows.map(({ id, name, trade, address }): ShopOffer => ({
      ...{ shop: id, name, trade, address },
      as: offers.find(({ shop }) => shop === id)?.as ?? 'owner',
    })),
  )
}
