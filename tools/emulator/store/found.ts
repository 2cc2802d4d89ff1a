import type { StoredDocument } from '../engine/ejson'
import type { PlanNote } from '../engine/planner'
import type { Row } from './collection'
import { documentOf } from './collection'

/** What a query cost; the local cloud reports it and tests forbid scans with it. */
export interface Examined {
  /** Documents read; a scan reads those it passes over too. */
  documents: number
  keys: number
  plan?: PlanNote
}
export interface Found {
  readonly row: Row
  readonly document: StoredDocument
}

export const foundIn = (row: Row): Found => ({ row, document: documentOf(row) })
