import type { CommonRefusal } from '#domain/contract/reply'
import type { Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'
import { decideCancel, decideCommit, noRows } from '#domain/sheet'

import { withTransaction } from '../../cloud/transaction'
import { findImport, saveImport, type Import } from '../../store/sheets'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { dropWorkbook } from './spent'

type Moved = Promise<Decision<Import, 'wrong-state' | CommonRefusal>>

const move = (
  id: Id<'import'>,
  endpoint: 'import.commit' | 'import.cancel',
  seen: number,
  call: Call,
): Moved =>
  withTransaction(async (tx) => {
    const found = await findImport(tx, id)
    if (!found || !mayReach(call.actor, endpoint, inDistrict(found.district))) return refuse('not-found')
    const committing = endpoint === 'import.commit'
    const status = committing ? decideCommit(found, seen) : decideCancel(found, seen, call.now)
    if (!status.ok) return status
    const fresh = committing ? { done: 0, counts: noRows, batch: 0, noted: null, tries: 0 } : {}
    await saveImport(tx, { ...found, ...fresh, status: status.value, version: found.version + 1 }, call.now)
    const { added, changed, same, broken } = found.counts
    await audit(tx, occasionOf(call), committing ? 'import.committed' : 'import.ended', `imports/${id}`, {
      detail: { kind: found.kind, ended: status.value.kind, added, changed, same, broken },
    })
    return become(found)
  })

/** What the dry run showed is carried out by jobs. */
export const commitImport: UseCase<'import.commit'> = async ({ id, version }, call) => {
  const moved = await move(id, 'import.commit', version, call)
  return moved.ok ? become({}) : moved
}

export const cancelImport: UseCase<'import.cancel'> = async ({ id, version }, call) => {
  const moved = await move(id, 'import.cancel', version, call)
  if (!moved.ok) return moved
  await dropWorkbook(moved.value)
  return become({})
}
