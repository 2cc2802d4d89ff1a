import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { decideReport, maySee, type ReportCommand } from '#domain/report'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findDistrict } from '../../store/districts'
import { findReport, saveReport } from '../../store/reports'
import type { Call } from '../call'
import { deliverSoon } from '../outbox/deliver'
import { recordStep, stepEntryId } from './record'

export interface MoveTarget {
  readonly id: Id<'report'>
  readonly version: number
  readonly key: string
}

/** Loads, lets the domain decide, saves with history and outbox entry; a repeat by its key saves nothing again. */
export const moveReport = async ({ id, version, key }: MoveTarget, command: ReportCommand, call: Call) => {
  const terms = await findTerms(call)
  const decision = await withTransaction(async (tx) => {
    const found = await findReport(tx, id)
    if (!found || !maySee(found.report, call.actor)) return refuse('not-found')
    const decided = decideReport(found.report, { ...command, version, key }, call, terms)
    if (decided.ok && decided.value !== found.report) {
      await saveReport(tx, decided.value, found.bodyHash)
      await recordStep(tx, decided.value)
    }
    return decided
  })
  if (!decision.ok) return decision
  await deliverSoon(stepEntryId(decision.value))
  return become({ version: decision.value.version })
}

/** What the domain would answer now, without saving: asked before costly work such as taking photos in. */
export const tryMove = async ({ id, version, key }: MoveTarget, command: ReportCommand, call: Call) => {
  const [found, terms] = await Promise.all([findReport(db, id), findTerms(call)])
  if (!found || !maySee(found.report, call.actor)) return refuse('not-found')
  const decided = decideReport(found.report, { ...command, version, key }, call, terms)
  if (!decided.ok) return decided
  return become({ report: decided.value, repeated: decided.value === found.report })
}

const findTerms = async ({ actor }: Call) => {
  const district = await findDistrict(actor.district)
  if (!district) throw new Error(`district ${actor.district} is not on record`)
  return district.terms
}
