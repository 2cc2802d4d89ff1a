import { dayOf, startOf } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import { postsAwaited, postsSeeing, type Post } from '#domain/notice'
import { dueOf, isOpen, type Report } from '#domain/report'
import { publicPart } from '#domain/report-access'

import { command, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor, type Sort } from './page'
import { thingFrom } from './stored'

/** Fields kept beside a report so that each list runs over one index. */
interface Lookup {
  /** what a command that creates again under the same key must repeat, as a hash */
  readonly bodyHash: string
  /** the posts whose work this is or was: `grid:<cell>`, `street:<street>`, `handler:<department>`, `command:<district>` */
  readonly seenBy: readonly Post[]
  /** the posts whose next step it is, or who watch over it while it is open */
  readonly awaits: readonly Post[]
  readonly open: boolean
  /** by when the next step is due; where none is, the moment it was submitted */
  readonly dueAt: number
  /** the street among whose public reports it stands; null where nothing of it is public */
  readonly publicIn: Id<'street'> | null
  /** where the day it was sent begins: a public list goes by days, and so does its cursor */
  readonly submittedDay: number
}

export const reportCollection: CollectionDeclaration = {
  collection: 'reports',
  indexes: [
    { name: 'reports_number', fields: ['district', 'number'], unique: true },
    { name: 'reports_mine', fields: ['reporter', 'submittedAt:desc', '_id:desc'] },
    { name: 'reports_mine_open', fields: ['reporter', 'open', 'submittedAt:desc', '_id:desc'] },
    { name: 'reports_work', fields: ['seenBy', 'submittedAt:desc', '_id:desc'] },
    { name: 'reports_work_open', fields: ['seenBy', 'open', 'submittedAt:desc', '_id:desc'] },
    { name: 'reports_work_due', fields: ['awaits', 'dueAt', '_id'] },
    { name: 'reports_public', fields: ['publicIn', 'submittedDay:desc', '_id:desc'] },
    { name: 'reports_public_open', fields: ['publicIn', 'open', 'submittedDay:desc', '_id:desc'] },
  ],
}

const lookup = (report: Report, bodyHash: string): Lookup => ({
  bodyHash,
  seenBy: postsSeeing(report),
  awaits: postsAwaited(report),
  open: isOpen(report.status),
  dueAt: dueOf(report.status) ?? report.submittedAt,
  publicIn: publicPart(report) && report.place.street,
  submittedDay: startOf(dayOf(report.submittedAt)),
})

const reportFrom = (row: Stored): Report => {
  const { bodyHash, seenBy, awaits, open, dueAt, publicIn, submittedDay, ...fields } = row
  return thingFrom(fields) as Report
}

export const reportDocument = (report: Report, bodyHash: string) => {
  const { id, ...fields } = report
  return { _id: id, ...fields, ...lookup(report, bodyHash) }
}

export interface FoundReport {
  readonly report: Report
  readonly bodyHash: string
}

export const findReport = async (from: Documents, id: Id<'report'>): Promise<FoundReport | null> => {
  const { data } = await from.collection('reports').doc(id).get()
  return data && { report: reportFrom(data), bodyHash: String(data['bodyHash']) }
}

export const addReport = (tx: Documents, report: Report, bodyHash: string) =>
  tx.collection('reports').add({ data: reportDocument(report, bodyHash) })

/** Unions and lists are set whole: a plain object would be merged and leave the old state's fields behind. */
export const saveReport = (tx: Documents, report: Report, bodyHash: string) => {
  const { _id, ...fields } = reportDocument(report, bodyHash)
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, command.set(value)]))
  return tx.collection('reports').doc(_id).update({ data })
}

export interface ReportQuery {
  readonly owner:
    | { readonly reporter: Id<'person'> }
    | { readonly seenBy: Post }
    | { readonly awaits: Post }
    | { readonly publicIn: Id<'street'> }
  readonly open: boolean | null
  readonly sort: Sort
}

export const listReports = async (
  { owner, open, sort }: ReportQuery,
  most: number,
  cursor: Cursor | null,
) => {
  const condition = { ...owner, ...(open === null ? {} : { open }) }
  const page = await readPage<Stored & { id: string }>('reports', condition, sort, most, cursor)
  return { rows: page.rows.map((row) => reportFrom({ ...row, _id: row.id })), next: page.next }
}
