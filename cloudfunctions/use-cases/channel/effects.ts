import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Message } from '#domain/message'

import { bringUpToDate } from '../../store/channels'
import { markCalled } from '../../store/marks'
import { findPerson } from '../../store/people'
import { raiseSignal, raiseSignalFor } from '../../store/signals'
import { trackAnswers, trackQuestion } from '../question/track'
import type { Place } from './place'

/** Who must hear of a message even with the channel closed: whoever it calls, and at a private desk the heads. */
const calledBy = ({ mentions, author }: Message, { channel, heads }: Place): readonly Id<'person'>[] => {
  const called = mentions === 'all' ? [] : mentions
  return [...new Set([...called, ...(channel.kind === 'desk' ? heads : [])])].filter((id) => id !== author)
}

/** Whatever is on this person's screens is read again. */
export const tellPerson = async (person: Id<'person'>): Promise<void> => {
  const found = await findPerson(person)
  if (found) await raiseSignal(found.signalKey)
}

interface Occurrence {
  readonly now: Instant
  /** by the clock: whoever was told of it then is not told again */
  readonly again: boolean
}

/**
 * What follows from a message, each part by itself and safe to do again: the channel's newest line and its signal, the
 * called people's marks, the head's queue. A message is its own outbox entry: what fails here is owed, and done by `jobs`
 * within a minute.
 */
export const applyEffects = async (
  message: Message,
  entered: Place,
  { now, again }: Occurrence,
): Promise<boolean> => {
  const { channel, seq, mentions, standing } = message
  const line = bringUpToDate(message)
  const queue =
    standing === null
      ? null
      : standing === 'owner'
        ? trackQuestion(message, entered, now)
        : trackAnswers(message, entered, now)
  // Whoever is called looks at once: then the list and the queue must say it already.
  const called = mentions === 'all' ? [] : mentions
  const afterwards = Promise.all([line, queue, ...called.map((person) => markCalled(person, channel, seq))])
  const parts: readonly Promise<unknown>[] = [
    afterwards,
    raiseSignalFor(entered.record.signalKey, seq),
    ...calledBy(message, entered).map((person) =>
      afterwards.then(([behind]) => (again && !behind ? null : tellPerson(person))),
    ),
  ]
  const done = await Promise.allSettled(parts)
  const broken = done.filter((part) => part.status === 'rejected')
  for (const { reason } of broken) console.warn(`message ${channel}:${String(seq)} still owes`, reason)
  return broken.length === 0
}
