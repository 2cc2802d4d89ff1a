import { removeCanned } from '#domain/canned-answer'
import { become, refuse } from '#domain/kernel/result'

import { withTransaction } from '../../cloud/transaction'
import { findCanned, saveCanned } from '../../store/canned-answers'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { mayChange } from './where'

/** A second time changes nothing. */
export const removeCannedAnswer: UseCase<'cannedAnswer.remove'> = ({ id, version }, call) =>
  withTransaction(async (tx) => {
    const { actor, now } = call
    const answer = await findCanned(tx, actor.district, id)
    if (!answer || !mayChange(actor, 'cannedAnswer.remove', answer)) return refuse('not-found')
    const removed = removeCanned(answer, version)
    if (!removed.ok) return removed
    if (removed.value !== answer) {
      await saveCanned(tx, removed.value, now)
      await audit(tx, occasionOf(call), 'cannedAnswer.removed', `cannedanswers/${id}`)
    }
    return become({})
  })
