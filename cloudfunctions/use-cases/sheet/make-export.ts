import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { sheetLimits } from '#domain/sheet'

import { removeFiles } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { db } from '../../cloud/database'
import { findExport, saveExport, type Export } from '../../store/sheets'
import { dropExport, readParts, removeParts, reserveFile, writeExport, writePart } from './export-files'
import { circularSource } from './export-circular'
import { listSources } from './export-lists'
import { auditSource, handOverSource, problemSource } from './export-records'
import { sheetSources, type ExportRow, type ExportSource } from './export-sources'
import { sheetNames } from './words'
import { writeWorkbook } from './workbook'

const sources = { ...sheetSources, ...listSources }

const sourceOf = (asked: Export, now: Instant): ExportSource => {
  const { kind, district, of } = asked
  if (kind === 'audit') return auditSource(district)
  if (kind === 'handovers') return handOverSource(district)
  if (kind === 'problems') return problemSource(of as Id<'import'> | null)
  if (kind === 'circular') return circularSource(district, of)
  return sources[kind](asked, now)
}

const mostTries = 5
/** rows that a part holds: far from what an instance can carry */
const rowsPerPart = 5_000

/**
 * Gathers an export page by page. Every so often, and when the time is up, what was gathered is put aside as a part with the
 * cursor behind it; the last call puts the parts together into one workbook. A run that is cut off is done over, onto the
 * same files.
 */
export const makeExport = async (asked: Export, now: Instant, mayGoOn: () => boolean): Promise<void> => {
  if (asked.tries >= mostTries) return dropExport(asked)
  const file = asked.file ?? (await reserveFile(asked))
  let current: Export = { ...asked, file, tries: asked.tries + 1 }
  await saveExport(db, current)
  const source = sourceOf(current, now)
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
  await finish(current, [...(await readParts(current)), ...rows], source)
}

const putAside = async (current: Export, rows: readonly ExportRow[], cursor: string): Promise<Export> => {
  await writePart(current, rows)
  const next = { ...current, parts: current.parts + 1, rows: current.rows + rows.length, cursor, tries: 0 }
  await saveExport(db, next)
  return next
}

const finish = async (
  current: Export,
  rows: readonly ExportRow[],
  { headings }: ExportSource,
): Promise<void> => {
  const { id, kind } = current
  const bytes = await writeWorkbook([{ name: sheetNames[kind], headings, rows }])
  const file = await writeExport(current, bytes)
  const ready = await withTransaction(async (tx) => {
    const stored = await findExport(tx, id)
    if (stored?.status !== 'waiting') return stored?.status === 'ready' && stored.file === file
    await saveExport(tx, { ...stored, status: 'ready', rows: rows.length, file, cursor: null })
    return true
  })
  if (ready) await removeParts(current)
  // Given up meanwhile: nobody would find what was written here.
  else await removeFiles([file])
}
