import { closeCircular as close, decideReminder, waitingShops } from '#domain/circular'
import { become, refuse } from '#domain/kernel/result'

import { withTransaction } from '../../cloud/transaction'
import { findCircular, saveProgress } from '../../store/circulars'
import { addOutboxEntry } from '../../store/outbox'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { randomId } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { findAsOffice } from './find'
import { absentAmong, ownersOf } from './reached'

/** Only those who have not said they know; two taps at once remind once. Quiet hours are the deliverer's. */
export const remindCircular: UseCase<'circular.remind'> = async ({ id, key }, call) => {
  const { actor, now } = call
  const found = await findAsOffice(actor, 'circular.remind', id)
  if (!found) return refuse('not-found')
  // Where nobody has signed in no reminder arrives: those are called.
  const absent = await absentAmong(waitingShops(found.circular, found.caseload))
  const reachable = { shops: found.caseload.shops.filter((shop) => !absent.has(shop)) }
  const entry = randomId<'outboxEntry'>()
  const decided = await withTransaction(async (tx) => {
    const circular = (await findCircular(tx, id)) ?? found.circular
    const decision = decideReminder(circular, reachable, { key, now })
    if (!decision.ok || decision.value.shops.length === 0) return decision
    const { reminder, shops } = decision.value
    await saveProgress(tx, { ...circular, reminded: reminder })
    await addOutboxEntry(tx, {
      ...{ id: entry, at: now },
      audience: { persons: [], posts: shops.map(ownersOf), except: actor.id },
      notice: { kind: 'circular', what: 'reminded', circular: id, title: circular.title },
    })
    await audit(tx, occasionOf(call), 'circular.reminded', `circulars/${id}`, {
      detail: { shops: shops.length },
    })
    return decision
  })
  if (!decided.ok) return decided
  const { reminder, shops } = decided.value
  if (shops.length > 0) await deliverSoon(entry, now)
  return become({ shops: reminder.shops })
}

/** No more self-checks and reminders; closed is closed, however often. */
export const closeCircular: UseCase<'circular.close'> = async ({ id }, call) => {
  const found = await findAsOffice(call.actor, 'circular.close', id)
  if (!found) return refuse('not-found')
  return withTransaction(async (tx) => {
    const circular = (await findCircular(tx, id)) ?? found.circular
    const decision = close(circular, call.actor.id, call.now)
    if (!decision.ok) return decision
    if (decision.value !== circular) {
      await saveProgress(tx, decision.value)
      await audit(tx, occasionOf(call), 'circular.closed', `circulars/${id}`)
    }
    return become({})
  })
}
