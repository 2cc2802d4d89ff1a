import { channelIdOf } from '#domain/channel'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Channel } from '#domain/membership'
import type { Card, Message } from '#domain/message'

import { appendMessage } from '../../store/messages'
import { hashOf } from '../derived-id'
import { applyEffects } from './effects'
import { placeOf } from './place'

interface Posting {
  readonly district: Id<'district'>
  readonly shop: Message['shop']
  /** names the change it speaks of: the same change posts one card, however often it is told */
  readonly key: string
  readonly now: Instant
}

/** A card of the system's own; answers its number in the channel. */
export const postCard = async (
  channel: Channel,
  card: Card,
  { district, shop, key, now }: Posting,
): Promise<number> => {
  const place = await placeOf({ channel: channelIdOf(channel), district })
  if (!place) throw new Error(`no channel ${channelIdOf(channel)}`)
  const { message, repeated } = await appendMessage(
    {
      ...{ channel: place.record.id, district, shop, key, at: now },
      ...{ author: null, standing: null, quote: null, mentions: [], asks: false },
      content: hashOf(card),
      body: { kind: 'card', card },
      state: { kind: 'shown' },
    },
    place.record.last,
  )
  if (!repeated) await applyEffects(message, place, { now, again: false })
  return message.seq
}
