import type { Actor } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import type { Message } from '#domain/message'

import { db } from '../../cloud/database'
import { findIdentityOf } from '../../store/people'
import { findShop } from '../../store/shops'
import type { Call } from '../call'
import { minuteMemory } from '../minute-memory'

/** The openid of whoever has verified a phone: nobody else speaks. Once verified, it stays so while the account does. */
const openidOf = minuteMemory(async (person) => {
  const identity = await findIdentityOf(db, asId<'person'>(person))
  return identity && identity.phone !== null ? identity.openid : null
})

export const speakerOf = ({ actor, now }: Call): Promise<string | null> => openidOf(actor.id, now)

const shopOf = minuteMemory(async (key) => {
  const [district = '', shop = ''] = key.split(' ')
  return findShop(db, asId<'district'>(district), asId<'shop'>(shop))
})

/** The shop an owner speaks for: the one chosen, or the first. */
export const spokenFor = async (
  chosen: Id<'shop'> | null,
  shops: readonly Id<'shop'>[],
  { actor, now }: { readonly actor: Actor; readonly now: Call['now'] },
): Promise<Message['shop']> => {
  const id = shops.find((one) => one === chosen) ?? shops[0]
  const shop = id === undefined ? null : await shopOf(`${actor.district} ${id}`, now)
  return shop && { id: shop.id, name: shop.name }
}
