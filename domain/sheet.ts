import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'

/** What a district loads from its spreadsheets, in the order in which the rows refer to each other. */
export const sheetKinds = ['streets', 'cells', 'departments', 'people', 'shops', 'assignments'] as const
export type SheetKind = (typeof sheetKinds)[number]

/** Every list that command's screens show: each kind that can be loaded, in the same columns, and those only read. */
export const exportKinds = [
  ...sheetKinds,
  'staff',
  'caseloads',
  'tree',
  'claims',
  'reports',
  'complaints',
  'imports',
  'audit',
  'handovers',
  'problems',
] as const
export type ExportKind = (typeof exportKinds)[number]

/** What can be made as a workbook: the lists above, and who acknowledged one circular, ordered on its own page. */
export type MadeKind = ExportKind | 'circular'

/** Exports with phones in them: masked as in the lists, in clear only for a reason that the audit log keeps. */
export const holdsPhones = (kind: MadeKind): boolean => kind === 'people' || kind === 'shops'

/** 'clear' and 'masked' say how phones stand in an export, 'none' that there are none. */
export type PhonesShown = 'clear' | 'masked' | 'none'
export const phonesShown = (kind: MadeKind, clear: boolean): PhonesShown =>
  holdsPhones(kind) ? (clear ? 'clear' : 'masked') : 'none'

/** `workbook` in bytes, packed and unpacked; `rows` without the heading; a phone book's worth, far beyond one district. */
export const sheetLimits = {
  packed: 10 * 1024 * 1024,
  unpacked: 32 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  /** how many lines from the top a heading is looked for: a title may stand above it */
  headingWithin: 10,
  exported: 50_000,
} as const

/**
 * checking → checked (dry run over, nothing written) → running → done. `cancelled` before it ran; `failed` where the
 * workbook as a whole could not be read (`columns`: the needed ones it lacks).
 */
export type ImportStatus =
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly at: Instant }
  | { readonly kind: 'cancelled'; readonly at: Instant }
  | {
      readonly kind: 'failed'
      readonly at: Instant
      readonly code: SheetFailure
      readonly columns: readonly string[]
    }
export type SheetFailure =
  | 'not-a-workbook'
  | 'no-sheet'
  | 'columns-missing'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'empty'
  /** it was tried several times and never got further */
  | 'gave-up'

export type CellFault =
  | 'missing'
  | 'too-long'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-day'
  | 'not-a-phone'
  | 'not-one-of'
  | 'unknown'
  | 'ambiguous'
  | 'duplicate'
  | 'outside-remit'
  /** the receiving caseload is full */
  | 'too-many'
  /** a head who still has shops cannot lose the role */
  | 'holds-shops'
  /** the last one who holds command cannot lose it */
  | 'last-command'
  /** it stands masked as in an export, and is not what is known */
  | 'masked'

/** One broken cell: where it is in the workbook, what is wrong, and what was found there (names and phones masked). */
export interface RowProblem {
  readonly sheet: string
  /** as the spreadsheet program numbers it */
  readonly row: number
  /** the column's heading */
  readonly column: string
  readonly fault: CellFault
  readonly found: string
}

/** What became, or would become, of the rows read so far; a row is counted once. */
export interface RowCounts {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly broken: number
}
export const noRows: RowCounts = { added: 0, changed: 0, same: 0, broken: 0 }
export const plusCounts = (a: RowCounts, b: RowCounts): RowCounts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  broken: a.broken + b.broken,
})

/** A checked workbook waits so many days for its author's word, then it is dropped: it holds names and phones. */
export const daysToCommit = 7

interface Stage {
  readonly version: number
  readonly status: ImportStatus
}

/** What was checked may be carried out, by the version that its author saw. */
export const decideCommit = (
  { version, status }: Stage,
  seen: number,
): Decision<ImportStatus, 'stale' | 'wrong-state'> => {
  if (seen !== version) return refuse('stale')
  return status.kind === 'checked' ? become({ kind: 'running' }) : refuse('wrong-state')
}

/** Before it runs an import can be dropped; once it runs it is carried through. */
export const decideCancel = (
  { version, status }: Stage,
  seen: number,
  now: Instant,
): Decision<ImportStatus, 'stale' | 'wrong-state'> => {
  if (seen !== version) return refuse('stale')
  return status.kind === 'checking' || status.kind === 'checked'
    ? become({ kind: 'cancelled', at: now })
    : refuse('wrong-state')
}
