import type { Actor } from './actor'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'

/** Who acts, and when: taken once per invocation. */
export interface Occasion {
  readonly actor: Actor
  readonly now: Instant
}

/** What every command carries beside its move: the version its author saw, and how to tell a repeat. */
export interface MoveMark {
  readonly version: number
  readonly key: string
  readonly body: string
}

/** One step in a thing's history, as far as repeats are told by it. */
interface Step {
  readonly by: Id<'person'>
  readonly key: string
  readonly body: string
}

/** Whether this author sent this key before, with the same body or another; null where it is new. */
export const repeatOf = (
  history: readonly Step[],
  mark: Pick<MoveMark, 'key' | 'body'>,
  author: Id<'person'>,
): 'same' | 'other' | null => {
  const before = history.find(({ key, by }) => key === mark.key && by === author)
  if (!before) return null
  return before.body === mark.body ? 'same' : 'other'
}
