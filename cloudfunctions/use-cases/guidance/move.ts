import { moveGuidance } from '#domain/guidance-item'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findGuidanceItem, saveGuidanceItem } from '../../store/guidance-items'
import type { UseCase } from '../call'
import { sidesThrough } from '../care/at-shop'
import { passCareWords } from '../care/pass'
import { deliverSoon } from '../outbox/deliver'
import { findShopFor, inShopTransaction } from '../shop/at-hand'
import { guidanceEntryId, recordGuidance } from './record'

export const moveGuidanceItem: UseCase<'guidance.move'> = async ({ id, version, move }, call) => {
  const { district } = call.actor
  const seen = await findGuidanceItem(db, district, id)
  if (!seen || !(await findShopFor('guidance.move', seen.shop, call))) return refuse('not-found')
  const passed = await passCareWords(move.kind === 'drop' ? [move.why] : [], call)
  if (!passed.ok) return passed
  const decision = await inShopTransaction(seen.shop, call, async (tx, at) => {
    const item = await findGuidanceItem(tx, district, id)
    const sides = sidesThrough('guidance.move', call.actor, at.where)
    if (!item || !sides) return refuse('not-found')
    const decided = moveGuidance(item, move, version, sides, call)
    if (decided.ok && decided.value !== item) {
      await saveGuidanceItem(tx, decided.value)
      await recordGuidance(tx, decided.value, at, call)
    }
    return decided
  })
  if (!decision.ok) return decision
  await deliverSoon(guidanceEntryId(decision.value), call.now)
  return become({ version: decision.value.version })
}
