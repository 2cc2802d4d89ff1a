import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { ImportStatus, MadeKind, RowCounts, RowProblem, SheetKind } from '#domain/sheet'

import { command, db, type Documents, type Stored } from '../cloud/database'
import { isDuplicate } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export interface Import {
  readonly id: Id<'import'>
  readonly district: Id<'district'>
  readonly by: Id<'person'>
  readonly at: Instant
  readonly kind: SheetKind
  /** rises with each change of the status, never with progress: what a command has seen */
  readonly version: number
  readonly status: ImportStatus
  /** a hash of the command: a repeat brings the same */
  readonly body: string
  /** the kept workbook; null once the import has ended and it is gone, since it holds names and phones */
  readonly file: string | null
  readonly rows: number
  readonly done: number
  readonly counts: RowCounts
  /** the batch that comes next */
  readonly batch: number
  /** what the batch in hand comes to, noted before it is written: a second try finds its rows there and counts the same */
  readonly noted: RowCounts | null
  /** how often work began without getting any further */
  readonly tries: number
}

export interface Export {
  readonly id: Id<'export'>
  readonly district: Id<'district'>
  readonly by: Id<'person'>
  readonly at: Instant
  readonly kind: MadeKind
  readonly of: Id<'import'> | Id<'circular'> | null
  /** phones in clear, and for what reason */
  readonly clear: boolean
  readonly why: string
  readonly body: string
  readonly status: 'waiting' | 'ready' | 'failed'
  readonly rows: number
  /** where the workbook lies; on record before anything of the list is written, null again when all of it is gone */
  readonly file: string | null
  /** how many parts were put aside beside it, and where the next page begins */
  readonly parts: number
  readonly cursor: string | null
  readonly tries: number
}

export const sheetCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'imports',
    indexes: [
      { name: 'imports_at', fields: ['district', 'at:desc', '_id:desc'] },
      { name: 'imports_waiting', fields: ['waiting', 'since'] },
      { name: 'imports_checked', fields: ['checked', 'since'] },
      { name: 'imports_spent', fields: ['spent', 'since'] },
    ],
  },
  {
    collection: 'importproblems',
    indexes: [{ name: 'importproblems_place', fields: ['of', 'place', '_id'] }],
  },
  {
    collection: 'exports',
    indexes: [
      { name: 'exports_waiting', fields: ['waiting', 'at'] },
      { name: 'exports_kept', fields: ['keeps', 'at'] },
    ],
  },
  { collection: 'leases', indexes: [] },
]

const works = ({ status }: Import): boolean => status.kind === 'checking' || status.kind === 'running'
const isChecked = ({ status }: Import): boolean => status.kind === 'checked'

/**
 * What jobs find work by, with the moment of the last change of the status in `since`: `waiting` for them to go on,
 * `checked` and waiting for its author, `spent` with its workbook still there.
 */
const importDocument = ({ id, ...fields }: Import, since: Instant) => ({
  _id: id,
  ...fields,
  waiting: works({ id, ...fields }),
  checked: isChecked({ id, ...fields }),
  spent: fields.file !== null && !works({ id, ...fields }) && !isChecked({ id, ...fields }),
  since,
})
const importFrom = (row: Stored): Import => {
  const { waiting: _waiting, checked: _checked, spent: _spent, since: _since, ...fields } = row
  return thingFrom(fields) as Import
}

