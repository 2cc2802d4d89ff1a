import { plusDays, plusHours, type Instant } from '#domain/kernel/instant'
import { daysToCommit, decideCancel } from '#domain/sheet'

import { removeFiles } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import {
  findImport,
  forgetWorkbook,
  listOldExports,
  listSpent,
  listUncommitted,
  removeProblems,
  saveImport,
  type Import,
} from '../../store/sheets'
import { audit } from '../audit/write'
import { eachApart } from '../each-apart'
import { dropExport } from './export-files'

const perRun = 20

const removeWorkbook = async ({ id, file }: Pick<Import, 'id' | 'file'>): Promise<void> => {
  if (file === null) return
  await removeFiles([file])
  await forgetWorkbook(id)
}

/** After an import's end is stored: its workbook holds names and phones. What stays behind here, jobs remove. */
export const dropWorkbook = async (ended: Pick<Import, 'id' | 'file'>): Promise<void> => {
  try {
    await removeWorkbook(ended)
  } catch (error) {
    console.warn('a workbook stays behind', error)
  }
}

export const removeSpentWorkbooks = async (): Promise<number> =>
  eachApart(await listSpent(perRun), removeWorkbook)

/** What was checked and is never confirmed is cancelled by the clock, and what it found goes with it. */
export const cancelUncommitted = async (now: Instant): Promise<number> => {
  const waiting = await listUncommitted(plusDays(now, -daysToCommit), perRun)
  return eachApart(waiting, async (one) => {
    if (await cancelAt(one, now)) await dropWorkbook(one)
  })
}

/** False where its author was faster. */
const cancelAt = async ({ id, version }: Import, now: Instant): Promise<boolean> => {
  const cancelled = await withTransaction(async (tx) => {
    const found = await findImport(tx, id)
    const status = found && decideCancel(found, version, now)
    if (!found || status?.ok !== true) return false
    await saveImport(tx, { ...found, status: status.value, version: found.version + 1 }, now)
    const { district, kind, counts } = found
    await audit(tx, { district, by: null, now }, 'import.ended', `imports/${id}`, {
      detail: { kind, ended: status.value.kind, ...counts },
    })
    return true
  })
  if (cancelled) await removeProblems(id, 'check')
  return cancelled
}

const keptHours = 24

/** An export holds names, and some hold phones: after a day all of it is gone, ready or not. */
export const removeOldExports = async (now: Instant): Promise<number> =>
  eachApart(await listOldExports(plusHours(now, -keptHours), perRun), dropExport)
