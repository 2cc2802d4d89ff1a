import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { ExportKind, ImportStatus, RowProblem, SheetKind } from '../sheet'
import type { Page } from './page'
import type { Uploaded } from './upload'

export interface ImportView {
  readonly id: Id<'import'>
  readonly version: number
  readonly kind: SheetKind
  readonly at: Instant
  readonly by: string
  readonly status: ImportStatus
  /** 0 until the sheet has been read for the first time */
  readonly rows: number
  /** of them, how many the present pass has been through */
  readonly done: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly broken: number
}

export interface SheetEndpoints {
  /** an empty workbook with the columns, their rules and an example; the address opens for an hour */
  'import.template': {
    input: { readonly kind: SheetKind }
    output: { readonly url: string }
    refusal: never
  }
  /** always checked first (dry run); nothing is written before `import.commit` */
  'import.start': {
    input: Uploaded & { readonly kind: SheetKind; readonly key: string }
    output: { readonly id: Id<'import'> }
    /** `file-protected`: under a password; `file-too-large`: packed or unpacked, `detail.megabytes` says how much is allowed */
    refusal: 'file-missing' | 'file-too-large' | 'file-protected' | 'not-a-workbook' | 'ticket-unknown'
  }
  'import.commit': {
    input: { readonly id: Id<'import'>; readonly version: number }
    output: Record<never, never>
    refusal: 'wrong-state'
  }
  'import.cancel': {
    input: { readonly id: Id<'import'>; readonly version: number }
    output: Record<never, never>
    refusal: 'wrong-state'
  }
  'import.list': { input: { readonly cursor: string | null }; output: Page<ImportView>; refusal: never }
  'import.read': { input: { readonly id: Id<'import'> }; output: ImportView; refusal: never }
  /** the dry run's until the import runs, the run's from then on; in the order of the sheet */
  'import.problems': {
    input: { readonly id: Id<'import'>; readonly cursor: string | null }
    output: Page<RowProblem>
    refusal: never
  }
  /** made by the clock's door; `of`: whose problems */
  'export.start': {
    input: {
      readonly kind: ExportKind
      readonly of: Id<'import'> | null
      /** phones in clear, for people and shops alone; masked otherwise */
      readonly clear: boolean
      /** why they must stand in clear, empty where they do not; the audit log keeps it */
      readonly why: string
      readonly key: string
    }
    output: { readonly id: Id<'export'> }
    refusal: 'reason-missing'
  }
  /** one's own; `gone`: a day after it was asked for */
  'export.read': {
    input: { readonly id: Id<'export'> }
    output: { readonly status: 'waiting' | 'ready' | 'failed' | 'gone'; readonly rows: number }
    refusal: never
  }
  /** the address of one's own, open for an hour; each time it is given stands in the audit log */
  'export.open': {
    input: { readonly id: Id<'export'> }
    output: { readonly url: string }
    refusal: 'wrong-state'
  }
}
