import { db } from '../../cloud/database'
import { readFile, removeFiles, writeFile } from '../../cloud/files'
import { saveExport, type Export } from '../../store/sheets'
import type { ExportRow } from './export-sources'

const partBytes = 64 * 1024 * 1024

const workbookPath = ({ id, district }: Export): string => `kept/${district}/export-${id}.xlsx`
const partOf = (workbook: string, at: number): string => workbook.replace(/\.xlsx$/, `-${String(at)}.json`)

/** Before anything of the list is written, the place is on record: whatever a crash leaves behind lies beside it. */
export const reserveFile = (asked: Export): Promise<string> =>
  writeFile(workbookPath(asked), Buffer.from('reserved'))

export const writeExport = (made: Export, bytes: Buffer): Promise<string> =>
  writeFile(workbookPath(made), bytes)

export const writePart = (made: Export, rows: readonly ExportRow[]): Promise<string> =>
  writeFile(partOf(workbookPath(made), made.parts), Buffer.from(JSON.stringify(rows)))

/** One part more than are counted: the last may have been written by a run that did not come to note it. */
const partFiles = ({ file, parts }: Export): readonly string[] =>
  file === null ? [] : Array.from({ length: parts + 1 }, (_, at) => partOf(file, at))

export const readParts = async (made: Export): Promise<readonly ExportRow[]> => {
  const rows: ExportRow[] = []
  for (const part of partFiles(made).slice(0, made.parts)) {
    const bytes = await readFile(part, partBytes)
    if (typeof bytes === 'string') throw new Error(`a part of an export is ${bytes}`)
    rows.push(...(JSON.parse(bytes.toString('utf8')) as readonly ExportRow[]))
  }
  return rows
}

export const removeParts = (made: Export): Promise<void> => removeFiles(partFiles(made))

/** Everything of it goes; one that was not ready by now never will be. */
export const dropExport = async (made: Export): Promise<void> => {
  await removeFiles([...partFiles(made), ...(made.file === null ? [] : [made.file])])
  const status = made.status === 'ready' ? 'ready' : 'failed'
  await saveExport(db, { ...made, status, file: null, parts: 0, cursor: null })
}
