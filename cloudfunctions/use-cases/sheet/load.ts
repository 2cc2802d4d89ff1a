import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { RowCounts, SheetKind } from '#domain/sheet'
import type { ColumnKey } from '#domain/sheet/columns'
import type { Issue, SheetRow } from '#domain/sheet/rows'

import type { Places } from './places'

export type Verdict = 'added' | 'changed' | 'same'

/** What a batch is loaded with: whose import it is, when, and the district's own lists as they are now. */
export interface LoadCall {
  readonly id: Id<'import'>
  readonly district: Id<'district'>
  /** who started the import: its changes are this person's acts */
  readonly author: Actor
  readonly now: Instant
  readonly places: () => Promise<Places>
}

/** What a batch comes to; nothing is written before `write`, which may run again after a crash halfway. */
export interface Planned<K extends SheetKind> {
  /** by row number; a row that is missing here is broken */
  readonly verdicts: ReadonlyMap<number, Verdict>
  readonly issues: readonly Issue<K>[]
  readonly write: () => Promise<void>
}

/** How one kind of sheet is loaded. */
export interface Loader<K extends SheetKind> {
  /** the rows in batches, the same for the same rows; each batch is read and written as one */
  readonly arrange: (rows: readonly SheetRow<K>[]) => readonly (readonly SheetRow<K>[])[]
  readonly plan: (rows: readonly SheetRow<K>[], call: LoadCall) => Promise<Planned<K>>
}

/** Something that a batch was planned upon has changed since: the batch is planned again. */
export class ChangedMeanwhile extends Error {}

export const inBatches = <T>(rows: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size))

/** So many at a time; the first that fails ends it. */
export const inGroups = async <T>(
  things: readonly T[],
  size: number,
  run: (thing: T) => Promise<void>,
): Promise<void> => {
  for (const group of inBatches(things, size)) await Promise.all(group.map(run))
}

export const issueAt = <K extends SheetKind>(
  row: SheetRow<K>,
  column: ColumnKey<K>,
  fault: Issue<K>['fault'],
  found: string,
): Issue<K> => ({ row: row.row, column, fault, found })

export const countsOf = <K extends SheetKind>(
  rows: readonly SheetRow<K>[],
  { verdicts }: Planned<K>,
): RowCounts => {
  const all = [...verdicts.values()]
  const count = (verdict: Verdict) => all.filter((one) => one === verdict).length
  return {
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    broken: rows.length - verdicts.size,
  }
}
