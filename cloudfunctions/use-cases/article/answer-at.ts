import { isAnswerToKeep } from '#domain/article'
import type { Caseload } from '#domain/caseload'
import { isOffice } from '#domain/channel'
import type { Id } from '#domain/kernel/id'
import { refuse, become, type Decision } from '#domain/kernel/result'
import type { Message } from '#domain/message'

import { findMessage, listMessages } from '../../store/messages'
import { findNames } from '../../store/people'
import { findShops } from '../../store/shops'
import type { Call } from '../call'
import { enter } from '../channel/enter'

/** An answer of the office's own side, with what was asked and whom nobody else is to read of. */
export interface AnswerAt {
  readonly caseload: Caseload
  readonly answer: Message
  readonly asked: Message | null
  /** of the people and shops in question and answer */
  readonly names: readonly string[]
  readonly trade: Id<'trade'> | null
}

interface At {
  readonly channel: Id<'channel'>
  readonly seq: number
}

/** how far back at a private desk the question is looked for */
const furthest = 20

/** What the answer quotes, or at a private desk the owner's last words before it. */
const askedBefore = async ({ channel, seq, quote }: Message): Promise<Message | null> => {
  if (quote !== null) return findMessage(channel, quote.seq)
  const before = await listMessages(channel, { kind: 'before', seq }, furthest)
  return before.filter(({ standing, body }) => standing === 'owner' && body.kind === 'text').at(-1) ?? null
}

export const findAnswer = async (
  { channel: id, seq }: At,
  call: Call,
): Promise<Decision<AnswerAt, 'not-found' | 'not-an-answer'>> => {
  const entered = await enter(call, id)
  const answer = entered && isOffice(entered.standing) ? await findMessage(id, seq) : null
  if (!entered || !answer) return refuse('not-found')
  const { channel, caseload } = entered
  if (!caseload || !isAnswerToKeep(channel, answer)) return refuse('not-an-answer')
  const asked = await askedBefore(answer)
  const shops = await findShops([
    ...new Set([...(asked?.shop ? [asked.shop.id] : []), ...(channel.kind === 'desk' ? [channel.shop] : [])]),
  ])
  const people = await findNames(asked?.author ? [asked.author] : [])
  const names = [
    ...shops.map(({ name }) => name),
    ...(asked?.shop ? [asked.shop.name] : []),
    ...people.values(),
  ]
  return become({ caseload, answer, asked, names: [...new Set(names)], trade: shops[0]?.trade ?? null })
}
