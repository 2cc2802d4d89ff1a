import { become } from '#domain/kernel/result'
import { decideName } from '#domain/person'

import { withTransaction } from '../../cloud/transaction'
import { findIdentityOf, saveIdentity } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'

export const renameAccount: UseCase<'account.rename'> = async (input, call) => {
  const name = decideName(input.name)
  if (!name.ok) return name
  const { id } = call.actor
  await withTransaction(async (tx) => {
    const identity = await findIdentityOf(tx, id)
    if (!identity || identity.name === name.value) return
    await saveIdentity(tx, { ...identity, name: name.value })
    await audit(tx, occasionOf(call), 'account.changed', `people/${id}`, { detail: { field: 'name' } })
  })
  return become({})
}
