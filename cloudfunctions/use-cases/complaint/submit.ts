import { checkWords, type Complaint } from '#domain/complaint'
import { become, refuse } from '#domain/kernel/result'

import { withTransaction } from '../../cloud/transaction'
import { findComplaint, saveComplaint } from '../../store/complaints'
import { addOutboxEntry } from '../../store/outbox'
import type { UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { asId } from '#domain/kernel/id'

/** A moderator and command hear of it; complaints about a head reach no head. */
export const submitComplaint: UseCase<'complaint.submit'> = async (input, call) => {
  const { actor, now } = call
  const words = checkWords(input.words)
  if (!words.ok) return words
  const id = derivedId<'complaint'>(actor.id, 'complaint.submit', input.key)
  const body = hashOf(input.about, input.reason, words.value)
  const outboxId = asId<'outboxEntry'>(`complaint:${id}`)
  const decision = await withTransaction(async (tx) => {
    const before = await findComplaint(tx, actor.district, id)
    if (before) return before.body === body ? become(false) : refuse('key-reused')
    const complaint: Complaint = {
      id,
      district: actor.district,
      by: actor.id,
      at: now,
      about: input.about,
      reason: input.reason,
      words: words.value,
      version: 1,
      body,
      status: { kind: 'open' },
    }
    await saveComplaint(tx, complaint)
    await addOutboxEntry(tx, {
      id: outboxId,
      at: now,
      audience: {
        persons: [],
        posts: [`moderator:${actor.district}`, `command:${actor.district}`],
        except: actor.id,
      },
      notice: { kind: 'complaint', what: 'submitted', complaint: id, title: words.value.slice(0, 30) },
    })
    return become(true)
  })
  if (!decision.ok) return decision
  if (decision.value) await deliverSoon(outboxId, now)
  return become({ id })
}
