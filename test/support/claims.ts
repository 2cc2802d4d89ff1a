import { ownsShop, type Actor } from '#domain/actor'
import type { ClaimMove } from '#domain/claim'
import type { Id } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'

import { db } from '../../cloudfunctions/cloud/database'
import { findClaim } from '../../cloudfunctions/store/claims'
import { answerOffer } from '../../cloudfunctions/use-cases/claim/answer'
import { ask } from '../../cloudfunctions/use-cases/claim/ask'
import { moveClaim } from '../../cloudfunctions/use-cases/claim/move'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { aShop } from './a-shop'
import { yes } from './a-submission'
import { district, later } from './builders'
import { addShops, aPersonWithPhone, aPhone, caseloadOf, contactFor, headOne, nowAs } from './shop-district'
import { aKey, as } from './small-district'
import { aPhoto, handIn } from './uploads'

let count = 0
/** A shop of head one's. */
export const aHeadedShop = async (): Promise<Shop> => {
  const shop = aShop(`c${String((count += 1))}`)
  await addShops(caseloadOf(headOne), [shop])
  return shop
}
/** A shop whose register phone is this person's, who has not answered yet. */
export const anOffered = async () => {
  const shop = await aHeadedShop()
  const phone = aPhone()
  const person = await aPersonWithPhone(`offered-${shop.id}`, phone)
  await contactFor(shop, phone)
  return { shop, person, phone }
}
export const accept = (shop: Shop, person: Actor, key = aKey()) =>
  answerOffer({ shop: shop.id, yes: true, key }, as(person))
/** A shop whose owner said yes. */
export const aHeld = async () => {
  const { shop, person } = await anOffered()
  const id = yes(await accept(shop, person)).id as Id<'claim'>
  return { shop, person, id }
}
/** A shop that somebody asks for with a photo. */
export const anAsked = async (env: string, name = `asker-${String(count)}`) => {
  const shop = await aHeadedShop()
  const person = await aPersonWithPhone(`${name}-${shop.id}`)
  const { ticket, files } = await handIn(env, person, [aPhoto(count % 200)])
  const { id } = yes(await ask({ code: shop.code, ticket, files, key: aKey() }, as(person)))
  return { shop, person, id }
}
/** One move with the version of this moment. */
export const step = async (move: ClaimMove, id: Id<'claim'>, actor: Actor, words = '') => {
  const claim = await findClaim(db, district, id)
  const version = claim?.version ?? 0
  return moveClaim(move, { id, version, key: aKey(), words }, await nowAs(actor))
}
export const holds = async (person: Actor, shop: Shop) => ownsShop((await nowAs(person)).actor, shop.id)
/** What this person's inbox says of a claim, once everyone has been told. */
export const told = async (actor: Actor, id: Id<'claim'>) => {
  await deliverWaiting(later(60_000))
  return yes(await listEntries({ cursor: null }, as(actor))).rows.flatMap(({ notice }) =>
    notice.kind === 'claim' && notice.claim === id ? [notice.what] : [],
  )
}
