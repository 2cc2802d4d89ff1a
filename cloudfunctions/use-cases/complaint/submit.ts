import { checkWords, type Complaint, type ComplaintSubject } from '#domain/complaint'
import { become, refuse } from '#domain/kernel/result'

import { withTransaction } from '../../cloud/transaction'
import { findComplaint, saveComplaint } from '../../store/complaints'
import { findMessage } from '../../store/messages'
import { addOutboxEntry } from '../../store/outbox'
import type { Call, UseCase } from '../call'
import { enter } from '../channel/enter'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { asId } from '#domain/kernel/id'

/** Of a message: who wrote it. Null where it is not there for this person: who may read it may complain about it. */
const findSubject = async (
  about: ComplaintSubject | null,
  call: Call,
): Promise<Pick<Complaint, 'against'> | null> => {
  if (about?.kind !== 'message') return {}
  const { channel, seq } = about
  const message = (await enter(call, channel)) && (await findMessage(channel, seq))
  if (!message) return null
  return message.author === null ? {} : { against: message.author }
}

/** A moderator and command hear of it; complaints about a head reach no head. */
export const submitComplaint: UseCase<'complaint.submit'> = async (input, call) => {
  const { actor, now } = call
  const words = checkWords(input.words)
  if (!words.ok) return words
  const id = derivedId<'complaint'>(actor.id, 'complaint.submit', input.key)
  const body = hashOf(input.about, input.reason, words.value)
  const outboxId = asId<'outboxEntry'>(`complaint:${id}`)
  const subject = await findSubject(input.about, call)
  if (!subject) return refuse('not-found')
  const decision = await withTransaction(async (tx) => {
    const before = await findComplaint(tx, actor.district, id)
    if (before) return before.body === body ? become(false) : refuse('key-reused')
    const complaint: Complaint = {
      id,
      district: actor.district,
      by: actor.id,
      at: now,
      about: input.about,
      ...subject,
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
