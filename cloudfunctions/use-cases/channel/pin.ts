import { isOffice } from '#domain/channel'
import { become, refuse } from '#domain/kernel/result'
import { messageLimits } from '#domain/message'

import { savePins } from '../../store/channels'
import { findMessage } from '../../store/messages'
import { raiseSignal } from '../../store/signals'
import type { UseCase } from '../call'
import { enter } from './enter'

/** Held up above the messages by the office, the newest pin first; pinning twice is pinning once. */
export const pinMessage: UseCase<'channel.pin'> = async ({ channel, seq, pinned }, call) => {
  const entered = await enter(call, channel)
  const message = entered && (await findMessage(channel, seq))
  if (!message) return refuse('not-found')
  if (!isOffice(entered.standing)) return refuse('not-permitted')
  if (pinned && message.state.kind !== 'shown') return refuse('wrong-state')
  const others = entered.record.pins.filter((one) => one !== seq)
  if (pinned && others.length >= messageLimits.pins)
    return refuse('too-many-pins', { most: messageLimits.pins })
  const pins = pinned ? [seq, ...others] : others
  await savePins(channel, pins, call.now)
  await raiseSignal(entered.record.signalKey)
  return become({ pins })
}
