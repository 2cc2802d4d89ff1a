import { isOffice } from '#domain/channel'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { refuse, type Decision } from '#domain/kernel/result'
import { checkPosting, lineOf, type Body, type Message, type Quote } from '#domain/message'

import { appendMessage, findMessage, findMessageByKey } from '../../store/messages'
import { articleBody } from '../article/send'
import type { Call, UseCase } from '../call'
import { hashOf } from '../derived-id'
import { speakerOf } from '../session/verified'
import { uploadNames } from '../upload/accept-photos'
import { admit } from './admit'
import { enter, type Entered } from './enter'
import { applyEffects } from './effects'
import { answerOfPosted } from './first-answer'
import { spokenFor } from './speaker'

type Posted = Input<'channel.post'>

/**
 * One message into a channel: who may, what it says, its check; then its place in the sequence, and at once what follows
 * from it. A repeat of the key gives the first answer.
 */
export const post: UseCase<'channel.post'> = async (input, call) => {
  const [entered, openid] = await Promise.all([enter(call, input.channel), speakerOf(call)])
  if (!entered) return refuse('not-found')
  if (openid === null) return refuse('phone-needed')
  const [quote, draft] = await Promise.all([quoteOf(input), draftOf(input, entered, call)])
  if (quote === 'unknown') return refuse('quote-unknown')
  const { body, mentions, asks } = input
  const rest = { quote, mentions, asks }
  const posting = { body: unchecked(body), ...rest }
  const allowed = checkPosting(entered.channel, entered.standing, posting, entered.heads)
  if (!allowed.ok) return allowed
  if (body.kind === 'article') return postArticle(body.article, { ...draft, ...rest }, entered, call)
  return admit(body, { ...draft, ...rest }, call, {
    openid,
    show: (posted) => settle({ ...posted, state: { kind: 'shown' } }, entered, call),
  })
}

/** What it says was checked when it was published: it goes straight into the channel. */
const postArticle = async (
  article: Id<'article'>,
  draft: Omit<Message, 'seq' | 'body' | 'state'>,
  entered: Entered,
  call: Call,
) => {
  const before = await findMessageByKey(draft.channel, draft.author, draft.key)
  if (before) return answerOfPosted(before, draft.content)
  const body = await articleBody(article, entered, call)
  if (!body.ok) return body
  return settle({ ...draft, body: body.value, state: { kind: 'shown' } }, entered, call)
}

/** As far as who may send what is concerned: files are taken in once that is settled. */
const unchecked = (said: Posted['body']): Body => {
  switch (said.kind) {
    case 'article':
      return { ...said, version: 0, title: '' }
    case 'text':
      return said
    case 'images':
      return { kind: 'images', pictures: [] }
    case 'voice':
      return { kind: 'voice', file: '', seconds: said.seconds }
    case 'file':
      return { kind: 'file', file: '', name: said.name, bytes: 0 }
  }
}

/** A ticket may be another at the next try; the uploads' names stay. */
const repeatable = (body: Posted['body']): unknown =>
  'files' in body ? { ...body, ticket: null, files: uploadNames(body.files) } : body

/** A message that may be seen: appended, and what follows from it done before the answer. */
const settle = async (
  draft: Omit<Message, 'seq'>,
  entered: Entered,
  call: Call,
): Promise<Decision<{ seq: number; at: Message['at'] }, 'key-reused'>> => {
  const { message, repeated } = await appendMessage(draft, entered.record.last)
  if (!repeated) await applyEffects(message, entered, { now: call.now, again: false })
  return answerOfPosted(message, draft.content)
}

const quoteOf = async ({ channel, quote }: Posted): Promise<Quote | null | 'unknown'> => {
  if (quote === null) return null
  const quoted = await findMessage(channel, quote)
  return quoted ? { seq: quoted.seq, by: quoted.author, line: lineOf(quoted) } : 'unknown'
}

const draftOf = async (
  { channel, key, body, quote, mentions, asks, shop }: Posted,
  { standing, shops }: Entered,
  { actor, now }: Call,
) => ({
  ...{ channel, key, standing, at: now },
  district: actor.district,
  author: actor.id,
  shop: isOffice(standing) ? null : await spokenFor(shop, shops, { actor, now }),
  content: hashOf(repeatable(body), quote, mentions, asks),
})
