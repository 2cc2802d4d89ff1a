import { carryOut, isDue, liesOutside, type HandOver } from '#domain/caseload'
import { dayOf } from '#domain/kernel/day'
import type { Instant } from '#domain/kernel/instant'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findHandOver, listDueHandOvers } from '../../store/caseloads'
import { findShops } from '../../store/shops'
import { audit } from '../audit/write'
import { openCaseload, remitOf } from './find'
import { recordMove } from './record'

const handOversPerRun = 50

/** The clock's share: every hand-over whose day has come, each on its own; one that breaks stops no other. */
export const carryOutDue = async (
  now: Instant,
): Promise<{ readonly carriedOut: number; readonly broken: number }> => {
  let carriedOut = 0
  let broken = 0
  for (const planned of await listDueHandOvers(dayOf(now), handOversPerRun)) {
    try {
      await carryOutOne(planned, now)
      carriedOut += 1
    } catch (error) {
      broken += 1
      console.error(`hand-over ${planned.id} broke`, error)
    }
  }
  return { carriedOut, broken }
}

const carryOutOne = async ({ id, district, to: toId, shops: ids }: HandOver, now: Instant): Promise<void> => {
  const [receiver, shops] = await Promise.all([openCaseload(db, district, toId), findShops(ids)])
  if (!receiver) throw new Error(`caseload ${toId} is not on record`)
  await withTransaction(async (tx) => {
    const planned = await findHandOver(tx, district, id)
    if (!planned || !isDue(planned, now)) return
    const from = await openCaseload(tx, district, planned.from)
    const to = await openCaseload(tx, district, planned.to)
    if (!from || !to) throw new Error(`hand-over ${id} between caseloads that are not on record`)
    const remit = await remitOf(to, tx)
    const outside = shops.filter((shop) => liesOutside(remit, shop)).map((shop) => shop.id)
    const move = carryOut(planned, from, to, outside, now)
    await recordMove(tx, move, shops, now)
    await audit(tx, { district, by: null, now }, 'handover.carriedOut', `handovers/${id}`, {
      detail: { outcome: move.handOver.status.kind, shops: planned.shops.length },
    })
  })
}