/** True the first time; false where the id is taken. */
const addOnce = async (collection: string, data: Readonly<Record<string, unknown>>): Promise<boolean> => {
  try {
    await db.collection(collection).add({ data })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

export const findImport = async (from: Documents, id: Id<'import'>): Promise<Import | null> => {
  const { data } = await from.collection('imports').doc(id).get()
  return data && importFrom(data)
}

export const addImport = async (into: Documents, made: Import): Promise<void> => {
  await into.collection('imports').add({ data: importDocument(made, made.at) })
}

/** A change of the status, in a transaction; the import waits for jobs from `since` on. */
export const saveImport = async (tx: Documents, changed: Import, since: Instant): Promise<void> => {
  const { _id, ...fields } = importDocument(changed, since)
  await tx.collection('imports').doc(_id).set({ data: fields })
}

type Progress = Partial<Pick<Import, 'rows' | 'done' | 'counts' | 'batch' | 'noted' | 'tries'>>

/** False where somebody else has brought the import further, or has ended it. */
export const saveProgress = async (
  { id, version, batch }: Pick<Import, 'id' | 'version' | 'batch'>,
  progress: Progress,
): Promise<boolean> => {
  const data = Object.fromEntries(Object.entries(progress).map(([name, value]) => [name, command.set(value)]))
  const { stats } = await db.collection('imports').where({ _id: id, version, batch }).update({ data })
  return stats.updated === 1
}

/** The one that waits longest. */
export const nextImport = async (): Promise<Import | null> => {
  const { data } = await db
    .collection('imports')
    .where({ waiting: true })
    .orderBy('since', 'asc')
    .limit(1)
    .get()
  const [first] = data
  return first ? importFrom(first) : null
}

const listOldest = async (condition: Readonly<Record<string, unknown>>, most: number) => {
  const { data } = await db.collection('imports').where(condition).orderBy('since', 'asc').limit(most).get()
  return data.map(importFrom)
}

/** Imports that were checked before this moment and still wait for their author. */
export const listUncommitted = (before: Instant, most: number): Promise<readonly Import[]> =>
  listOldest({ checked: true, since: command.lt(before) }, most)

/** Imports that have ended and whose workbook is still there. */
export const listSpent = (most: number): Promise<readonly Import[]> => listOldest({ spent: true }, most)

/** After the workbook itself is gone. */
export const forgetWorkbook = async (id: Id<'import'>): Promise<void> => {
  await db
    .collection('imports')
    .where({ _id: id, spent: true })
    .update({ data: { file: null, spent: false } })
}

export const listImports = async (district: Id<'district'>, most: number, cursor: Cursor | null) => {
  const page = await readPage<Stored & Import>('imports', { district }, byTime, most, cursor)
  return { rows: page.rows as readonly Import[], next: page.next }
}
const byTime = { field: 'at', order: 'desc' } as const

/** The dry run's problems and the run's are two lists: what is broken may have changed in between. */
export type Pass = 'check' | 'run'
export interface PlacedProblem extends RowProblem {
  /** row and column as one number: the order of the sheet */
  readonly place: number
}

const problemDocument = (id: Id<'import'>, pass: Pass, problem: PlacedProblem) => ({
  _id: `${id}:${pass}:${String(problem.place)}:${problem.fault}`,
  of: `${id}:${pass}`,
  ...problem,
})

/** A second try brings the same ids: only then are they written one by one. */
export const saveProblems = async (
  id: Id<'import'>,
  pass: Pass,
  problems: readonly PlacedProblem[],
): Promise<void> => {
  if (problems.length === 0) return
  const data = problems.map((problem) => problemDocument(id, pass, problem))
  try {
    await db.collection('importproblems').add({ data })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    for (const { _id, ...fields } of data)
      await db.collection('importproblems').doc(_id).set({ data: fields })
  }
}

export const removeProblems = (id: Id<'import'>, pass: Pass) =>
  db
    .collection('importproblems')
    .where({ of: `${id}:${pass}` })
    .remove()

export const listProblems = async (id: Id<'import'>, pass: Pass, most: number, cursor: Cursor | null) => {
  const order = { field: 'place', order: 'asc' } as const
  return readPage<RowProblem>('importproblems', { of: `${id}:${pass}` }, order, most, cursor)
}

/** `keeps`: files are there that go after a while. */
const exportDocument = ({ id, ...fields }: Export) => ({
  _id: id,
  ...fields,
  waiting: fields.status === 'waiting',
  keeps: fields.file !== null,
})
const exportFrom = ({ waiting: _waiting, keeps: _keeps, ...fields }: Stored) => thingFrom(fields) as Export

export const findExport = async (from: Documents, id: Id<'export'>): Promise<Export | null> => {
  const { data } = await from.collection('exports').doc(id).get()
  return data && exportFrom(data)
}

export const addExport = async (tx: Documents, made: Export): Promise<void> => {
  await tx.collection('exports').add({ data: exportDocument(made) })
}

export const saveExport = async (into: Documents, changed: Export): Promise<void> => {
  const { _id, ...fields } = exportDocument(changed)
  await into.collection('exports').doc(_id).set({ data: fields })
}

export const nextExport = async (): Promise<Export | null> => {
  const { data } = await db.collection('exports').where({ waiting: true }).orderBy('at', 'asc').limit(1).get()
  const [first] = data
  return first ? exportFrom(first) : null
}

/** Exports that were asked for before this moment and of which something is still there. */
export const listOldExports = async (before: Instant, most: number): Promise<readonly Export[]> => {
  const { data } = await db
    .collection('exports')
    .where({ keeps: true, at: command.lt(before) })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map(exportFrom)
}

/** Whether this holder may work until then: nobody else's lease is still good. */
export const takeLease = async (
  name: string,
  holder: string,
  now: Instant,
  until: Instant,
): Promise<boolean> => {
  const { stats } = await db
    .collection('leases')
    .where({ _id: name, until: command.lt(now) })
    .update({ data: { holder, until } })
  return stats.updated === 1 || addOnce('leases', { _id: name, holder, until })
}

/** Extends one's own lease, or gives it up with a moment that is over; false where it is another's by now. */
export const keepLease = async (name: string, holder: string, until: Instant): Promise<boolean> => {
  const { stats } = await db.collection('leases').where({ _id: name, holder }).update({ data: { until } })
  return stats.updated === 1
}
