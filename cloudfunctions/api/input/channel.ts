import { z } from 'zod'

import type { ChannelEndpoints } from '#domain/contract/channel'
import { asInstant } from '#domain/kernel/instant'
import { settledHows } from '#domain/question'

import { cursor, idOf, key, nothing, uploaded, words, type Inputs } from './parts'

const channel = idOf<'channel'>()
const seq = z.number().int().positive()
const mark = z.number().int().nonnegative()
const instant = z
  .number()
  .int()
  .nonnegative()
  .transform((value) => asInstant(value))

const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), words }),
  z.strictObject({ kind: z.literal('images'), ...uploaded }),
  z.strictObject({ kind: z.literal('voice'), ...uploaded, seconds: z.number().positive().max(600) }),
  z.strictObject({ kind: z.literal('file'), ...uploaded, name: z.string().max(300) }),
  z.strictObject({ kind: z.literal('article'), article: idOf<'article'>() }),
])

/** What is said and read in channels, and the head's queue. */
export const channelInputs: Inputs<keyof ChannelEndpoints> = {
  'channel.list': nothing,
  'channel.open': z.strictObject({ channel, at: seq.nullable() }),
  'channel.page': z.union([
    z.strictObject({ channel, before: seq }),
    z.strictObject({ channel, after: mark }),
  ]),
  'channel.changes': z.strictObject({ channel, last: mark, changedAt: instant }),
  'channel.post': z.strictObject({
    channel,
    key,
    body,
    quote: seq.nullable(),
    mentions: z.union([z.literal('all'), z.array(idOf<'person'>()).max(200).readonly()]),
    asks: z.boolean(),
    shop: idOf<'shop'>().nullable(),
  }),
  'channel.read': z.strictObject({ channel, until: mark }),
  'channel.mute': z.strictObject({ channel, muted: z.boolean() }),
  'channel.pin': z.strictObject({ channel, seq, pinned: z.boolean() }),
  'channel.recall': z.strictObject({ channel, seq }),
  'channel.hide': z.strictObject({ channel, seq, why: words }),
  'channel.search': z.strictObject({
    channel,
    words: z.string().max(200),
    by: idOf<'person'>().nullable(),
    from: instant.nullable(),
    to: instant.nullable(),
    cursor,
  }),
  'channel.files': z.strictObject({ channel, kind: z.enum(['images', 'file', 'article']), cursor }),
  'channel.members': z.strictObject({ channel, cursor }),
  'question.list': z.strictObject({ cursor }),
  'question.settle': z.strictObject({ id: idOf<'question'>(), how: z.enum(settledHows) }),
}
