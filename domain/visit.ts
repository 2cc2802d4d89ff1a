import { careWords, checkCareWords, type CareWordsRefusal } from './care-words'
import type { Side } from './guidance-item'
import { dayOf, startOf, type Day } from './kernel/day'
import type { Id } from './kernel/id'
import { asInstant, type Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import { unreachable } from './kernel/unreachable'
import type { Occasion } from './occasion'

/** When: a day in Beijing, and minutes after its midnight; `time` null where any hour suits. */
export interface VisitTime {
  readonly day: Day
  readonly time: number | null
}

interface Mark {
  readonly by: Id<'person'>
  readonly at: Instant
}

export type VisitStatus =
  /** `asked`: the shop would rather have another time, in its own words */
  | { readonly kind: 'planned'; readonly asked: (Mark & { readonly words: string }) | null }
  /** what was shown or helped with */
  | ({ readonly kind: 'done'; readonly words: string } & Mark)
  | ({ readonly kind: 'cancelled'; readonly words: string } & Mark)

/** 上门指导: one person comes to help. No score, no signature, no finding. */
export interface Visit {
  readonly id: Id<'visit'>
  readonly district: Id<'district'>
  readonly shop: Id<'shop'>
  /** the shop's caseload when it was planned */
  readonly caseload: Id<'caseload'>
  /** who comes */
  readonly visitor: Id<'person'>
  readonly when: VisitTime
  readonly topic: string
  readonly at: Instant
  readonly version: number
  /** a hash of the command: a repeat brings the same */
  readonly body: string
  readonly status: VisitStatus
}

/** The moment as far as it is known: a visit without an hour counts as at the beginning of its day. */
export const momentOf = ({ day, time }: VisitTime): Instant => asInstant(startOf(day) + (time ?? 0) * 60_000)

/** Whether the hour has struck; where none was named, the whole day is open. */
export const isPast = (when: VisitTime, now: Instant): boolean =>
  when.time === null ? when.day < dayOf(now) : momentOf(when) <= now

/** `items`: what a visit leaves to be done at most */
export const visitLimits = { items: 10, daysAhead: 180, topic: 60 } as const

export type VisitTimeRefusal = 'day-passed' | 'day-too-far'

export const checkTime = (when: VisitTime, now: Instant): Decision<VisitTime, VisitTimeRefusal> => {
  const today = dayOf(now)
  if (when.day < today) return refuse('day-passed')
  if (startOf(when.day) - startOf(today) > visitLimits.daysAhead * 86_400_000)
    return refuse('day-too-far', { days: visitLimits.daysAhead })
  return become(when)
}

export type TopicRefusal = 'topic-missing' | 'topic-too-long'

export const checkTopic = (given: string): Decision<string, TopicRefusal> => {
  const topic = given.trim()
  if (topic === '') return refuse('topic-missing')
  if (Array.from(topic).length > visitLimits.topic)
    return refuse('topic-too-long', { most: visitLimits.topic })
  return become(topic)
}

export type VisitMove =
  | { readonly kind: 'shift'; readonly when: VisitTime }
  | { readonly kind: 'finish'; readonly words: string; readonly items: readonly string[] }
  | { readonly kind: 'cancel'; readonly words: string }
  | { readonly kind: 'askOther'; readonly words: string }

/** Which moves are whose. */
export const visitMoves = {
  shift: 'office',
  finish: 'office',
  cancel: 'office',
  askOther: 'owner',
} as const satisfies Record<VisitMove['kind'], Side>

export type VisitRefusal =
  | CareWordsRefusal
  | VisitTimeRefusal
  | 'not-permitted'
  | 'wrong-state'
  | 'stale'
  | 'too-many-items'
  | 'not-yet'

/** The same move again by the same person, as when its answer was lost on the way, changes nothing. */
export const moveVisit = (
  visit: Visit,
  move: VisitMove,
  version: number,
  sides: readonly Side[],
  occasion: Occasion,
): Decision<Visit, VisitRefusal> => {
  if (!sides.includes(visitMoves[move.kind])) return refuse('not-permitted')
  if (version === visit.version - 1 && isDone(visit, move, occasion.actor.id)) return become(visit)
  if (version !== visit.version) return refuse('stale')
  if (visit.status.kind !== 'planned') return refuse('wrong-state')
  const next = after(visit, move, occasion)
  return next.ok ? become({ ...visit, version: visit.version + 1, ...next.value }) : next
}

type Changed = Partial<Pick<Visit, 'when' | 'visitor'>> & Pick<Visit, 'status'>

const after = (
  { when }: Visit,
  move: VisitMove,
  { actor, now }: Occasion,
): Decision<Changed, VisitRefusal> => {
  const mark = { by: actor.id, at: now }
  if (move.kind === 'shift') {
    const checked = checkTime(move.when, now)
    // Whoever sets the new time is the one who comes.
    return checked.ok
      ? become({ when: checked.value, visitor: actor.id, status: { kind: 'planned', asked: null } })
      : checked
  }
  const words = checkCareWords(move.words)
  if (!words.ok) return words
  switch (move.kind) {
    case 'finish': {
      if (when.day > dayOf(now)) return refuse('not-yet')
      const items = checkItems(move.items)
      return items.ok ? become({ status: { kind: 'done', words: words.value, ...mark } }) : items
    }
    case 'cancel':
      return become({ status: { kind: 'cancelled', words: words.value, ...mark } })
    case 'askOther':
      return become({ status: { kind: 'planned', asked: { words: words.value, ...mark } } })
    default:
      return unreachable(move)
  }
}

const checkItems = (items: readonly string[]): Decision<null, CareWordsRefusal | 'too-many-items'> => {
  if (items.length > visitLimits.items) return refuse('too-many-items', { most: visitLimits.items })
  if (items.some((item) => item.trim() === '')) return refuse('words-missing')
  return items.some((item) => Array.from(item.trim()).length > careWords)
    ? refuse('words-too-long', { most: careWords })
    : become(null)
}

const isDone = ({ status, when, visitor }: Visit, move: VisitMove, by: Id<'person'>): boolean => {
  switch (move.kind) {
    case 'shift':
      return (
        status.kind === 'planned' &&
        status.asked === null &&
        visitor === by &&
        when.day === move.when.day &&
        when.time === move.when.time
      )
    case 'finish':
      return status.kind === 'done' && status.by === by && status.words === move.words.trim()
    case 'cancel':
      return status.kind === 'cancelled' && status.by === by && status.words === move.words.trim()
    case 'askOther':
      return status.kind === 'planned' && status.asked?.by === by && status.asked.words === move.words.trim()
    default:
      return unreachable(move)
  }
}
