import type { Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { hide, recall, type Message, type TakeBackRefusal } from '#domain/message'

import { db } from '../../cloud/database'
import { noteChange } from '../../store/channels'
import { withdraw } from '../../store/circulars'
import { findMessage, saveState } from '../../store/messages'
import { raiseSignal } from '../../store/signals'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { forgetQuestion } from '../question/track'
import { tellPerson } from './effects'
import { enter, type Entered } from './enter'

type Rule = (message: Message, entered: Entered) => Decision<Message, TakeBackRefusal>

/** The message's new state, then whoever reads the channel is told; two at once: the first state stays. */
const change = async (
  { channel, seq }: { readonly channel: Id<'channel'>; readonly seq: number },
  call: Call,
  rule: Rule,
): Promise<Decision<Record<never, never>, TakeBackRefusal | 'not-found'>> => {
  const entered = await enter(call, channel)
  const message = entered && (await findMessage(channel, seq))
  if (!message) return refuse('not-found')
  const decided = rule(message, entered)
  if (!decided.ok) return decided
  if (message.body.kind === 'circular') await withdraw(message.body.circular, call.now)
  if (decided.value !== message && (await saveState(decided.value, call.now))) {
    await noteChange(decided.value, call.now)
    if (decided.value.state.kind === 'recalled' && message.standing === 'owner')
      await leaveQueue(decided.value, entered, call)
    await raiseSignal(entered.record.signalKey)
  }
  return become({})
}

/** The heads' queue is on their screens by their own signals. */
const leaveQueue = async (message: Message, { heads }: Entered, { now }: Call): Promise<void> => {
  await forgetQuestion(message, now)
  for (const head of heads) await tellPerson(head)
}

export const recallMessage: UseCase<'channel.recall'> = (input, call) =>
  change(input, call, (message) => recall(message, call.actor.id, call.now))

export const hideMessage: UseCase<'channel.hide'> = async (input, call) => {
  const done = await change(input, call, (message, { standing }) =>
    hide(message, standing, { by: call.actor.id, why: input.why, now: call.now }),
  )
  if (done.ok)
    await audit(db, occasionOf(call), 'message.hidden', `messages/${input.channel}:${String(input.seq)}`, {
      why: input.why,
    })
  return done
}
