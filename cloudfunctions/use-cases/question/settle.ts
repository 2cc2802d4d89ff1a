import { become, refuse } from '#domain/kernel/result'
import { settle } from '#domain/question'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findQuestion, saveQuestion } from '../../store/questions'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { enter } from '../channel/enter'

/** Answered outside the channel, or no question: it leaves the queue. A second time changes nothing. */
export const settleQuestion: UseCase<'question.settle'> = async ({ id, how }, call) => {
  const { actor, now } = call
  const known = await findQuestion(db, actor.district, id)
  const entered = known && (await enter(call, known.channel))
  if (!entered || entered.standing === 'owner') return refuse('not-found')
  await withTransaction(async (tx) => {
    const question = await findQuestion(tx, actor.district, id)
    if (question?.status.kind !== 'open') return
    await saveQuestion(tx, settle(question, actor.id, how, now), null)
    await audit(tx, occasionOf(call), 'question.settled', `questions/${id}`, { detail: { how } })
  })
  return become({})
}
