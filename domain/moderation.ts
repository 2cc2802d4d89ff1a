import type { Standing } from './channel'
import type { Id } from './kernel/id'
import { asInstant, plusDays, plusHours, type Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import type { Body, Message } from './message'
import type { Occasion } from './occasion'

/** Why the platform's check says no; the labels of WeChat's `security.msgSecCheck`. */
export const contentReasons = [
  'advertising',
  'politics',
  'sexual',
  'abusive',
  'unlawful',
  'fraud',
  'vulgar',
  'copyright',
  'other',
] as const
export type ContentReason = (typeof contentReasons)[number]

/** `review`: the check could not decide. */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'risky'; readonly reason: ContentReason }
  | { readonly kind: 'review' }

/** One picture or voice that the platform looks at; its answer comes under the trace it gave. */
export interface Check {
  readonly file: string
  /** null: not asked yet */
  readonly trace: string | null
  /** null: not answered yet */
  readonly verdict: Verdict | null
}

export type HeldState =
  /** the platform's check is asked, or to be asked again */
  | { readonly kind: 'checking' }
  /** the check could not decide, or has not answered in time */
  | { readonly kind: 'moderator'; readonly since: Instant; readonly because: 'undecided' | 'unanswered' }
  /** on its way into the channel; nothing takes it back any more */
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'refused'
      readonly at: Instant
      /** null: the platform's check */
      readonly by: Id<'person'> | null
      readonly reason: ContentReason
      /** a moderator's; the check gives none */
      readonly words: string
    }

/** What somebody posted, before it has a place in the channel; `at` is when it was sent. */
export interface Posted extends Omit<Message, 'seq' | 'state' | 'author' | 'standing'> {
  readonly author: Id<'person'>
  readonly standing: Standing
}

/**
 * A message that its author alone sees, because not all of it has been checked. It gets its place in the channel when it
 * has; so what lies in a channel is what everybody in it may see.
 */
export interface Held extends Posted {
  readonly id: Id<'held'>
  readonly checks: readonly Check[]
  readonly state: HeldState
  /** when the clock looks at it next; null: it waits for a person */
  readonly due: Instant | null
  readonly version: number
}

const MINUTE = 60_000
const minuteAfter = (now: Instant): Instant => asInstant(now + MINUTE)

/** WeChat pushes the result of a picture or a voice within this time. */
const mediaMinutes = 30
/** WeChat checks a text only of somebody who was here within this time. */
const wordsHours = 2
/** How long an author finds a refused message and why. */
const refusedDays = 7

const lastMoment = ({ body, at }: Pick<Held, 'body' | 'at'>): Instant =>
  body.kind === 'text' ? plusHours(at, wordsHours) : asInstant(at + mediaMinutes * MINUTE)

/** What the platform has to look at: pictures and voices; a file goes to those alone who know each other. */
const filesToCheck = (body: Body): readonly string[] => (body.kind === 'file' ? [] : filesOf(body))

/** The kept files of a body; none where they have gone. */
export const filesOf = (body: Body): readonly string[] => {
  if (body.kind === 'images') return body.pictures.map(({ file }) => file)
  return (body.kind === 'voice' || body.kind === 'file') && body.file !== '' ? [body.file] : []
}

/** A message with pictures or a voice waits for the check's answers, one with a file for nobody. */
export const holdFiles = (id: Id<'held'>, posted: Posted): Held => {
  const checks = filesToCheck(posted.body).map((file) => ({ file, trace: null, verdict: null }))
  const state: HeldState = checks.length === 0 ? { kind: 'passed' } : { kind: 'checking' }
  return { ...posted, id, checks, state, due: minuteAfter(posted.at), version: 1 }
}

/** A text whose check gave no answer is asked again; one that it could not decide is a moderator's. */
export const holdWords = (id: Id<'held'>, posted: Posted, undecided: boolean): Held => ({
  ...posted,
  id,
  checks: [],
  state: undecided ? { kind: 'moderator', since: posted.at, because: 'undecided' } : { kind: 'checking' },
  due: undecided ? null : minuteAfter(posted.at),
  version: 1,
})

export const isUndecided = ({ state }: Pick<Held, 'state'>): boolean =>
  state.kind === 'checking' || state.kind === 'moderator'

