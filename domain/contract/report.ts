import type { Day } from '../kernel/day'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { GeoPoint, PlaceRefusal } from '../place'
import type {
  Rating,
  ReportEvent,
  ReportMove,
  ReportRefusal,
  ReportStatus,
  ReportStatusKind,
} from '../report'
import type { PublicReport } from '../report-access'
import type { Figures } from '../report-tally'
import type { SubmitRefusal } from '../submission'
import type { Page } from './page'
import type { PhotoRefusal, Uploaded } from './upload'

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

/** A line of a street's public list: nothing in it comes from the reporter's own words or pictures. */
export interface StreetRow extends Pick<PublicReport, 'id' | 'status'> {
  readonly category: string | null
  /** the cell by its name: an estate, never the spot */
  readonly cell: string
  readonly day: Day
}

export interface StreetFigures extends Figures {
  readonly id: Id<'street'>
  readonly name: string
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

export interface ReportEndpoints {
  'report.submit': {
    input: Uploaded & {
      readonly key: string
      readonly words: string
      /** a message that the sender may read */
      readonly from?: { readonly channel: Id<'channel'>; readonly seq: number } | undefined
      readonly category: Id<'category'> | null
      readonly place: { readonly cell: Id<'cell'>; readonly spot: string; readonly point: GeoPoint | null }
    }
    output: { readonly id: Id<'report'>; readonly number: string }
    refusal: SubmitRefusal | PlaceRefusal | PhotoRefusal | 'unknown-category' | 'phone-needed'
  }
  'report.list': {
    input: { readonly scope: ReportScope; readonly filter: ReportFilter; readonly cursor: string | null }
    output: Page<ReportRow>
    refusal: never
  }
  'report.read': { input: { readonly id: Id<'report'> }; output: ReportView; refusal: never }
  /** One street's public reports. `street` null: that of the caller's newest report; where there is none, `of` is null. */
  'report.street': {
    input: {
      readonly street: Id<'street'> | null
      readonly filter: ReportFilter
      readonly cursor: string | null
    }
    output: Page<StreetRow> & { readonly of: StreetFigures | null }
    refusal: never
  }
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
}
