import type { EndpointName } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { decideReport, reportMoves, type Report, type ReportCommand, type ReportMove } from '#domain/report'
import { maySee } from '#domain/report-access'

import { db, type Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findDistrict } from '../../store/districts'
import { findReport, saveReport } from '../../store/reports'
import { tallyStep } from '../../store/street-tallies'
import { audit, occasionOf } from '../audit/write'
import type { Call } from '../call'
import { hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { uploadNames } from '../upload/accept-photos'
import { recordStep, stepEntryId } from './record'

export interface MoveTarget {
  readonly id: Id<'report'>
  readonly version: number
  readonly key: string
  /** what else came with the key, as a hash: set where the command itself doesn't say it all */
  readonly body: string
}

/** The mark of a move whose input is this: field order is the contract's, photos count by their upload's name. */
export const targetFrom = (endpoint: EndpointName, input: Omit<MoveTarget, 'body'>): MoveTarget => {
  const { id, version, key, ...rest } = input
  return { id, version, key, body: hashOf(endpoint, bodyOf(rest)) }
}

/** A ticket is new at each try, so it says nothing; a file's last part is the name its photo keeps on the phone. */
const bodyOf = (rest: Readonly<Record<string, unknown>>) =>
  Object.entries(rest)
    .filter(([name]) => name !== 'ticket')
    .map(([name, value]) => [name, name === 'files' ? uploadNames(value as readonly string[]) : value])
    .sort(([a], [b]) => String(a).localeCompare(String(b)))

/** Loads, lets the domain decide, saves with history and outbox entry; a repeat by its key saves nothing again. */
export const moveReport = async (
  { id, version, key, body }: MoveTarget,
  command: ReportCommand,
  call: Call,
) => {
  const terms = await findTerms(call)
  const decision = await withTransaction(async (tx) => {
    const found = await findReport(tx, id)
    if (!found || !maySee(found.report, call.actor)) return refuse('not-found')
    const decided = decideReport(found.report, { ...command, version, key, body }, call, terms)
    if (decided.ok && decided.value !== found.report) {
      await saveReport(tx, decided.value, found.bodyHash)
      await tallyStep(tx, found.report, decided.value, call.now)
      await recordStep(tx, decided.value)
      await auditDecision(tx, decided.value, command.move, call)
    }
    return decided
  })
  if (!decision.ok) return decision
  await deliverSoon(stepEntryId(decision.value), call.now)
  return become({ version: decision.value.version })
}

/** What the office decided; what the reporter says to it stands in the report alone, where nobody is told who that is. */
const auditDecision = async (
  tx: Documents,
  { id, status }: Report,
  move: ReportMove,
  call: Call,
): Promise<void> => {
  if (reportMoves[move].by === 'reporter') return
  await audit(tx, occasionOf(call), 'report.moved', `reports/${id}`, {
    detail: { move },
    why: status.kind === 'declined' ? status.reason : '',
  })
}

/** What the domain would answer now, without saving: asked before costly work such as taking photos in. */
export const tryMove = async ({ id, version, key, body }: MoveTarget, command: ReportCommand, call: Call) => {
  const [found, terms] = await Promise.all([findReport(db, id), findTerms(call)])
  if (!found || !maySee(found.report, call.actor)) return refuse('not-found')
  const decided = decideReport(found.report, { ...command, version, key, body }, call, terms)
  if (!decided.ok) return decided
  return become({ report: decided.value, repeated: decided.value === found.report })
}

const findTerms = async ({ actor }: Call) => {
  const district = await findDistrict(actor.district)
  if (!district) throw new Error(`district ${actor.district} is not on record`)
  return district.terms
}
