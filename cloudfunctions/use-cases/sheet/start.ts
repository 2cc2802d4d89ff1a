import { become, refuse } from '#domain/kernel/result'
import { noRows } from '#domain/sheet'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { addImport, findImport, type Import } from '../../store/sheets'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { forgetUploads, uploadNames } from '../upload/accept-photos'
import { dropUnsettled, settleDrafts } from '../upload/draft'
import { acceptWorkbook } from './accept-workbook'

/** It was the caller's own file and no try can make it any better: nothing of it stays. */
const isUnreadable = (code: string): boolean =>
  ['file-too-large', 'file-protected', 'not-a-workbook'].includes(code)

/** The workbook is taken in and waits for jobs, which check it; not one row is read here. */
export const startImport: UseCase<'import.start'> = async ({ kind, key, ticket, files }, call) => {
  const { actor, now } = call
  const id = derivedId<'import'>(actor.id, 'import.start', key)
  const body = hashOf(kind, uploadNames(files))
  const before = await findImport(db, id)
  if (before) return before.body === body ? become({ id }) : refuse('key-reused')
  const accepted = await acceptWorkbook({ ticket, files }, call)
  if (!accepted.ok) {
    if (isUnreadable(accepted.code)) await forgetUploads(files)
    return accepted
  }
  const made: Import = {
    ...{ id, district: actor.district, by: actor.id, at: now, kind, body, file: accepted.value.file },
    ...{ version: 1, status: { kind: 'checking' }, rows: 0, done: 0, counts: noRows },
    ...{ batch: 0, noted: null, tries: 0 },
  }
  const twin = await withTransaction(async (tx) => {
    const there = await findImport(tx, id)
    if (there) return there
    await addImport(tx, made)
    await settleDrafts(tx, [accepted.value])
    await audit(tx, occasionOf(call), 'import.started', `imports/${id}`, { detail: { kind } })
    return null
  })
  if (twin) await dropUnsettled([accepted.value])
  if (twin && twin.body !== body) return refuse('key-reused')
  await forgetUploads(files)
  return become({ id })
}
