import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { addExport, findExport, findImport } from '../../store/sheets'
import type { UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'

export const startExport: UseCase<'export.start'> = async ({ kind, of, key }, { actor, now }) => {
  const id = derivedId<'export'>(actor.id, 'export.start', key)
  const body = hashOf(kind, of)
  if ((kind === 'problems') !== (of !== null)) return refuse('bad-input', { field: 'of' })
  const source = of && (await findImport(db, of))
  if (of !== null && (!source || !mayReach(actor, 'export.start', inDistrict(source.district))))
    return refuse('not-found')
  const made = await addExport({
    ...{ id, district: actor.district, by: actor.id, at: now, kind, of, body },
    ...{ status: 'waiting', rows: 0, file: null, parts: [], cursor: null, tries: 0 },
  })
  const stored = made ? null : await findExport(db, id)
  return stored && stored.body !== body ? refuse('key-reused') : become({ id })
}

export const readExport: UseCase<'export.read'> = async ({ id }, { actor }) => {
  const found = await findExport(db, id)
  if (!found || !mayReach(actor, 'export.read', inDistrict(found.district))) return refuse('not-found')
  const { status, rows, file } = found
  const url = file === null ? null : ((await temporaryUrls([file])).get(file) ?? null)
  return become({ status, rows, url })
}
