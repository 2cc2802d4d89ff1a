import type { Grant, Role } from './actor'
import type { ClaimEvent } from './claim'
import type { Id } from './kernel/id'
import { unreachable } from './kernel/unreachable'
import type { Report, ReportEvent } from './report'
import { departmentOf } from './report'

/** A post somebody holds, as one word: `handler:<department>`, `grid:<cell>`, `command:<district>`. */
export type Post = `${Role}:${string}`

export const handlersOf = (department: Id<'department'>): Post => `handler:${department}`
export const keepersOf = (cell: Id<'cell'>): Post => `grid:${cell}`

/** Every post that sees a report: its cell, its street, its department of the moment, the district's command. */
export const postsSeeing = ({ district, place, status }: Report): readonly Post[] => {
  const department = departmentOf(status)
  const always: readonly Post[] = [keepersOf(place.cell), `street:${place.street}`, `command:${district}`]
  return department === null ? always : [...always, handlersOf(department)]
}

export const postOf = ({ role, scope }: Grant): Post => {
  switch (scope.kind) {
    case 'district':
      return `${role}:${scope.district}`
    case 'street':
      return `${role}:${scope.street}`
    case 'cell':
      return `${role}:${scope.cell}`
    case 'department':
      return `${role}:${scope.department}`
    case 'shop':
      return `${role}:${scope.shop}`
    default:
      return unreachable(scope)
  }
}

export const postsOf = (grants: readonly Grant[]): readonly Post[] => [...new Set(grants.map(postOf))]

/** Whose work it is now; the street and command watch over all that is open. */
export const postsAwaited = ({ district, place, status }: Report): readonly Post[] => {
  const watching: readonly Post[] = [`street:${place.street}`, `command:${district}`]
  switch (status.kind) {
    case 'submitted':
      return [keepersOf(place.cell), ...watching]
    case 'dispatched':
    case 'inProgress':
      return [handlersOf(status.department), ...watching]
    case 'fixed':
      return watching
    case 'declined':
    case 'closed':
      return []
    default:
      return unreachable(status)
  }
}

/**
 * What somebody is told: which thing moved, and how; `title` is the line that names the thing. It holds ids of people,
 * never names or phones: it outlives their accounts.
 */
export type Notice = { readonly title: string } & (
  | {
      readonly kind: 'report'
      readonly what: ReportEvent['what']
      readonly report: Id<'report'>
      readonly number: string
    }
  | {
      readonly kind: 'claim'
      readonly what: ClaimEvent['what']
      readonly claim: Id<'claim'>
      readonly shop: Id<'shop'>
    }
  /** to the heads: shops received or handed on; to command: a planned hand-over that could not be carried out */
  | {
      readonly kind: 'caseload'
      readonly what: 'received' | 'handedOn' | 'failed'
      readonly handOver: Id<'handOver'>
      readonly shops: number
    }
  /** to the owners: who their head is now; by the roster's entry, since a name goes when its bearer does */
  | {
      readonly kind: 'head'
      readonly what: 'changed'
      readonly shop: Id<'shop'>
      readonly head: Id<'rosterEntry'>
    }
  | { readonly kind: 'role'; readonly what: 'granted' | 'revoked'; readonly role: Role }
  /** a question that waits: to its head; nobody answered it in time: to the deputy, then to command */
  | {
      readonly kind: 'question'
      readonly what: 'waits' | 'silent'
      readonly channel: Id<'channel'>
      readonly seq: number
      /** working hours since it was asked */
      readonly hours: number
    }
  /** to the owners of the shops it is for, and again to those who have not said they know */
  | {
      readonly kind: 'circular'
      readonly what: 'sent' | 'reminded'
      readonly circular: Id<'circular'>
    }
  /** to the other side of the shop's desk: its owners, or whoever answers for it */
  | {
      readonly kind: 'guidance'
      readonly what: 'opened' | 'saidDone' | 'done' | 'dropped'
      readonly item: Id<'guidanceItem'>
      readonly shop: Id<'shop'>
    }
  | {
      readonly kind: 'visit'
      readonly what: 'planned' | 'moved' | 'done' | 'cancelled' | 'asked'
      readonly visit: Id<'visit'>
      readonly shop: Id<'shop'>
    }
  | {
      readonly kind: 'hardship'
      readonly what: 'added' | 'assigned' | 'helped' | 'notPossible'
      readonly hardship: Id<'hardship'>
      readonly shop: Id<'shop'>
    }
  | {
      readonly kind: 'complaint'
      readonly what: 'submitted' | 'answered'
      readonly complaint: Id<'complaint'>
    }
)

type HeadNotice = Extract<Notice, { readonly kind: 'head' }>

/** As its recipient reads it: the head by the roster's name of today, null where the roster knows that head no longer. */
export type NoticeRead = Exclude<Notice, HeadNotice> | (HeadNotice & { readonly headName: string | null })

/** Who hears of a step; the one who made it never does, null where the clock made it. */
export interface Audience {
  readonly persons: readonly Id<'person'>[]
  readonly posts: readonly Post[]
  readonly except: Id<'person'> | null
}

/** The other side hears of every step: the reporter of the office's, whoever acts next of the reporter's. */
export const audienceOf = (report: Report, { what, by }: Pick<ReportEvent, 'what' | 'by'>): Audience => {
  const department = departmentOf(report.status)
  const office = department === null ? [keepersOf(report.place.cell)] : [handlersOf(department)]
  switch (what) {
    case 'submit':
    case 'reopen':
    case 'confirm':
      return { persons: [], posts: office, except: by }
    case 'triage':
    case 'close':
      return { persons: [report.reporter], posts: office, except: by }
    case 'start':
    case 'fix':
    case 'decline':
      return { persons: [report.reporter], posts: [], except: by }
    default:
      return unreachable(what)
  }
}
