import { checkReason } from '#domain/audit'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findEntry } from '../../store/roster'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'

/** The line in the audit log is written first: nobody sees a number that no line tells of. */
export const unmaskHolder: UseCase<'role.unmask'> = async ({ entry: id, why }, call) => {
  const reason = checkReason(why)
  if (!reason.ok) return reason
  const entry = await findEntry(db, call.actor.district, id)
  if (!entry) return refuse('not-found')
  await audit(db, occasionOf(call), 'field.unmasked', `roster/${id}`, {
    person: entry.person,
    detail: { field: 'phone' },
    why: reason.value,
  })
  return become({ phone: entry.phone })
}
