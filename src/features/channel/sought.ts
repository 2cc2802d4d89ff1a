import { dayAfter, startOf, type Day } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import { dateWords } from '../../ui/time-words'

export interface Speaker {
  readonly id: Id<'person'>
  readonly name: string
}

/** What is looked for in a channel; the days are whole ones, the last one with them. */
export interface Sought {
  readonly words: string
  readonly by: Speaker | null
  readonly from: Day | null
  readonly to: Day | null
}

export const nothingSought: Sought = { words: '', by: null, from: null, to: null }
export const everybodyAnyDay = { by: null, from: null, to: null }

const SHORTEST = 2

export const isNarrowed = ({ by, from, to }: Sought): boolean => by !== null || from !== null || to !== null

/** Whether there is something to look for: with a person or a day the words may be left out. */
export const isEnough = (sought: Sought): boolean =>
  isNarrowed(sought) || Array.from(sought.words).length >= SHORTEST

/** As the server asks for it: from this moment on, and up to before that one. */
export const spanOf = ({ from, to }: Pick<Sought, 'from' | 'to'>) => ({
  from: from === null ? null : startOf(from),
  to: to === null ? null : startOf(dayAfter(to, 1)),
})

/** 「11月20日到11月22日」「11月20日」「11月20日起」「到11月22日」 */
export const daysWords = ({ from, to }: Pick<Sought, 'from' | 'to'>, now: number): string | null => {
  const [first, last] = [from, to].map((day) => (day === null ? null : dateWords(startOf(day), now)))
  if (from !== null && from === to) return first ?? null
  if (from !== null && to !== null) return `${first ?? ''}到${last ?? ''}`
  if (from !== null) return `${first ?? ''}起`
  return to === null ? null : `到${last ?? ''}`
}
