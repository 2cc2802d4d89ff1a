import { decideMove, liesOutside, type HandOver } from '#domain/caseload'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findHandOver } from '../../store/caseloads'
import { findShops } from '../../store/shops'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { openCaseload, remitOf } from './find'
import { handOverEntryId, recordMove } from './record'

/** One shop or hundreds between two caseloads in one act, at once or planned for a day. */
export const move: UseCase<'caseload.move'> = async (input, call) => {
  const { district, id: me } = call.actor
  const id = derivedId<'handOver'>(me, 'caseload.move', input.key)
  const body = hashOf(input.from, input.to, [...new Set(input.shops)].sort(), input.on)
  const [receiver, moving] = await Promise.all([
    openCaseload(db, district, input.to),
    findShops([...new Set(input.shops)]),
  ])
  if (!receiver) return refuse('not-found')

  const decision = await withTransaction(async (tx) => {
    const before = await findHandOver(tx, district, id)
    if (before) return before.body === body ? become(before) : refuse('key-reused')
    const from = await openCaseload(tx, district, input.from)
    const to = await openCaseload(tx, district, input.to)
    if (!from || !to) return refuse('not-found')
    const remit = await remitOf(to, tx)
    const outside = moving.filter((shop) => liesOutside(remit, shop)).map((shop) => shop.id)
    const decided = decideMove(from, to, { id, shops: input.shops, on: input.on, body }, outside, call)
    if (!decided.ok) return decided
    await recordMove(tx, decided.value, moving, call.now)
    await audit(tx, occasionOf(call), 'caseload.moved', `handovers/${id}`, {
      detail: detailOf(decided.value.handOver),
    })
    return become(decided.value.handOver)
  })
  if (!decision.ok) return decision
  if (decision.value.status.kind === 'done') await deliverSoon(handOverEntryId(decision.value), call.now)
  return become({ id })
}

const detailOf = ({ from, to, shops, status }: HandOver) => ({
  from,
  to,
  shops: shops.length,
  ...(status.kind === 'planned' ? { on: status.on } : {}),
})
