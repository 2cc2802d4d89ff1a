import writeXlsxFile from 'write-excel-file/node'
import readXlsxFile from 'read-excel-file/universal'

import type { Actor } from '#domain/actor'
import type { Output } from '#domain/contract/endpoints'
import type { SheetKind } from '#domain/sheet'
import { columnsOf } from '#domain/sheet/columns'

import { startImport } from '../../cloudfunctions/use-cases/sheet/start'
import { readImport, readProblems } from '../../cloudfunctions/use-cases/sheet/read'
import { workOnSheets } from '../../cloudfunctions/use-cases/sheet/work'
import { commitImport } from '../../cloudfunctions/use-cases/sheet/move'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { RowProblem } from '#domain/sheet'

import { db } from '../../cloudfunctions/cloud/database'
import { yes } from './a-submission'
import { command, district, MONDAY } from './builders'
import { aKey, as } from './small-district'
import { handIn } from './uploads'

export type CellValue = string | number | Date | null
type Line = readonly CellValue[]

const cellOf = (value: CellValue) => {
  if (value === null) return null
  if (typeof value === 'number') return { value, type: Number }
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
  return { value, type: String }
}

/** A workbook as a clerk's program saves it: any lines, the heading among them. */
export const aWorkbook = (lines: readonly Line[], sheet = '表1'): Promise<Buffer> =>
  writeXlsxFile([{ sheet, data: lines.map((line) => line.map(cellOf)) }]).toBuffer()

/** Rows by our own columns' names, under their headings. */
export const aSheet = (
  kind: SheetKind,
  rows: readonly Readonly<Record<string, CellValue>>[],
): Promise<Buffer> => {
  const columns = columnsOf(kind)
  return aWorkbook([
    columns.map(([, { heading }]) => heading),
    ...rows.map((row) => columns.map(([key]) => row[key] ?? null)),
  ])
}

/** The texts of a workbook's first sheet. */
export const readBack = async (url: string): Promise<readonly (readonly unknown[])[]> => {
  const bytes = await (await fetch(url)).arrayBuffer()
  const [first] = (await readXlsxFile(bytes)) as readonly { readonly data: readonly (readonly unknown[])[] }[]
  return first?.data ?? []
}

export const startWith = async (
  env: string,
  kind: SheetKind,
  bytes: Buffer,
  actor: Actor = command,
  now: Instant = MONDAY,
) => {
  const { ticket, files } = await handIn(env, actor, [bytes], as(actor, now))
  return startImport({ kind, ticket, files, key: aKey() }, as(actor, now))
}

export const view = async (id: Id<'import'>, actor: Actor = command) =>
  yes(await readImport({ id }, as(actor)))

/** Checked, or failed where the file as a whole was no good. */
export const checked = async (env: string, kind: SheetKind, bytes: Buffer, now: Instant = MONDAY) => {
  const { id } = yes(await startWith(env, kind, bytes, command, now))
  await workOnSheets(now)
  return view(id)
}

/** Checked, committed and carried out. */
export const loaded = async (env: string, kind: SheetKind, bytes: Buffer, now: Instant = MONDAY) => {
  const { id, version } = await checked(env, kind, bytes, now)
  yes(await commitImport({ id, version }, as(command, now)))
  await workOnSheets(now)
  return view(id)
}

export const problemsOf = async (id: Id<'import'>): Promise<readonly RowProblem[]> => {
  const all: RowProblem[] = []
  for (let cursor: string | null = null; ;) {
    const page: Output<'import.problems'> = yes(await readProblems({ id, cursor }, as(command)))
    all.push(...page.rows)
    if (page.next === null) return all
    cursor = page.next
  }
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0')

/** A made-up shop of the tests' district as its row would say. */
export const aShopRow = (at: number): Readonly<Record<string, CellValue>> => ({
  number: `店${pad(at, 5)}`,
  name: `第${String(at)}号小店`,
  trade: '小理发美容店',
  area: 20 + (at % 40),
  places: at % 5,
  address: `迎春路${String(at)}号`,
  street: '迎春街道',
  cell: '迎春社区',
  ownerName: `业主${String(at)}`,
  ownerPhone: `139${pad(at, 8)}`,
  licence: `L${pad(at, 6)}`,
  licenceUntil: '长期',
  hygiene: `H${pad(at, 6)}`,
  hygieneUntil: new Date(Date.UTC(2028, 10, 23)),
  state: '营业',
})

/** What shops and heads of the tests refer to: two trades, an agency for one of them and one for all. */
export const addTradesAndAgencies = async (): Promise<void> => {
  await db.collection('trades').add({
    data: [
      { _id: 'trade-hair', district, position: 1, name: '小理发美容店' },
      { _id: 'trade-bath', district, position: 2, name: '小浴池' },
    ],
  })
  await db.collection('agencies').add({
    data: [
      { _id: 'agency-health', district, position: 1, name: '卫生监督所', trades: null },
      { _id: 'agency-hair', district, position: 2, name: '理发监督组', trades: ['trade-hair'] },
    ],
  })
}
