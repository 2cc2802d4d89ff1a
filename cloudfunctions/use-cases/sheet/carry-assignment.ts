import { decideMove, liesOutside, nameDeputy, type MoveCommand } from '#domain/caseload'
import type { Id } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findCaseload, findHandOver, saveCaseload } from '../../store/caseloads'
import { findEntry, saveEntry } from '../../store/roster'
import { audit } from '../audit/write'
import { openCaseload, remitOf } from '../caseload/find'
import { recordMove } from '../caseload/record'
import { ChangedMeanwhile, type LoadCall } from './load'

export interface AssignedMove {
  readonly from: Id<'caseload'>
  readonly to: Id<'caseload'>
  readonly command: MoveCommand
  readonly shops: readonly Shop[]
}

const occasionOf = ({ district, author, now }: LoadCall) => ({ district, by: author.id, now })

/** One hand-over as command would make it; its id is derived, so that a second try finds it done. */
export const carryOutMove = async (
  { from: fromId, to: toId, command, shops }: AssignedMove,
  call: LoadCall,
): Promise<void> => {
  const { district, author, now } = call
  const receiver = await findCaseload(db, district, toId)
  if (!receiver) throw new ChangedMeanwhile(`caseloads/${toId}`)
  await withTransaction(async (tx) => {
    if (await findHandOver(tx, district, command.id)) return
    const from = await openCaseload(tx, district, fromId)
    const to = await openCaseload(tx, district, toId)
    const remit = to && (await remitOf(to, tx))
    const outside = shops.filter((shop) => remit && liesOutside(remit, shop)).map((shop) => shop.id)
    const decided = from && to && decideMove(from, to, command, outside, { actor: author, now })
    if (decided?.ok !== true) throw new ChangedMeanwhile(`caseloads/${fromId}`)
    await recordMove(tx, decided.value, shops, now)
    await audit(tx, occasionOf(call), 'caseload.moved', `handovers/${command.id}`, {
      detail: { from: fromId, to: toId, shops: shops.length, import: call.id },
    })
  })
}

/** The deputy that the sheet names; the entry is written too, so that whoever signs in for it meanwhile is seated. */
export const seatDeputy = (id: Id<'caseload'>, deputy: Id<'rosterEntry'>, call: LoadCall): Promise<void> =>
  withTransaction(async (tx) => {
    const caseload = await findCaseload(tx, call.district, id)
    const entry = await findEntry(tx, call.district, deputy)
    const officer = entry && { entry: entry.id, person: entry.person }
    const decided = caseload && officer && nameDeputy(caseload, officer, caseload.version)
    if (decided?.ok !== true) throw new ChangedMeanwhile(`caseloads/${id}`)
    await saveCaseload(tx, decided.value)
    if (entry) await saveEntry(tx, { ...entry, version: entry.version + 1 })
    await audit(tx, occasionOf(call), 'caseload.deputised', `caseloads/${id}`, {
      person: officer?.person ?? null,
      detail: { deputy, import: call.id },
    })
  })
