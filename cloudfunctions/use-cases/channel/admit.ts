import type { BodyInput, ContentRefusal, FileRefusal } from '#domain/contract/channel'
import type { Decision } from '#domain/kernel/result'
import { holdFiles, holdWords, type Posted } from '#domain/moderation'

import { db } from '../../cloud/database'
import { findHeld } from '../../store/held'
import { findMessageByKey } from '../../store/messages'
import type { Call } from '../call'
import { forgetUploads } from '../upload/accept-photos'
import { judgeWords } from './check-words'
import { answerOfPosted } from './first-answer'
import { answerOfHeld, heldIdOf, hold, type HeldAnswer } from './hold'
import { takeBody } from './take-body'

type Said = Exclude<BodyInput, { readonly kind: 'article' }>
type Admitted = Decision<HeldAnswer, FileRefusal | ContentRefusal | 'key-reused' | 'consent-needed'>

interface Setting {
  readonly openid: string
  /** a text that has passed goes straight into the channel */
  readonly show: (posted: Posted) => Promise<Decision<HeldAnswer, 'key-reused'>>
}

/** What is in order in every other way is checked for what it says and shows: seen at once, held, or refused. */
export const admit = async (
  said: Said,
  posted: Omit<Posted, 'body'>,
  call: Call,
  { openid, show }: Setting,
): Promise<Admitted> => {
  const id = heldIdOf(posted)
  // Words that pass go on at once: whether this key spoke before is known where it is appended.
  if (said.kind === 'text') {
    const judged = await judgeWords(said.words, openid)
    if (!judged.ok) return judged
    if (judged.value === 'pass') return show({ ...posted, body: said })
    return hold(holdWords(id, { ...posted, body: said }, judged.value === 'undecided'), [], call)
  }
  const before = await firstAnswer(posted)
  if (before) return before
  const taken = await takeBody(said, call)
  // The same call a moment earlier may have taken the uploads in: then this one is its repeat.
  if (!taken.ok) return (await firstAnswer(posted)) ?? taken
  const { body, drafted } = taken.value
  const answer = await hold(holdFiles(id, { ...posted, body }), drafted, call)
  if (answer.ok) await forgetUploads(said.files)
  return answer
}

/** A repeat gets the first answer; the same key with another body is a mistake of the sender's. Null: not posted before. */
const firstAnswer = async (posted: Omit<Posted, 'body'>): Promise<Admitted | null> => {
  const { channel, author, key, content } = posted
  const [message, held] = await Promise.all([
    findMessageByKey(channel, author, key),
    findHeld(db, heldIdOf(posted)),
  ])
  if (message) return answerOfPosted(message, content)
  return held && answerOfHeld(held, content)
}
