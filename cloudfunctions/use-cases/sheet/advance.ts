import type { Instant } from '#domain/kernel/instant'
import { plusCounts, sheetLimits, type ImportStatus, type SheetFailure, type SheetKind } from '#domain/sheet'
import { columnsOf } from '#domain/sheet/columns'
import { readRows, type Issue, type SheetRow, type SheetRows } from '#domain/sheet/rows'

import { readFile } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { findPerson } from '../../store/people'
import {
  findImport,
  saveImport,
  saveProblems,
  saveProgress,
  type Import,
  type PlacedProblem,
} from '../../store/sheets'
import { audit } from '../audit/write'
import { ChangedMeanwhile, countsOf, type LoadCall, type Loader, type Planned, type Verdict } from './load'
import { assignmentLoader } from './load-assignments'
import { peopleLoader } from './load-people'
import { cellLoader, departmentLoader, streetLoader } from './load-places'
import { shopLoader } from './load-shops'
import { readPlaces, type Places } from './places'
import { passOf } from './read'
import { dropWorkbook } from './spent'
import { readWorkbook } from './workbook'

const loaders: { readonly [K in SheetKind]: Loader<K> } = {
  streets: streetLoader,
  cells: cellLoader,
  departments: departmentLoader,
  people: peopleLoader,
  shops: shopLoader,
  assignments: assignmentLoader,
}

/** How often work on an import may begin, or a batch be planned again, without getting any further. */
const mostTries = 5

/**
 * Brings an import as far as the time allows: reads its rows again, goes on with the batch that its cursor names, and
 * ends the pass behind the last one. Whatever kills it, the next call does the batch in hand once more.
 */
export const advance = async (started: Import, now: Instant, mayGoOn: () => boolean): Promise<void> => {
  if (started.tries >= mostTries) return end(started, failed('gave-up', now), now)
  if (!(await saveProgress(started, { tries: started.tries + 1 }))) return
  await advanceKind(started.kind, started, now, mayGoOn)
}

const failed = (code: SheetFailure, at: Instant, columns: readonly string[] = []): ImportStatus => ({
  ...{ kind: 'failed', code, at, columns },
})

const advanceKind = async <K extends SheetKind>(
  kind: K,
  started: Import & { readonly kind: K },
  now: Instant,
  mayGoOn: () => boolean,
): Promise<void> => {
  const file = started.file === null ? 'missing' : await readFile(started.file, sheetLimits.packed)
  if (typeof file === 'string') return end(started, failed('not-a-workbook', now), now)
  const grids = await readWorkbook(file)
  if (!grids.ok) return end(started, failed(grids.code, now), now)
  const read = readRows(kind, grids.value)
  if (!read.ok) return end(started, failed(read.code, now, read.columns), now)
  const call = await loadCall(started, now)
  const batches = loaders[kind].arrange(read.value.rows)
  let current: Import = started
  for (const rows of batches.slice(started.batch)) {
    if (!mayGoOn()) return
    const next = await doBatch(kind, current, rows, read.value, call)
    if (next === null) return
    current = next
  }
  await end(
    current,
    current.status.kind === 'checking' ? { kind: 'checked' } : { kind: 'done', at: now },
    now,
  )
}

const loadCall = async ({ id, district, by }: Import, now: Instant): Promise<LoadCall> => {
  const person = await findPerson(by)
  let places: Promise<Places> | null = null
  return {
    ...{ id, district, now },
    author: { id: by, district, grants: person?.grants ?? [] },
    places: () => (places ??= readPlaces(district)),
  }
}

/** Null where somebody else has brought the import further meanwhile. */
const doBatch = async <K extends SheetKind>(
  kind: K,
  current: Import,
  rows: readonly SheetRow<K>[],
  sheet: SheetRows<K>,
  call: LoadCall,
): Promise<Import | null> => {
  const running = current.status.kind === 'running'
  const planned = await loaders[kind].plan(rows, call)
  let noted = current.noted ?? countsOf(rows, planned)
  if (running && current.noted === null && !(await saveProgress(current, { noted }))) return null
  const { issues, verdicts } = running ? await writeBatch(kind, rows, planned, call) : planned
  const broke = [...planned.verdicts.keys()].some((row) => !verdicts.has(row))
  if (!running || broke) noted = countsOf(rows, { ...planned, verdicts: without(planned.verdicts, verdicts) })
  await saveProblems(current.id, passOf(current), problemsOf(kind, issues, sheet))
  const progress = {
    rows: sheet.rows.length,
    done: current.done + rows.length,
    counts: plusCounts(current.counts, noted),
    batch: current.batch + 1,
    noted: null,
    tries: 0,
  }
  return (await saveProgress(current, progress)) ? { ...current, ...progress } : null
}

/** Rows that broke while the batch was being written are not counted as what they were planned as. */
const without = (
  planned: ReadonlyMap<number, Verdict>,
  written: ReadonlyMap<number, Verdict>,
): ReadonlyMap<number, Verdict> => new Map([...planned].filter(([row]) => written.has(row)))

/** Answers the plan that was written: another one than the first where something changed meanwhile. */
const writeBatch = async <K extends SheetKind>(
  kind: K,
  rows: readonly SheetRow<K>[],
  first: Planned<K>,
  call: LoadCall,
): Promise<Planned<K>> => {
  let planned = first
  for (let attempt = 1; ; attempt += 1) {
    try {
      await planned.write()
      return planned
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt === mostTries) throw error
      planned = await loaders[kind].plan(rows, call)
    }
  }
}

const columnsPerRow = 1_000

const problemsOf = <K extends SheetKind>(
  kind: K,
  issues: readonly Issue<K>[],
  { sheet, headings }: SheetRows<K>,
): readonly PlacedProblem[] => {
  const order = columnsOf(kind).map(([key]) => key)
  return issues.map(({ row, column, fault, found }) => ({
    ...{ sheet, row, column: headings[column] ?? column, fault, found },
    place: row * columnsPerRow + order.indexOf(column),
  }))
}

/** Ends a pass, or the import; the workbook goes with the import. */
const end = async (current: Import, status: ImportStatus, now: Instant): Promise<void> => {
  const over = status.kind !== 'checked'
  const ended = await withTransaction(async (tx) => {
    const stored = await findImport(tx, current.id)
    if (stored?.version !== current.version) return false
    await saveImport(tx, { ...stored, status, noted: null, version: stored.version + 1 }, now)
    if (over) {
      const { district, kind, counts } = stored
      await audit(tx, { district, by: null, now }, 'import.ended', `imports/${stored.id}`, {
        detail: { kind, ended: status.kind, ...counts },
      })
    }
    return true
  })
  if (ended && over) await dropWorkbook(current)
}
