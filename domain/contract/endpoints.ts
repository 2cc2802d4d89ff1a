import type { Role } from '../actor'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { Bounds, Cell, GeoPoint, PlaceRefusal } from '../place'
import type {
  Rating,
  ReportEvent,
  ReportMove,
  ReportRefusal,
  ReportStatus,
  ReportStatusKind,
} from '../report'
import type { Category } from '../routing'
import type { SubmitRefusal } from '../submission'

/** A role as its bearer reads it: "网格员 · 迎春社区第三网格". */
export interface RoleLine {
  readonly role: Role
  readonly scopeName: string
}

export interface Session {
  readonly person: { readonly id: Id<'person'>; readonly name: string }
  readonly roles: readonly RoleLine[]
  readonly districtName: string
  /** id of the person's signal document; it says "something newer", nothing else */
  readonly signalKey: Id<'signal'>
  readonly unread: number
}

export interface DistrictView {
  readonly name: string
  readonly bounds: Bounds
  readonly streets: readonly { readonly id: Id<'street'>; readonly name: string }[]
  readonly cells: readonly Cell[]
  readonly categories: readonly Category[]
}

export type ReportScope = 'mine' | 'work'
export type ReportFilter = 'open' | 'ended' | 'all'

export interface ReportRow {
  readonly id: Id<'report'>
  readonly number: string
  readonly words: string
  readonly category: string | null
  readonly place: string
  readonly submittedAt: Instant
  readonly status: ReportStatusKind
  /** by when the next step is due; null when none is */
  readonly dueAt: Instant | null
  readonly cover: string | null
}

export interface TimelineLine extends Pick<ReportEvent, 'at' | 'what' | 'words'> {
  /** "您", a role with its place, or a department: never a resident's name */
  readonly who: string
  readonly department: string | null
  /** temporary addresses, one hour */
  readonly photos: readonly string[]
}

export interface ReportView extends Omit<ReportRow, 'status' | 'cover'> {
  readonly version: number
  readonly status: ReportStatus
  readonly departmentName: string | null
  readonly photos: readonly string[]
  readonly timeline: readonly TimelineLine[]
  readonly mine: boolean
  readonly reopened: boolean
  readonly moves: readonly ReportMove[]
}

export interface InboxEntry {
  readonly id: Id<'inboxEntry'>
  readonly at: Instant
  readonly what: ReportEvent['what']
  readonly report: Id<'report'>
  readonly number: string
  readonly title: string
  readonly read: boolean
}

export interface Page<T> {
  readonly rows: readonly T[]
  /** hand back to get the next page; null at the end */
  readonly next: string | null
}

interface Moved {
  readonly version: number
}

/** What every move carries: the version its author saw, and the author's random key for repeats. */
interface MoveInput {
  readonly id: Id<'report'>
  readonly version: number
  readonly key: string
}

/** Photos that were uploaded under a ticket, by their file ids. */
interface Uploaded {
  readonly ticket: Id<'ticket'> | null
  readonly files: readonly string[]
}

export type PhotoRefusal =
  'ticket-unknown' | 'photo-missing' | 'photo-too-large' | 'not-a-photo' | 'too-many-photos'

/** Every endpoint: input, output, and its own refusals beside the common ones. */
export interface Endpoints {
  'session.open': { input: Record<never, never>; output: Session; refusal: never }
  'district.read': { input: Record<never, never>; output: DistrictView; refusal: never }
  'upload.ticket': {
    input: Record<never, never>
    /** upload to `<folder>/<n>`; accepted within the hour */
    output: { readonly ticket: Id<'ticket'>; readonly folder: string }
    refusal: never
  }
  'report.submit': {
    input: Uploaded & {
      readonly key: string
      readonly words: string
      readonly category: Id<'category'> | null
      readonly place: { readonly cell: Id<'cell'>; readonly spot: string; readonly point: GeoPoint | null }
    }
    output: { readonly id: Id<'report'>; readonly number: string }
    refusal: SubmitRefusal | PlaceRefusal | PhotoRefusal | 'unknown-category'
  }
  'report.list': {
    input: { readonly scope: ReportScope; readonly filter: ReportFilter; readonly cursor: string | null }
    output: Page<ReportRow>
    refusal: never
  }
  'report.read': { input: { readonly id: Id<'report'> }; output: ReportView; refusal: never }
  'report.triage': {
    input: MoveInput & { readonly category: Id<'category'> }
    output: Moved
    refusal: ReportRefusal | 'unknown-category' | 'no-route'
  }
  'report.decline': {
    input: MoveInput & { readonly reason: string; readonly remedy: string }
    output: Moved
    refusal: ReportRefusal
  }
  'report.start': { input: MoveInput; output: Moved; refusal: ReportRefusal }
  'report.fix': {
    input: MoveInput & Uploaded & { readonly words: string }
    output: Moved
    refusal: ReportRefusal | PhotoRefusal
  }
  'report.confirm': {
    input: MoveInput & { readonly rating: Rating | null }
    output: Moved
    refusal: ReportRefusal
  }
  'report.reopen': { input: MoveInput & { readonly words: string }; output: Moved; refusal: ReportRefusal }
  'report.close': { input: MoveInput; output: Moved; refusal: ReportRefusal }
  'inbox.list': { input: { readonly cursor: string | null }; output: Page<InboxEntry>; refusal: never }
  /** marks everything up to this moment as read */
  'inbox.read': { input: { readonly until: Instant }; output: { readonly unread: number }; refusal: never }
}

export type EndpointName = keyof Endpoints
export type Input<E extends EndpointName> = Endpoints[E]['input']
export type Output<E extends EndpointName> = Endpoints[E]['output']
export type Refusal<E extends EndpointName> = Endpoints[E]['refusal']
