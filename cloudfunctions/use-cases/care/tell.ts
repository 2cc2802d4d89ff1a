import { headsOf } from '#domain/caseload'
import { asId, type Id } from '#domain/kernel/id'
import type { Card } from '#domain/message'
import type { Audience, Notice } from '#domain/notice'

import type { Documents } from '../../cloud/database'
import { addOutboxEntry } from '../../store/outbox'
import type { Call } from '../call'
import type { ShopAtHand } from '../shop/at-hand'

/** The outbox entry of a thing's last step; one step tells once. */
export const stepIdOf = (noun: string, { id, version }: { readonly id: string; readonly version: number }) =>
  asId<'outboxEntry'>(`${noun}:${id}:${String(version)}`)

/** The other side of a shop's desk: its owners, or whoever answers for it. */
const audienceOf = (to: 'owners' | 'heads', { shop, caseload }: ShopAtHand, { actor }: Call): Audience =>
  to === 'owners'
    ? { persons: [], posts: [`owner:${shop.id}`], except: actor.id }
    : { persons: headsOf(caseload), posts: [], except: actor.id }

interface Step {
  readonly entry: Id<'outboxEntry'>
  readonly to: 'owners' | 'heads'
  readonly notice: Notice
  /** said in the shop's desk; null where the other side's inbox is enough */
  readonly card: Card | null
}

/** Word of a step to the other side, and to the shop's desk: written with the step itself. */
export const tellStep = async (
  tx: Documents,
  { entry, to, notice, card }: Step,
  at: ShopAtHand,
  call: Call,
): Promise<void> => {
  const { id, name, district } = at.shop
  await addOutboxEntry(tx, {
    id: entry,
    at: call.now,
    audience: audienceOf(to, at, call),
    notice,
    ...(card && { desk: { district, shop: { id, name }, card } }),
  })
}
