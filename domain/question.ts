import type { Standing } from './channel'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { addWorkingTime, type WorkCalendar } from './kernel/working-time'
import type { Channel } from './membership'
import type { Message } from './message'

const HOUR = 3_600_000

/** Whom silence is told to, after so many working hours; product.md §1. A district's own marks may differ. */
export const responseMarks = [
  { hours: 3, tell: 'head' },
  { hours: 4, tell: 'deputy' },
  { hours: 8, tell: 'command' },
] as const satisfies readonly { readonly hours: number; readonly tell: Standing }[]

/** The mark a head is measured by: the second, four working hours. */
export const dueHours = 4

export type QuestionStatus =
  | { readonly kind: 'open'; /** how many of the marks have been told */ readonly told: number }
  | { readonly kind: 'answered'; readonly by: Id<'person'>; readonly seq: number; readonly at: Instant }
  /** settled without a message here: by phone, on the spot, or no question at all */
  | { readonly kind: 'settled'; readonly by: Id<'person'>; readonly how: SettledHow; readonly at: Instant }
  /** whoever asked took the message back */
  | { readonly kind: 'recalled'; readonly at: Instant }

export const settledHows = ['phone', 'onSite', 'noQuestion'] as const
export type SettledHow = (typeof settledHows)[number]

/** An owner's message that waits for the head's answer; `id` is the message's own. */
export interface Question {
  readonly id: Id<'question'>
  readonly district: Id<'district'>
  readonly channel: Id<'channel'>
  readonly seq: number
  readonly by: Id<'person'>
  readonly shop: Id<'shop'> | null
  /** whose promise of speed it counts towards */
  readonly caseload: Id<'caseload'>
  readonly askedAt: Instant
  readonly dueAt: Instant
  readonly status: QuestionStatus
}

/**
 * Whether a message puts itself into the head's queue: at the private desk every message of an owner, in the group one that
 * asks (「请店长回答」), calls the head, or quotes a notice.
 */
export const isQuestion = (
  channel: Channel,
  message: Pick<Message, 'standing' | 'asks' | 'mentions' | 'state'>,
  heads: readonly Id<'person'>[],
  quotesCircular: boolean,
): boolean => {
  if (message.standing !== 'owner' || channel.kind === 'command' || message.state.kind === 'recalled')
    return false
  if (channel.kind === 'desk') return true
  const calls = message.mentions !== 'all' && message.mentions.some((person) => heads.includes(person))
  return message.asks || calls || quotesCircular
}

/** The most pressing first; what was asked outside working hours is due at one moment, and goes by when it was asked. */
export const byPressure = (one: Question, other: Question): number =>
  one.dueAt - other.dueAt || one.askedAt - other.askedAt

export const askQuestion = (
  id: Id<'question'>,
  { district, channel, seq, author, shop, at }: Message & { readonly author: Id<'person'> },
  caseload: Id<'caseload'>,
  calendar: WorkCalendar,
): Question => ({
  id,
  district,
  channel,
  seq,
  by: author,
  shop: shop?.id ?? null,
  caseload,
  askedAt: at,
  dueAt: addWorkingTime(calendar, at, dueHours * HOUR),
  status: { kind: 'open', told: 0 },
})

/** When the next mark of silence is reached; null once everyone has been told, or the question is closed. */
export const nextMark = ({ askedAt, status }: Question, calendar: WorkCalendar): Instant | null => {
  const mark = status.kind === 'open' ? responseMarks[status.told] : undefined
  return mark === undefined ? null : addWorkingTime(calendar, askedAt, mark.hours * HOUR)
}

/** The marks passed by now that nobody has been told of. */
export const marksPassed = (
  question: Question,
  calendar: WorkCalendar,
  now: Instant,
): readonly (typeof responseMarks)[number][] => {
  const { status, askedAt } = question
  return status.kind === 'open'
    ? responseMarks
        .slice(status.told)
        .filter(({ hours }) => addWorkingTime(calendar, askedAt, hours * HOUR) <= now)
    : []
}

export const markTold = (question: Question, count: number): Question =>
  question.status.kind === 'open'
    ? { ...question, status: { kind: 'open', told: question.status.told + count } }
    : question

/** Whether this message of the head's side answers it: any later one at the desk, one that quotes it in the group. */
export const isAnswer = (
  channel: Channel,
  question: Pick<Question, 'seq' | 'status'>,
  message: Pick<Message, 'standing' | 'seq' | 'quote'>,
): boolean => {
  if (question.status.kind !== 'open' || message.standing === null || message.standing === 'owner')
    return false
  return channel.kind === 'desk' ? message.seq > question.seq : message.quote?.seq === question.seq
}

export const answerWith = (
  question: Question,
  { author, seq, at }: Pick<Message, 'author' | 'seq' | 'at'>,
): Question =>
  author === null ? question : { ...question, status: { kind: 'answered', by: author, seq, at } }

export const settle = (question: Question, by: Id<'person'>, how: SettledHow, now: Instant): Question =>
  question.status.kind === 'open' ? { ...question, status: { kind: 'settled', by, how, at: now } } : question

/** What its author took back waits for no answer; it counts towards no promise of speed. */
export const takeBack = (question: Question, now: Instant): Question =>
  question.status.kind === 'open' ? { ...question, status: { kind: 'recalled', at: now } } : question

/** A promise of speed is made only on enough answers: the median of the last 30 days, from 20 answers on (minutes, rounded up to ten). */
export const promisedMinutes = (answerTimes: readonly number[]): number | null => {
  if (answerTimes.length < 20) return null
  const sorted = [...answerTimes].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return Math.max(10, Math.ceil(median / 60_000 / 10) * 10)
}
