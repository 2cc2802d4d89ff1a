import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import { everyShop, type CircularPart } from '#domain/circular'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Shop } from '#domain/shop'

import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { move } from '../../cloudfunctions/use-cases/caseload/move'
import { acknowledge, handInCheck } from '../../cloudfunctions/use-cases/circular/acknowledge'
import { readCircular } from '../../cloudfunctions/use-cases/circular/read'
import { remindCircular } from '../../cloudfunctions/use-cases/circular/remind'
import { sendCircular } from '../../cloudfunctions/use-cases/circular/send'
import { listCircularShops } from '../../cloudfunctions/use-cases/circular/shops'
import { aShop } from './a-shop'
import { yes } from './a-submission'
import { aGrant, anActor, command, later } from './builders'
import { addShops, caseloadOf, headOne, headTwo, nowAs } from './shop-district'
import { addPeople, aKey, as } from './small-district'
import { atPhone } from './talk'

type Sending = Input<'circular.send'>

let count = 0
/** A shop in this head's caseload with so many people of its own. */
export const aShopWith = async (people: number, given: Partial<Shop> = {}, head = headOne) => {
  const shop = aShop(`k${String((count += 1))}`, given)
  await addShops(caseloadOf(head), [shop])
  const owners = Array.from({ length: people }, (_, at) =>
    anActor(`of-${shop.id}-${String(at)}`, aGrant('owner', { kind: 'shop', shop: shop.id })),
  )
  if (owners.length > 0) await addPeople(owners)
  return { shop, owners, owner: owners[0] ?? anActor(`nobody-${shop.id}`) }
}

/** A circular as the head's phone sends it to the head's own group. */
export const aSending = (given: Partial<Sending> = {}): Sending => ({
  to: { kind: 'groups', caseloads: [caseloadOf(headOne)] },
  ...{ title: '冬季通风与毛巾消毒', words: '对照看看自己的店。', items: ['开窗', '毛巾一客一换'] },
  ...{ aim: everyShop, key: aKey() },
  ...given,
})

export const sends = async (given: Partial<Sending> = {}, actor: Actor = headOne, now?: Instant) =>
  sendCircular(aSending(given), await atPhone(actor, now))

/** Sent to one group: its id. */
export const sent = async (given: Partial<Sending> = {}, actor?: Actor): Promise<Id<'circular'>> => {
  const { ids } = yes(await sends(given, actor))
  const [id] = ids
  if (id === undefined) throw new Error('nothing was sent')
  return id
}

/** To everybody who has not answered yet, once for a key. */
export const reminds = async (actor: Actor, id: Id<'circular'>, key = aKey(), after = 0) =>
  remindCircular({ id, key }, await nowAs(actor, later(after)))

/** The first head's shop goes to the second head at once. */
export const handsOn = async (shop: Shop) =>
  yes(
    await move(
      { from: caseloadOf(headOne), to: caseloadOf(headTwo), shops: [shop.id], on: null, key: aKey() },
      as(command),
    ),
  )

export const knows = async (actor: Actor, id: Id<'circular'>, shop: Shop) =>
  acknowledge({ id, shop: shop.id }, await nowAs(actor))

export const checks = async (
  actor: Actor,
  id: Id<'circular'>,
  shop: Shop,
  marks: readonly ('done' | 'not' | 'none')[],
  words = '',
) => handInCheck({ id, shop: shop.id, answers: marks.map((mark) => ({ mark, words })) }, await atPhone(actor))

export const sees = async (actor: Actor, id: Id<'circular'>) => readCircular({ id }, await nowAs(actor))

export const countOf = async (actor: Actor, id: Id<'circular'>): Promise<string> => {
  const { known, shops } = yes(await sees(actor, id))
  return `${String(known)}/${String(shops)}`
}

export const partOf = async (actor: Actor, id: Id<'circular'>, part: CircularPart) =>
  yes(await listCircularShops({ id, part, cursor: null }, await nowAs(actor)))

/** What the inbox says of circulars, once everyone has been told. */
export const heardOf = async (actor: Actor): Promise<readonly string[]> => {
  await deliverWaiting(later(60_000))
  const { rows } = yes(await listEntries({ cursor: null }, as(actor)))
  return rows.flatMap(({ notice }) => (notice.kind === 'circular' ? [notice.what] : []))
}
