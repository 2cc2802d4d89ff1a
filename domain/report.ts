import type { Actor } from './actor'
import { commands, keepsCell, worksForDepartment } from './actor'
import type { Id } from './kernel/id'
import { plusDays, plusHours, type Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import { unreachable } from './kernel/unreachable'
import { repeatOf, type MoveMark, type Occasion } from './occasion'
import type { Place } from './place'
import type { Category } from './routing'

/** Five levels of 好差评, from the national guide on rating government services: 5 is 非常满意. */
export type Rating = 1 | 2 | 3 | 4 | 5

export type ReportStatus =
  | { readonly kind: 'submitted'; readonly dueAt: Instant }
  | { readonly kind: 'dispatched'; readonly department: Id<'department'>; readonly dueAt: Instant }
  | {
      readonly kind: 'inProgress'
      readonly department: Id<'department'>
      readonly handler: Id<'person'>
      readonly dueAt: Instant
    }
  | {
      readonly kind: 'fixed'
      readonly department: Id<'department'>
      readonly handler: Id<'person'>
      readonly at: Instant
      readonly silentAt: Instant
    }
  | { readonly kind: 'declined'; readonly reason: string; readonly remedy: string; readonly at: Instant }
  | {
      readonly kind: 'closed'
      readonly verdict: 'confirmed' | 'silent'
      readonly rating: Rating | null
      readonly department: Id<'department'>
      readonly at: Instant
    }
export type ReportStatusKind = ReportStatus['kind']

/** Who may make each move, and where from: buttons, server, tests and docs read this table. */
export const reportMoves = {
  triage: { from: ['submitted'], by: 'grid' },
  decline: { from: ['submitted'], by: 'grid' },
  start: { from: ['dispatched'], by: 'handler' },
  fix: { from: ['inProgress'], by: 'handler' },
  confirm: { from: ['fixed'], by: 'reporter' },
  reopen: { from: ['fixed', 'closed'], by: 'reporter' },
  close: { from: ['fixed'], by: 'command' },
} as const satisfies Record<
  string,
  { readonly from: readonly ReportStatusKind[]; readonly by: 'grid' | 'handler' | 'reporter' | 'command' }
>
export type ReportMove = keyof typeof reportMoves

/** One line of the timeline that everyone who may see the report reads. */
export interface ReportEvent {
  readonly at: Instant
  readonly by: Id<'person'>
  readonly what: 'submit' | ReportMove
  readonly department: Id<'department'> | null
  readonly words: string
  readonly photos: readonly Id<'photo'>[]
  /** the author's random key, and a hash of what came with it: a repeat must bring both */
  readonly key: string
  readonly body: string
}

export interface MessageSource {
  readonly channel: Id<'channel'>
  readonly seq: number
  readonly shop: { readonly id: Id<'shop'>; readonly name: string } | null
}

export interface Report {
  readonly id: Id<'report'>
  readonly district: Id<'district'>
  readonly number: string
  readonly version: number
  readonly reporter: Id<'person'>
  readonly words: string
  readonly photos: readonly Id<'photo'>[]
  readonly category: Id<'category'> | null
  readonly place: Place
  /** the message it was made from, and the shop whose desk hears how it goes on; null where no desk is to */
  readonly from?: MessageSource
  readonly submittedAt: Instant
  readonly reopened: boolean
  readonly status: ReportStatus
  readonly history: readonly ReportEvent[]
}

/** Waiting periods, plain hours and days; a district may set others. */
export interface ReportTerms {
  /** a grid worker sorts a report within this time, hours */
  readonly triageHours: number
  /** a reporter's silence after "fixed" ends the waiting, days (product.md: 3) */
  readonly silentDays: number
  /** a confirmed or silently closed report may be reopened by right for this long, days (product.md: 10) */
  readonly reopenDays: number
}

export type ReportCommand =
  | { readonly move: 'triage'; readonly category: Category; readonly department: Id<'department'> }
  | { readonly move: 'decline'; readonly reason: string; readonly remedy: string }
  | { readonly move: 'start' }
  | { readonly move: 'fix'; readonly words: string; readonly photos: readonly Id<'photo'>[] }
  | { readonly move: 'confirm'; readonly rating: Rating | null }
  | { readonly move: 'reopen'; readonly words: string; readonly category: Category | null }
  | { readonly move: 'close' }

export type ReportRefusal =
  | 'not-permitted'
  | 'wrong-state'
  | 'stale'
  | 'proof-missing'
  | 'reason-missing'
  | 'not-yet-silent'
  | 'reopened-before'
  | 'reopen-too-late'
  | 'words-too-long'
  | 'key-reused'

/** The department a report lies with, or lay with last; null before the first dispatch. */
export const departmentOf = (status: ReportStatus): Id<'department'> | null =>
  'department' in status ? status.department : null

/** Whether a move is this person's to make at all, whatever the state. */
export const mayMove = (report: Report, move: ReportMove, actor: Actor): boolean => {
  const who = reportMoves[move].by
  switch (who) {
    case 'grid':
      return keepsCell(actor, report.place.cell) || commands(actor, report.district)
    case 'handler': {
      const department = departmentOf(report.status)
      return department !== null && worksForDepartment(actor, department)
    }
    case 'reporter':
      return report.reporter === actor.id
    case 'command':
      return commands(actor, report.district)
    default:
      return unreachable(who)
  }
}

/** A repeat by its own key changes nothing; the same key with another body is a mistake of the sender's. */
export const decideReport = (
  report: Report,
  command: ReportCommand & MoveMark,
  { actor, now }: Occasion,
  terms: ReportTerms,
): Decision<Report, ReportRefusal> => {
  const repeat = repeatOf(report.history, command, actor.id)
  if (repeat !== null) return repeat === 'same' ? become(report) : refuse('key-reused')
  if (!mayMove(report, command.move, actor)) return refuse('not-permitted')
  if (command.version !== report.version) return refuse('stale')
  if (!isFrom(command.move, report.status.kind)) return refuse('wrong-state')
  const next = after(report, command, { actor, now }, terms)
  if (!next.ok) return next
  const { status, words = '', photos = [] } = next.value
  if (words.length > moveWords) return refuse('words-too-long', { most: moveWords })
  const event: ReportEvent = {
    at: now,
    by: actor.id,
    what: command.move,
    department: departmentOf(status),
    words,
    photos,
    key: command.key,
    body: command.body,
  }
  return become({
    ...report,
    category: command.move === 'triage' ? command.category.id : report.category,
    reopened: report.reopened || command.move === 'reopen',
    version: report.version + 1,
    status,
    history: [...report.history, event],
  })
}

/** characters; two fields of a refusal count together */
const moveWords = 500

export const isFrom = (move: ReportMove, kind: ReportStatusKind): boolean =>
  (reportMoves[move].from as readonly ReportStatusKind[]).includes(kind)

interface Step {
  readonly status: ReportStatus
  readonly words?: string
  readonly photos?: readonly Id<'photo'>[]
}

const after = (
  report: Report,
  command: ReportCommand,
  { actor, now }: Occasion,
  terms: ReportTerms,
): Decision<Step, ReportRefusal> => {
  const { status } = report
  switch (command.move) {
    case 'triage':
      return become({
        status: {
          kind: 'dispatched',
          department: command.department,
          dueAt: plusHours(now, command.category.hours),
        },
      })
    case 'decline': {
      const { reason, remedy } = command
      if (reason.trim() === '' || remedy.trim() === '') return refuse('reason-missing')
      return become({ status: { kind: 'declined', reason, remedy, at: now }, words: `${reason} ${remedy}` })
    }
    case 'start':
      if (status.kind !== 'dispatched') return refuse('wrong-state')
      return become({ status: { ...status, kind: 'inProgress', handler: actor.id } })
    case 'fix':
      if (status.kind !== 'inProgress') return refuse('wrong-state')
      if (command.photos.length === 0) return refuse('proof-missing')
      return become({
        status: {
          kind: 'fixed',
          department: status.department,
          handler: actor.id,
          at: now,
          silentAt: plusDays(now, terms.silentDays),
        },
        words: command.words,
        photos: command.photos,
      })
    case 'confirm':
      if (status.kind !== 'fixed') return refuse('wrong-state')
      return become({
        status: {
          kind: 'closed',
          verdict: 'confirmed',
          rating: command.rating,
          department: status.department,
          at: now,
        },
      })
    case 'reopen':
      return reopen(report, command, now, terms)
    case 'close':
      if (status.kind !== 'fixed') return refuse('wrong-state')
      if (now < status.silentAt) return refuse('not-yet-silent', { until: status.silentAt })
      return become({
        status: { kind: 'closed', verdict: 'silent', rating: null, department: status.department, at: now },
      })
    default:
      return unreachable(command)
  }
}

/** Once by right, while it waits for the reporter or within the reopening days after it closed. */
const reopen = (
  { status, reopened }: Report,
  { words, category }: Extract<ReportCommand, { move: 'reopen' }>,
  now: Instant,
  terms: ReportTerms,
): Decision<Step, ReportRefusal> => {
  if (status.kind !== 'fixed' && status.kind !== 'closed') return refuse('wrong-state')
  if (reopened) return refuse('reopened-before')
  if (status.kind === 'closed' && now > plusDays(status.at, terms.reopenDays))
    return refuse('reopen-too-late')
  if (words.trim() === '') return refuse('reason-missing')
  const dueAt = plusHours(now, category?.hours ?? terms.triageHours)
  return become({ status: { kind: 'dispatched', department: status.department, dueAt }, words })
}

/** Somebody still has a step to make. */
export const isOpen = ({ kind }: ReportStatus): boolean => kind !== 'closed' && kind !== 'declined'

/** By when the next step is due: the office's, or the reporter's answer; null where none is. */
export const dueOf = (status: ReportStatus): Instant | null => {
  switch (status.kind) {
    case 'submitted':
    case 'dispatched':
    case 'inProgress':
      return status.dueAt
    case 'fixed':
      return status.silentAt
    case 'declined':
    case 'closed':
      return null
    default:
      return unreachable(status)
  }
}
