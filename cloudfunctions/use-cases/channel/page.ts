import { become, refuse } from '#domain/kernel/result'

import { listMessages } from '../../store/messages'
import type { UseCase } from '../call'
import { enter } from './enter'
import { viewMessages } from './view'

export const pageLength = 30

export const pageOfChannel: UseCase<'channel.page'> = async (input, call) => {
  const entered = await enter(call, input.channel)
  if (!entered) return refuse('not-found')
  const range =
    'before' in input
      ? ({ kind: 'before', seq: input.before } as const)
      : ({ kind: 'after', seq: input.after } as const)
  const messages = await listMessages(input.channel, range, pageLength)
  return become({ messages: await viewMessages(messages, { id: call.actor.id, standing: entered.standing }) })
}
