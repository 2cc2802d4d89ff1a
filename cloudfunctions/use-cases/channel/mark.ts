import { become, refuse } from '#domain/kernel/result'

import { findMarks, markChannelRead, markMuted, markOf, unreadOf } from '../../store/marks'
import type { UseCase } from '../call'
import { enter } from './enter'

/** Nobody has read further than what is there. */
export const readChannel: UseCase<'channel.read'> = async ({ channel, until }, { actor }) => {
  const entered = await enter(actor, channel)
  if (!entered) return refuse('not-found')
  const { last } = entered.record
  await markChannelRead(actor.id, channel, Math.min(until, last))
  return become({ unread: unreadOf(markOf(await findMarks(actor.id), channel), last) })
}

export const muteChannel: UseCase<'channel.mute'> = async ({ channel, muted }, { actor }) => {
  if (!(await enter(actor, channel))) return refuse('not-found')
  await markMuted(actor.id, channel, muted)
  return become({})
}