/** The checks that were asked: a callback is known by these alone. */
export const rememberTraces = (held: Held, traces: ReadonlyMap<string, string>, now: Instant): Held => {
  if (held.state.kind !== 'checking') return held
  const checks = held.checks.map((check) => ({
    ...check,
    trace: check.trace ?? traces.get(check.file) ?? null,
  }))
  return { ...held, checks, due: nextLook({ ...held, checks }, now), version: held.version + 1 }
}

/** A minute later while something is still to be asked; else when the time for an answer is over. */
const nextLook = (held: Held, now: Instant): Instant => {
  const last = lastMoment(held)
  const asking = held.body.kind === 'text' || held.checks.some(({ trace }) => trace === null)
  const soon = minuteAfter(now)
  return asking && soon < last ? soon : last
}

/** A file's answer. The same again changes nothing, and neither does one that comes after the decision. */
export const takeVerdict = (held: Held, trace: string, verdict: Verdict, now: Instant): Held => {
  const before = held.checks.find((check) => check.trace === trace)
  if (!before || before.verdict !== null || !isUndecided(held)) return held
  const checks = held.checks.map((check) => (check.trace === trace ? { ...check, verdict } : check))
  const next = { ...held, checks, version: held.version + 1 }
  if (verdict.kind === 'risky') return refused(next, { by: null, reason: verdict.reason, words: '' }, now)
  if (checks.every((check) => check.verdict?.kind === 'pass')) return passed(next, now)
  if (checks.some((check) => check.verdict === null) || held.state.kind === 'moderator') return next
  return { ...next, state: { kind: 'moderator', since: now, because: 'undecided' }, due: null }
}

/** The answer to a text that was asked again. */
export const takeWordsVerdict = (held: Held, verdict: Verdict | null, now: Instant): Held => {
  if (held.state.kind !== 'checking') return held
  const next = { ...held, version: held.version + 1 }
  if (verdict === null) return { ...next, due: nextLook(held, now) }
  if (verdict.kind === 'pass') return passed(next, now)
  if (verdict.kind === 'risky') return refused(next, { by: null, reason: verdict.reason, words: '' }, now)
  return { ...next, state: { kind: 'moderator', since: now, because: 'undecided' }, due: null }
}

/** What has had its time without an answer is for a person to look at. */
export const giveUpWaiting = (held: Held, now: Instant): Held =>
  held.state.kind === 'checking' && lastMoment(held) <= now
    ? {
        ...held,
        state: { kind: 'moderator', since: now, because: 'unanswered' },
        due: null,
        version: held.version + 1,
      }
    : held

const passed = (held: Held, now: Instant): Held => ({
  ...held,
  state: { kind: 'passed' },
  due: minuteAfter(now),
})

type Refusing = Pick<Extract<HeldState, { readonly kind: 'refused' }>, 'by' | 'reason' | 'words'>

/** Its files go: what is left tells the author what was refused. */
const refused = (held: Held, why: Refusing, now: Instant): Held => ({
  ...held,
  body: withoutFiles(held.body),
  checks: [],
  state: { kind: 'refused', at: now, ...why },
  due: plusDays(now, refusedDays),
})

/** The same kind of body, of which no file is left. */
export const withoutFiles = (body: Body): Body => {
  if (body.kind === 'images') return { ...body, pictures: [] }
  return body.kind === 'voice' || body.kind === 'file' ? { ...body, file: '' } : body
}

export type ModerationRefusal = 'wrong-state' | 'reason-missing'

export interface ModeratorCommand {
  readonly version: number
  readonly pass: boolean
  /** for its author, where it is not shown */
  readonly reason: ContentReason
  readonly why: string
}

/** Nobody decides about a message of their own. The same answer again changes nothing. */
export const decideHeld = (
  held: Held,
  { version, pass, reason, why }: ModeratorCommand,
  { actor, now }: Occasion,
): Decision<Held, ModerationRefusal | 'not-permitted' | 'stale'> => {
  if (held.author === actor.id) return refuse('not-permitted')
  const words = why.trim()
  const { state } = held
  if (state.kind === 'refused' && state.by === actor.id && !pass && state.words === words) return become(held)
  if (version !== held.version) return refuse('stale')
  if (state.kind !== 'moderator') return refuse('wrong-state')
  if (!pass && Array.from(words).length < 2) return refuse('reason-missing')
  const next = { ...held, version: held.version + 1 }
  return become(pass ? passed(next, now) : refused(next, { by: actor.id, reason, words }, now))
}
