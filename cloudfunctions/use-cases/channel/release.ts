import { asInstant, type Instant } from '#domain/kernel/instant'
import { lineOf, type Message, type Quote } from '#domain/message'
import { filesOf, type Held } from '#domain/moderation'

import { withTransaction } from '../../cloud/transaction'
import { findHeld, removeHeld } from '../../store/held'
import { appendMessage, findMessage } from '../../store/messages'
import { findPerson } from '../../store/people'
import { raiseSignal } from '../../store/signals'
import { dropUnsettled, retireFile, type DraftedFile } from '../upload/draft'
import { applyEffects } from './effects'
import { placeOf } from './place'

/**
 * Gives a message that has passed its place in the channel, as of this moment. The author's key appends it once, however
 * many release it; only then is it held no more. What breaks off here is done again by the clock. Null: its author has gone.
 */
export const release = async (held: Held, now: Instant): Promise<Message | null> => {
  if (held.state.kind !== 'passed') throw new Error(`held message ${held.id} has not passed`)
  const author = await findPerson(held.author)
  if (!author || author.leftAt !== null) {
    await letGo(held, [], now)
    return null
  }
  const place = await placeOf(held)
  const draft = { ...draftOf(held), at: asInstant(Math.max(now, held.at)), quote: await quoteToday(held) }
  const { message } = await appendMessage(draft, place?.record.last ?? 0)
  if (place) await applyEffects(message, place, { now, again: false })
  await letGo(held, filesOf(message.body), now)
  return message
}

const draftOf = ({ id: _id, checks: _checks, due: _due, version: _version, ...posted }: Held) => ({
  ...posted,
  state: { kind: 'shown' } as const,
})

/** What was quoted may have been taken back meanwhile. */
const quoteToday = async ({ channel, quote }: Held): Promise<Quote | null> => {
  const quoted = quote && (await findMessage(channel, quote.seq))
  return quoted ? { seq: quoted.seq, by: quoted.author, line: lineOf(quoted) } : null
}

/** It is held no more; those of its files go that nothing else names now. One that has passed meanwhile stays: it is released. */
export const letGo = async (
  { id, author, district, state }: Held,
  stay: readonly string[],
  now: Instant,
): Promise<void> => {
  const retired = await withTransaction(async (tx) => {
    const files: DraftedFile[] = []
    const held = await findHeld(tx, id)
    if (!held || (held.state.kind === 'passed' && state.kind !== 'passed')) return files
    const occasion = { actor: { id: author, district, grants: [] }, now }
    for (const file of filesOf(held.body))
      if (!stay.includes(file)) files.push(...(await retireFile(tx, file, occasion)))
    await removeHeld(tx, id)
    return files
  })
  await dropUnsettled(retired)
}

/** On this person's screens and in the open channel; a hint, whose loss costs a moment. */
export const tellAuthor = async (held: Held): Promise<void> => {
  const [author, place] = await Promise.all([findPerson(held.author), placeOf(held)])
  if (author) await raiseSignal(author.signalKey)
  if (place) await raiseSignal(place.record.signalKey)
}
