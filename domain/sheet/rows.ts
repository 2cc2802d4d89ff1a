import { become, refuse, type Decision } from '../kernel/result'
import { maskName } from '../person'
import { sheetLimits, type CellFault, type SheetFailure, type SheetKind } from '../sheet'
import { cleanText, folded } from './cell'
import { columnsOf, keyColumns, type Column, type ColumnKey, type Values } from './columns'

/** One sheet of a workbook: the texts of its cells, row 1 first. */
export interface Grid {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

export interface Issue<K extends SheetKind> {
  readonly row: number
  readonly column: ColumnKey<K>
  readonly fault: CellFault
  readonly found: string
}

export interface SheetRow<K extends SheetKind> {
  /** as the spreadsheet program numbers it */
  readonly row: number
  readonly values: Values<K>
  readonly issues: readonly Issue<K>[]
}

export interface SheetRows<K extends SheetKind> {
  readonly sheet: string
  readonly rows: readonly SheetRow<K>[]
  /** each column's heading as it stands in the sheet */
  readonly headings: Readonly<Record<string, string>>
}

interface Heading {
  readonly grid: Grid
  /** position of the heading among the rows */
  readonly at: number
  /** where each column of ours stands */
  readonly places: Readonly<Record<string, number>>
  readonly missing: readonly string[]
}

/** 「面积（平方米）*」 is 「面积」: units in brackets and marks of "required" do not count. */
const headingWord = (text: string): string =>
  folded(text)
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .replace(/[*:_]/g, '')

/** The sheet and the line with most of the kind's columns; a title may stand above, other columns between. */
const findHeading = (kind: SheetKind, grids: readonly Grid[]): Heading | null => {
  let best: Heading | null = null
  for (const grid of grids)
    for (const [at, line] of grid.rows.slice(0, sheetLimits.headingWithin).entries()) {
      const found = readHeading(kind, grid, at, line)
      if (best === null || Object.keys(found.places).length > Object.keys(best.places).length) best = found
    }
  return best
}

const readHeading = (kind: SheetKind, grid: Grid, at: number, line: readonly string[]): Heading => {
  const words = line.map(headingWord)
  const found: Record<string, number> = {}
  // A column's own heading before any other name for it: 「街道」 must not take what 「街道名称」 means elsewhere.
  const namings = [(one: Column<unknown>) => [one.heading], (one: Column<unknown>) => one.also]
  for (const names of namings)
    for (const [key, column] of columnsOf(kind)) {
      const taken = Object.values(found)
      const place = positionOf(names(column), words, (position) => !taken.includes(position))
      if (found[key] === undefined && place !== undefined) found[key] = place
    }
  const places = columnsOf(kind).reduce((known, [key]) => yieldTo(key, kind, words, known), found)
  const missing = columnsOf(kind)
    .filter(([key, column]) => column.needed && places[key] === undefined)
    .map(([, column]) => column.heading)
  return { grid, at, places, missing }
}

/** Where the first of these names stands that stands anywhere: one that says more comes before one that says less. */
const positionOf = (
  names: readonly string[],
  words: readonly string[],
  isFree: (position: number) => boolean,
): number | undefined =>
  names
    .map((name) => words.findIndex((word, position) => isFree(position) && headingWord(name) === word))
    .find((position) => position !== -1)

/** 「社区」 alone names the cell: a needed column that found nothing takes a name of its own from one that is not. */
const yieldTo = (
  key: string,
  kind: SheetKind,
  words: readonly string[],
  places: Readonly<Record<string, number>>,
): Record<string, number> => {
  const columns = new Map(columnsOf(kind))
  const column = columns.get(key)
  if (column?.needed !== true || places[key] !== undefined) return places
  const place = positionOf(column.also, words, () => true)
  const holder = Object.keys(places).find((other) => places[other] === place)
  if (place === undefined || holder === undefined || columns.get(holder)?.needed === true) return places
  return { ...Object.fromEntries(Object.entries(places).filter(([other]) => other !== holder)), [key]: place }
}

export type UnreadSheet = Exclude<SheetFailure, 'not-a-workbook' | 'gave-up'>

/** Reads all rows of a workbook that are of this kind: pure, so that the same file gives the same rows each time. */
export const readRows = <K extends SheetKind>(
  kind: K,
  grids: readonly Grid[],
): Decision<SheetRows<K>, UnreadSheet> & { readonly columns?: readonly string[] } => {
  const filled = grids.filter(({ rows }) => rows.some((line) => line.some((text) => folded(text) !== '')))
  if (filled.length === 0) return refuse('no-sheet')
  if (filled.some(({ rows }) => rows.some((line) => line.length > sheetLimits.columns)))
    return refuse('too-many-columns', { most: sheetLimits.columns })
  const heading = findHeading(kind, filled)
  if (heading === null || heading.missing.length > 0)
    return { ...refuse('columns-missing'), columns: heading?.missing ?? [] }
  const rows = heading.grid.rows
    .map((line, at) => readRow(kind, heading.places, line, at + 1))
    .slice(heading.at + 1)
    .filter((row) => row !== null)
  if (rows.length === 0) return refuse('empty')
  if (rows.length > sheetLimits.rows) return refuse('too-many-rows', { most: sheetLimits.rows })
  const line = heading.grid.rows[heading.at] ?? []
  const headings = columnsOf(kind).map(([key, { heading: own }]) => {
    const place = heading.places[key]
    return [key, place === undefined ? own : cleanText(line[place] ?? own)] as const
  })
  return become({
    sheet: heading.grid.name,
    rows: withoutTwins(kind, rows),
    headings: Object.fromEntries(headings),
  })
}

const mostFound = 60

/** What stood in a cell, for the person who mends it: cut short, and masked where it is a name or a phone. */
const shown = ({ personal }: Column<unknown>, text: string): string => {
  const value = cleanText(text)
  if (!personal) return Array.from(value).slice(0, mostFound).join('')
  const digits = /\d{5,}/.exec(value) !== null
  return digits ? `${value.slice(0, 3)}****${value.slice(-2)}` : maskName(value)
}

/** Example rows of the template begin their key with this word and are passed over. */
const exampleMark = '示例'

/** Null for a row without any text of ours, and for the template's example. */
const readRow = <K extends SheetKind>(
  kind: K,
  places: Readonly<Record<string, number>>,
  line: readonly string[],
  row: number,
): SheetRow<K> | null => {
  const textAt = (key: string) => line[places[key] ?? -1] ?? ''
  if (Object.keys(places).every((key) => folded(textAt(key)) === '')) return null
  if (keyColumns[kind].some((key) => cleanText(textAt(key)).startsWith(exampleMark))) return null
  const values: Record<string, unknown> = {}
  const issues: Issue<K>[] = []
  for (const [key, column] of columnsOf(kind)) {
    if (places[key] === undefined) continue
    const text = textAt(key)
    const blank = folded(text) === ''
    const reading = blank ? null : column.read(text)
    if (reading === null && !column.needed) values[key] = null
    else if (reading?.ok === true) values[key] = reading.value
    else
      issues.push({
        row,
        column: key as ColumnKey<K>,
        fault: reading?.fault ?? 'missing',
        found: shown(column, text),
      })
  }
  return { row, values: values as Values<K>, issues }
}

/** The first row of a key stands; each later one is told as a duplicate. */
const withoutTwins = <K extends SheetKind>(kind: K, rows: readonly SheetRow<K>[]): readonly SheetRow<K>[] => {
  const seen = new Set<string>()
  return rows.map((row) => {
    const columns: readonly string[] = keyColumns[kind]
    const parts = columns.map((key) => (row.values as Readonly<Record<string, unknown>>)[key])
    if (parts.some((part) => typeof part !== 'string')) return row
    const key = parts.map((part) => folded(part as string)).join('·')
    if (!seen.has(key)) {
      seen.add(key)
      return row
    }
    const column = columns.at(-1) as ColumnKey<K>
    const issue = { row: row.row, column, fault: 'duplicate', found: parts.join(' ') } as const
    return { ...row, issues: [...row.issues, issue] }
  })
}
