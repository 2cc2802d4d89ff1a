import { become, refuse } from '#domain/kernel/result'

import { forgetOwn } from '../../store/channels'
import { findMarks, markChannelRead, markMuted, markOf, unreadOf } from '../../store/marks'
import type { UseCase } from '../call'
import { enter } from './enter'

/** Nobody has read further than what is there. */
export const readChannel: UseCase<'channel.read'> = async ({ channel, until }, call) => {
  const { actor } = call
  const entered = await enter(call, channel)
  if (!entered) return refuse('not-found')
  const { last, own } = entered.record
  const seen = Math.min(until, last)
  await Promise.all([markChannelRead(actor.id, channel, seen), forgetOwn(channel, actor.id, seen)])
  const mark = markOf(await findMarks(actor.id), channel)
  return become({ unread: unreadOf(mark, last, own[actor.id] ?? []) })
}

export const muteChannel: UseCase<'channel.mute'> = async ({ channel, muted }, call) => {
  if (!(await enter(call, channel))) return refuse('not-found')
  await markMuted(call.actor.id, channel, muted)
  return become({})
}
