import { become, refuse } from '#domain/kernel/result'

import { forgetOwn } from '../../store/channels'
import { findMarks, markChannelRead, markMuted, markOf, unreadOf } from '../../store/marks'
import type { UseCase } from '../call'
import { enter } from './enter'

/** Nobody has read further than what is there. */
export const readChannel: UseCase<'channel.read'> = async ({ channel, until }, { actor }) => {
  const entered = await enter(actor, channel)
  if (!entered) return refuse('not-found')
  const { last, own } = entered.record
  const seen = Math.min(until, last)
  await Promise.all([markChannelRead(actor.id, channel, seen), forgetOwn(channel, actor.id, seen)])
  const mark = markOf(await findMarks(actor.id), channel)
  return become({ unread: unreadOf(mark, last, own[actor.id] ?? []) })
}

export const muteChannel: UseCase<'channel.mute'> = async ({ channel, muted }, { actor }) => {
  if (!(await enter(actor, channel))) return refuse('not-found')
  await markMuted(actor.id, channel, muted)
  return become({})
}
