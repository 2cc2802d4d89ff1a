import { zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node'

import { refuse, become, type Decision } from '#domain/kernel/result'
import { sheetLimits, type SheetFailure } from '#domain/sheet'
import { neutral } from '#domain/sheet/cell'
import type { Grid } from '#domain/sheet/rows'

import { unpackWorkbook } from './unpack'

/** Lines that a title, a heading and a few blank ones may take beside the rows. */
const spareLines = 1_000

const countRows = (part: Buffer): number => {
  let rows = 0
  for (let at = part.indexOf('<row '); at !== -1; at = part.indexOf('<row ', at + 5)) rows += 1
  return rows
}

/** A cell as text: a date as its day, a number without exponent or trailing noise. */
const textOf = (value: unknown): string => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''
}

/** The workbook's sheets as texts, read from parts that were measured and unpacked here: the library unpacks nothing. */
export const readWorkbook = async (
  bytes: Buffer,
): Promise<Decision<readonly Grid[], Extract<SheetFailure, 'not-a-workbook' | 'too-many-rows'>>> => {
  const parts = unpackWorkbook(bytes)
  if (typeof parts === 'string') return refuse('not-a-workbook')
  for (const [name, part] of parts)
    if (name.startsWith('xl/worksheets/') && countRows(part) > sheetLimits.rows + spareLines)
      return refuse('too-many-rows', { most: sheetLimits.rows })
  const { buffer } = zipSync(Object.fromEntries(parts), { level: 0 })
  try {
    const sheets = await readXlsxFile(buffer)
    return become(
      sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((line) => line.map(textOf)) })),
    )
  } catch (error) {
    console.warn('a workbook was not understood', error)
    return refuse('not-a-workbook')
  }
}

/** One sheet to be written: headings above, texts and numbers below. */
export interface Table {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Every text is typed as text and made neutral: nothing in it runs as a formula, here or in a copy saved as CSV. */
const cellOf = (value: string | number | null): CellObject | null => {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: neutral(value), type: String, format: '@' }
}

const width = (heading: string): number => Math.max(10, heading.length * 2 + 4)

export const writeWorkbook = (tables: readonly Table[]): Promise<Buffer> =>
  writeXlsxFile(
    tables.map(({ name, headings, rows }): Sheet<Buffer> => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: headings.map((heading) => ({ width: width(heading) })),
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer()
