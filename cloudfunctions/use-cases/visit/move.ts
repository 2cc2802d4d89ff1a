import type { GuidanceItem } from '#domain/guidance-item'
import { asId } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { moveVisit, type Visit, type VisitMove } from '#domain/visit'

import { db, type Documents } from '../../cloud/database'
import { addGuidanceItem } from '../../store/guidance-items'
import { findVisit, saveVisit } from '../../store/visits'
import type { Call, UseCase } from '../call'
import { sidesThrough } from '../care/at-shop'
import { passCareWords } from '../care/pass'
import { sha256 } from '../derived-id'
import { recordGuidance } from '../guidance/record'
import { deliverSoon } from '../outbox/deliver'
import { findShopFor, inShopTransaction, type ShopAtHand } from '../shop/at-hand'
import { recordVisit, visitEntryId, type VisitStep } from './record'

const steps: Record<VisitMove['kind'], VisitStep> = {
  shift: 'moved',
  finish: 'done',
  cancel: 'cancelled',
  askOther: 'asked',
}

const wordsOf = (move: VisitMove): readonly string[] => {
  if (move.kind === 'shift') return []
  return move.kind === 'finish' ? [move.words, ...move.items] : [move.words]
}

/** A finished visit may leave guidance items; they are stored with it or not at all. */
export const moveVisitOn: UseCase<'visit.move'> = async ({ id, version, move }, call) => {
  const { district } = call.actor
  const seen = await findVisit(db, district, id)
  if (!seen || !(await findShopFor('visit.move', seen.shop, call))) return refuse('not-found')
  const passed = await passCareWords(wordsOf(move), call)
  if (!passed.ok) return passed
  const decision = await inShopTransaction(seen.shop, call, async (tx, at) => {
    const visit = await findVisit(tx, district, id)
    const sides = sidesThrough('visit.move', call.actor, at.where)
    if (!visit || !sides) return refuse('not-found')
    const decided = moveVisit(visit, move, version, sides, call)
    if (decided.ok && decided.value !== visit) {
      await saveVisit(tx, decided.value)
      await recordVisit(tx, decided.value, steps[move.kind], at, call)
      if (move.kind === 'finish') await leaveItems(tx, decided.value, move.items, at, call)
    }
    return decided
  })
  if (!decision.ok) return decision
  await deliverSoon(visitEntryId(decision.value), call.now)
  return become({ version: decision.value.version })
}

const leaveItems = async (
  tx: Documents,
  { id, district, shop }: Visit,
  items: readonly string[],
  at: ShopAtHand,
  call: Call,
): Promise<void> => {
  for (const [position, words] of items.entries()) {
    const item: GuidanceItem = {
      id: asId(sha256(`guidance·${id}·${String(position)}`).slice(0, 32)),
      ...{ district, shop, words: words.trim(), at: call.now, version: 1 },
      caseload: at.caseload.id,
      from: { kind: 'visit', visit: id },
      by: call.actor.id,
      status: { kind: 'open', saidDone: null },
    }
    await addGuidanceItem(tx, item)
    await recordGuidance(tx, item, at, call)
  }
}
