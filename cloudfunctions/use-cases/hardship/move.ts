import type { Side } from '#domain/guidance-item'
import { moveHardship, type HardshipMove } from '#domain/hardship'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'

import { db } from '../../cloud/database'
import { findHardship, saveHardship } from '../../store/hardships'
import type { UseCase } from '../call'
import { passCareWords } from '../care/pass'
import { deliverSoon } from '../outbox/deliver'
import { findShopFor, inShopTransaction } from '../shop/at-hand'
import { hardshipEntryId, recordHardship, type HardshipStep } from './record'

const steps: Record<HardshipMove['kind'], HardshipStep> = {
  assign: 'assigned',
  helped: 'helped',
  notPossible: 'notPossible',
}

const office: readonly Side[] = ['office']

/** The head's, the deputy's and command's. */
export const moveHardshipOn: UseCase<'hardship.move'> = async ({ id, version, move }, call) => {
  const { district } = call.actor
  const seen = await findHardship(db, district, id)
  if (!seen || !(await findShopFor('hardship.move', seen.shop, call))) return refuse('not-found')
  const passed = await passCareWords([move.kind === 'assign' ? move.helper : move.words], call)
  if (!passed.ok) return passed
  const decision = await inShopTransaction(seen.shop, call, async (tx, at) => {
    const hardship = await findHardship(tx, district, id)
    if (!hardship || !mayReach(call.actor, 'hardship.move', at.where)) return refuse('not-found')
    const decided = moveHardship(hardship, move, version, office, call)
    if (decided.ok && decided.value !== hardship) {
      await saveHardship(tx, decided.value)
      await recordHardship(tx, decided.value, steps[move.kind], 'owners', at, call)
    }
    return decided
  })
  if (!decision.ok) return decision
  await deliverSoon(hardshipEntryId(decision.value), call.now)
  return become({ version: decision.value.version })
}
