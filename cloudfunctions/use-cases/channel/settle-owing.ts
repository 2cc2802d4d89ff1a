import { asInstant, type Instant } from '#domain/kernel/instant'
import type { Message } from '#domain/message'

import { listOwing, settleOwing } from '../../store/messages'
import { applyEffects } from './effects'
import { placeOf } from './place'

const messagesPerRun = 500
/** the call that appended it may still be at work */
const grace = 10_000

/** The clock's share: what messages still owe is done; every part is safe to do again, so each is simply done. */
export const settleMessages = async (now: Instant): Promise<number> => {
  const owing = await listOwing(asInstant(now - grace), messagesPerRun)
  const settled: Message[] = []
  for (const message of owing) {
    const place = await placeOf(message)
    if (!place || (await applyEffects(message, place, { now, again: true }))) settled.push(message)
  }
  for (let from = 0; from < settled.length; from += 200) await settleOwing(settled.slice(from, from + 200))
  return settled.length
}
