import { answerComplaint } from '#domain/complaint'
import { asId } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'

import { withTransaction } from '../../cloud/transaction'
import { findComplaint, saveComplaint } from '../../store/complaints'
import { addOutboxEntry } from '../../store/outbox'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { deliverSoon } from '../outbox/deliver'

export const answer: UseCase<'complaint.answer'> = async ({ id, ...command }, call) => {
  const outboxId = asId<'outboxEntry'>(`complaint:${id}:answer`)
  const decision = await withTransaction(async (tx) => {
    const complaint = await findComplaint(tx, call.actor.district, id)
    if (!complaint) return refuse('not-found')
    const answered = answerComplaint(complaint, command, call)
    if (!answered.ok) return answered
    if (answered.value === complaint) return become(complaint.version)
    await saveComplaint(tx, answered.value)
    // Not whom it answers: command reads the log, and is told nowhere who complained.
    await audit(tx, occasionOf(call), 'complaint.answered', `complaints/${id}`)
    await addOutboxEntry(tx, {
      id: outboxId,
      at: call.now,
      audience: { persons: [complaint.by], posts: [], except: call.actor.id },
      notice: { kind: 'complaint', what: 'answered', complaint: id, title: complaint.words.slice(0, 30) },
    })
    return become(answered.value.version)
  })
  if (!decision.ok) return decision
  await deliverSoon(outboxId, call.now)
  return become({ version: decision.value })
}
