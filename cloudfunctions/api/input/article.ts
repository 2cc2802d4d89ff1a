import { z } from 'zod'

import { articleLimits, articleTopics } from '#domain/article'
import type { ArticleEndpoints } from '#domain/contract/article'
import type { CannedAnswerEndpoints } from '#domain/contract/canned-answer'

import { cursor, idOf, key, uploaded, version, words, type Inputs } from './parts'

const topic = z.enum(articleTopics)
const trades = z.array(idOf<'trade'>()).min(1).max(articleLimits.trades).readonly().nullable()
const id = idOf<'article'>()

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), words }),
  z.strictObject({ kind: z.literal('words'), words }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(words).max(100).readonly() }),
  z.strictObject({
    kind: z.literal('picture'),
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('kept'), file: z.string().max(300) }),
      z.strictObject({ kind: z.literal('uploaded'), at: z.number().int().nonnegative().max(50) }),
    ]),
    words,
  }),
])

const answerAt = { channel: idOf<'channel'>(), seq: z.number().int().positive() }

/** The guidance library, what is often asked, and canned answers. */
export const articleInputs: Inputs<keyof ArticleEndpoints | keyof CannedAnswerEndpoints> = {
  'article.list': z.strictObject({
    words: z.string().max(200),
    trade: idOf<'trade'>().nullable(),
    topic: topic.nullable(),
    cursor,
  }),
  'article.read': z.strictObject({ id, edition: z.number().int().positive().nullable() }),
  'article.drafts': z.strictObject({ status: z.enum(['draft', 'published', 'withdrawn']), cursor }),
  'article.draft': z.strictObject({ id }),
  'article.save': z.strictObject({
    ...uploaded,
    key,
    id: id.nullable(),
    version: version.nullable(),
    title: words,
    topic,
    trades,
    blocks: z.array(block).max(100).readonly(),
  }),
  'article.publish': z.strictObject({ id, version, everywhere: z.boolean(), sure: z.boolean() }),
  'article.withdraw': z.strictObject({ id, version }),
  'article.prefill': z.strictObject(answerAt),
  'article.fromAnswer': z.strictObject({ ...answerAt, key, question: words, answer: words, topic, trades }),
  'cannedAnswer.list': z.strictObject({
    channel: idOf<'channel'>().nullable(),
    topic: topic.nullable(),
    cursor,
  }),
  'cannedAnswer.save': z.strictObject({
    key,
    id: idOf<'cannedAnswer'>().nullable(),
    version: version.nullable(),
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('own') }),
      z.strictObject({ kind: z.literal('district') }),
      z.strictObject({ kind: z.literal('agency'), agency: idOf<'agency'>() }),
    ]),
    topic,
    trades,
    words,
  }),
  'cannedAnswer.remove': z.strictObject({ id: idOf<'cannedAnswer'>(), version }),
}
