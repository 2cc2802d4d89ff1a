import type { Instant } from '#domain/kernel/instant'
import { sheetLimits, showsPhones } from '#domain/sheet'

import { readFile, removeFiles, writeFile } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { db } from '../../cloud/database'
import { findExport, saveExport, type Export } from '../../store/sheets'
import { audit } from '../audit/write'
import { randomId } from '../derived-id'
import { auditSource, handOverSource, problemSource } from './export-records'
import { sheetSources, type ExportRow, type ExportSource } from './export-sources'
import { sheetNames } from './words'
import { writeWorkbook } from './workbook'

const sourceOf = ({ kind, district, of }: Export): ExportSource => {
  if (kind === 'audit') return auditSource(district)
  if (kind === 'handovers') return handOverSource(district)
  if (kind === 'problems') return problemSource(of)
  return sheetSources[kind](district)
}

const mostTries = 5
/** rows that a part holds: far from what an instance can carry */
const rowsPerPart = 5_000
const partBytes = 64 * 1024 * 1024

/**
 * Gathers an export page by page. Every so often, and when the time is up, what was gathered is put aside as a part with the
 * cursor behind it; the last call puts the parts together into one workbook.
 */
export const makeExport = async (asked: Export, now: Instant, mayGoOn: () => boolean): Promise<void> => {
  if (asked.tries >= mostTries) {
    await saveExport(db, { ...asked, status: 'failed' })
    await removeFiles(asked.parts)
    return
  }
  let current: Export = { ...asked, tries: asked.tries + 1 }
  await saveExport(db, current)
  const source = sourceOf(current)
  let rows: ExportRow[] = []
  let cursor = current.cursor
  for (;;) {
    const page = await source.page(cursor)
    rows.push(...page.rows.slice(0, Math.max(0, sheetLimits.exported - current.rows - rows.length)))
    cursor = page.next
    if (cursor === null || current.rows + rows.length >= sheetLimits.exported) break
    if (mayGoOn() && rows.length < rowsPerPart) continue
    current = await putAside(current, rows, cursor)
    rows = []
    if (!mayGoOn()) return
  }
  await finish(current, [...(await readParts(current)), ...rows], source, now)
}

const putAside = async (current: Export, rows: readonly ExportRow[], cursor: string): Promise<Export> => {
  const path = `kept/${current.district}/${randomId()}.json`
  const part = await writeFile(path, Buffer.from(JSON.stringify(rows)))
  const next = {
    ...current,
    parts: [...current.parts, part],
    rows: current.rows + rows.length,
    cursor,
    tries: 0,
  }
  await saveExport(db, next)
  return next
}

const readParts = async ({ parts }: Export): Promise<readonly ExportRow[]> => {
  const rows: ExportRow[] = []
  for (const part of parts) {
    const bytes = await readFile(part, partBytes)
    if (typeof bytes === 'string') throw new Error(`a part of an export is ${bytes}`)
    rows.push(...(JSON.parse(bytes.toString('utf8')) as readonly ExportRow[]))
  }
  return rows
}

/** The line in the audit log says how many rows left, and whether phones stand among them in clear. */
const finish = async (
  current: Export,
  rows: readonly ExportRow[],
  { headings }: ExportSource,
  now: Instant,
): Promise<void> => {
  const { id, district, kind, by } = current
  const bytes = await writeWorkbook([{ name: sheetNames[kind], headings, rows }])
  const file = await writeFile(`kept/${district}/${randomId()}-export.xlsx`, bytes)
  const first = await withTransaction(async (tx) => {
    const stored = await findExport(tx, id)
    if (stored?.status !== 'waiting') return false
    await saveExport(tx, { ...stored, status: 'ready', rows: rows.length, file, parts: [], cursor: null })
    await audit(tx, { district, by, now }, 'export.made', `exports/${id}`, {
      detail: { kind, rows: rows.length, phones: showsPhones(kind) ? 'clear' : 'none' },
    })
    return true
  })
  await removeFiles(first ? current.parts : [file])
}
