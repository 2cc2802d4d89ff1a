import { checkReason } from '#domain/audit'
import type { EndpointName, Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'
import { holdsPhones, phonesShown } from '#domain/sheet'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { addExport, findExport, findImport, type Export } from '../../store/sheets'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'

/** The reason as it is kept: none where nothing hidden is asked for. */
const reasonFor = ({
  kind,
  clear,
  why,
}: Input<'export.start'>): Decision<string, 'bad-input' | 'reason-missing'> => {
  if (!clear) return become('')
  if (!holdsPhones(kind)) return refuse('bad-input', { field: 'clear' })
  return checkReason(why)
}

/** The line in the audit log is written with the order: nothing leaves that no line tells of. */
export const startExport: UseCase<'export.start'> = async (input, call) => {
  const { kind, of, clear, key } = input
  const { actor, now } = call
  const id = derivedId<'export'>(actor.id, 'export.start', key)
  const reason = reasonFor(input)
  if (!reason.ok) return reason
  const why = reason.value
  const body = hashOf(kind, of, clear, why)
  if ((kind === 'problems') !== (of !== null)) return refuse('bad-input', { field: 'of' })
  const source = of && (await findImport(db, of))
  if (of !== null && (!source || !mayReach(actor, 'export.start', inDistrict(source.district))))
    return refuse('not-found')
  const before = await withTransaction(async (tx) => {
    const there = await findExport(tx, id)
    if (there) return there
    await addExport(tx, {
      ...{ id, district: actor.district, by: actor.id, at: now, kind, of, clear, why, body },
      ...{ status: 'waiting', rows: 0, file: null, parts: 0, cursor: null, tries: 0 },
    })
    await audit(tx, occasionOf(call), 'export.asked', `exports/${id}`, {
      detail: { kind, phones: phonesShown(kind, clear) },
      why,
    })
    return null
  })
  return before && before.body !== body ? refuse('key-reused') : become({ id })
}

/** One's own alone: the reason was given for one's own eyes. */
const findOwn = async (id: Id<'export'>, endpoint: EndpointName, { actor }: Call): Promise<Export | null> => {
  const found = await findExport(db, id)
  return found?.by === actor.id && mayReach(actor, endpoint, inDistrict(found.district)) ? found : null
}

export const readExport: UseCase<'export.read'> = async ({ id }, call) => {
  const found = await findOwn(id, 'export.read', call)
  if (!found) return refuse('not-found')
  const { status, rows, file } = found
  return become({ status: status === 'ready' && file === null ? 'gone' : status, rows })
}

export const openExport: UseCase<'export.open'> = async ({ id }, call) => {
  const found = await findOwn(id, 'export.open', call)
  if (!found) return refuse('not-found')
  const { status, file, kind, rows, clear, why } = found
  if (status !== 'ready' || file === null) return refuse('wrong-state')
  await audit(db, occasionOf(call), 'export.opened', `exports/${id}`, {
    detail: { kind, rows, phones: phonesShown(kind, clear) },
    why,
  })
  const url = (await temporaryUrls([file])).get(file)
  return url === undefined ? refuse('wrong-state') : become({ url })
}
