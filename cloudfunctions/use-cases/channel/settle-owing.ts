import { headsOf } from '#domain/caseload'
import { channelOf } from '#domain/channel'
import { asInstant, type Instant } from '#domain/kernel/instant'
import type { Message } from '#domain/message'

import { findCaseloadOfShop, findCaseloads } from '../../store/caseloads'
import { findChannel } from '../../store/channels'
import { listOwing, settleOwing } from '../../store/messages'
import { applyEffects, type Place } from './effects'

const messagesPerRun = 500
/** the call that appended it may still be at work */
const grace = 10_000

/** The clock's share: what messages still owe is done; every part is safe to do again, so each is simply done. */
export const settleMessages = async (now: Instant): Promise<number> => {
  const owing = await listOwing(asInstant(now - grace), messagesPerRun)
  const settled: Message[] = []
  for (const message of owing) {
    const place = await placeOf(message)
    if (place === null || (await applyEffects(message, place, now))) settled.push(message)
  }
  for (let from = 0; from < settled.length; from += 200) await settleOwing(settled.slice(from, from + 200))
  return settled.length
}

/** Null where the channel is gone: then nothing is owed to anybody. */
export const placeOf = async ({ channel: id }: Pick<Message, 'channel'>): Promise<Place | null> => {
  const channel = channelOf(id)
  const record = await findChannel(id)
  if (!channel || !record) return null
  const caseload =
    channel.kind === 'store'
      ? ((await findCaseloads([channel.caseload]))[0] ?? null)
      : channel.kind === 'desk'
        ? await findCaseloadOfShop(channel.shop)
        : null
  return { channel, record, caseload, heads: caseload ? headsOf(caseload) : [] }
}
