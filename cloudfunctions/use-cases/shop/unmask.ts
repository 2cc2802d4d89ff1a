import { checkReason } from '#domain/audit'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findContact } from '../../store/shops'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { findShopFor } from './at-hand'

/** The line in the audit log is written first: nobody sees a number that no line tells of. */
export const unmask: UseCase<'shop.unmask'> = async ({ id, why }, call) => {
  const found = await findShopFor('shop.unmask', id, call)
  if (!found) return refuse('not-found')
  const reason = checkReason(why)
  if (!reason.ok) return reason
  const contact = await findContact(db, id)
  if (!contact) return refuse('nothing-hidden')
  await audit(db, occasionOf(call), 'field.unmasked', `shops/${id}`, {
    detail: { field: 'contact' },
    why: reason.value,
  })
  return become({ name: contact.name, phone: contact.phone })
}
