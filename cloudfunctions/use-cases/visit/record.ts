import { momentOf, type Visit } from '#domain/visit'

import type { Documents } from '../../cloud/database'
import { audit, occasionOf } from '../audit/write'
import type { Call } from '../call'
import { stepIdOf, tellStep } from '../care/tell'
import type { ShopAtHand } from '../shop/at-hand'

export type VisitStep = 'planned' | 'moved' | 'done' | 'cancelled' | 'asked'

export const visitEntryId = (visit: Pick<Visit, 'id' | 'version'>) => stepIdOf('visit', visit)

/** What follows from a step: a line in the log, word to the other side, a card at the shop's desk for what the office did. */
export const recordVisit = async (
  tx: Documents,
  visit: Visit,
  what: VisitStep,
  at: ShopAtHand,
  call: Call,
): Promise<void> => {
  const { id, shop, when, status, topic } = visit
  await audit(tx, occasionOf(call), 'visit.moved', `visits/${id}`, {
    detail: { move: what, shop, day: when.day },
    why: status.kind === 'cancelled' ? status.words : '',
  })
  const step = {
    entry: visitEntryId(visit),
    to: what === 'asked' ? ('heads' as const) : ('owners' as const),
    notice: { kind: 'visit' as const, what, visit: id, shop, title: what === 'asked' ? at.shop.name : topic },
    card: what === 'asked' ? null : { kind: 'visit' as const, what, visit: id, at: momentOf(when) },
  }
  await tellStep(tx, step, at, call)
}
