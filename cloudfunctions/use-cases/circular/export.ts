import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { addExport, findExport, type Export } from '../../store/sheets'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { makeExport } from '../sheet/make-export'
import { findAsOffice } from './find'

const all = () => true

/** One group's shops, a thousand at most: made at once, kept and thrown away as every exported list is. */
export const exportCircular: UseCase<'circular.export'> = async ({ id: of, key }, call) => {
  const { actor, now } = call
  const found = await findAsOffice(actor, 'circular.export', of)
  if (!found) return refuse('not-found')
  const id = derivedId<'export'>(actor.id, 'circular.export', key)
  const body = hashOf('circular', of)
  const asked = await withTransaction(async (tx) => {
    const there = await findExport(tx, id)
    if (there) return there
    const order: Export = {
      ...{ id, of, body, kind: 'circular', district: actor.district, by: actor.id, at: now },
      ...{ clear: false, why: '', status: 'waiting', rows: 0, file: null, parts: 0, cursor: null, tries: 0 },
    }
    await addExport(tx, order)
    await audit(tx, occasionOf(call), 'export.asked', `exports/${id}`, { detail: { kind: 'circular' } })
    return order
  })
  if (asked.body !== body) return refuse('key-reused')
  if (asked.status === 'waiting') await makeExport(asked, now, all)
  const made = await findExport(db, id)
  if (made?.status !== 'ready' || made.file === null) return refuse('wrong-state')
  await audit(db, occasionOf(call), 'export.opened', `exports/${id}`, {
    detail: { kind: 'circular', rows: made.rows },
  })
  const url = (await temporaryUrls([made.file])).get(made.file)
  return url === undefined ? refuse('wrong-state') : become({ url })
}
