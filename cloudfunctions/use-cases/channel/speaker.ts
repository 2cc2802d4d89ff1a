import type { Actor } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import type { Message } from '#domain/message'

import { db } from '../../cloud/database'
import { findShop } from '../../store/shops'
import type { Call } from '../call'
import { minuteMemory } from '../minute-memory'

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
  const shop = id === undefined ? null : await shopOf.recall(`${actor.district} ${id}`, now)
  return shop && { id: shop.id, name: shop.name }
}
