import { isOffice } from '#domain/channel'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { checkPosting, lineOf, type Body, type Message, type Quote } from '#domain/message'

import { db } from '../../cloud/database'
import { appendMessage, findMessage } from '../../store/messages'
import { findIdentityOf } from '../../store/people'
import { findShop } from '../../store/shops'
import type { Call, UseCase } from '../call'
import { hashOf } from '../derived-id'
import { uploadNames } from '../upload/accept-photos'
import { admit } from './admit'
import { enter, type Entered } from './enter'
import { applyEffects } from './effects'

type Posted = Input<'channel.post'>

/**
 * One message into a channel: who may, what it says, its check; then its place in the sequence, and at once what follows
 * from it. A repeat of the key gives the first answer.
 */
export const post: UseCase<'channel.post'> = async (input, call) => {
  const [entered, identity] = await Promise.all([
    enter(call.actor, input.channel),
    findIdentityOf(db, call.actor.id),
  ])
  if (!entered) return refuse('not-found')
  if (!identity || identity.phone === null) return refuse('phone-needed')
  const quote = await quoteOf(input)
  if (quote === 'unknown') return refuse('quote-unknown')
  const { body, mentions, asks } = input
  // No library of articles is there to send from yet.
  if (body.kind === 'article') return refuse('kind-not-allowed')
  const rest = { quote, mentions, asks }
  const posting = { body: unchecked(body), ...rest }
  const allowed = checkPosting(entered.channel, entered.standing, posting, entered.heads)
  if (!allowed.ok) return allowed
  return admit(body, { ...(await draftOf(input, entered, call)), ...rest }, call, {
    openid: identity.openid,
    show: (posted) => settle({ ...posted, state: { kind: 'shown' } }, entered, call),
  })
}

/** As far as who may send what is concerned: files are taken in once that is settled. */
const unchecked = (said: Exclude<Posted['body'], { readonly kind: 'article' }>): Body => {
  switch (said.kind) {
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
const said = (body: Posted['body']): unknown =>
  'files' in body ? { ...body, ticket: null, files: uploadNames(body.files) } : body

/** A message that may be seen: appended, and what follows from it done before the answer. */
const settle = async (
  draft: Omit<Message, 'seq'>,
  entered: Entered,
  call: Call,
): Promise<Decision<{ seq: number; at: Message['at'] }, 'key-reused'>> => {
  const { message, repeated } = await appendMessage(draft, entered.record.last)
  if (repeated && message.content !== draft.content) return refuse('key-reused')
  if (!repeated) await applyEffects(message, entered, call.now)
  return become({ seq: message.seq, at: message.at })
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
  shop: await spokenFor(
    actor.district,
    isOffice(standing) ? null : (shops.find((one) => one === shop) ?? shops[0]),
  ),
  content: hashOf(said(body), quote, mentions, asks),
})

const spokenFor = async (
  district: Id<'district'>,
  id: Id<'shop'> | null | undefined,
): Promise<Message['shop']> => {
  if (!id) return null
  const shop = await findShop(db, district, id)
  return shop && { id, name: shop.name }
}
