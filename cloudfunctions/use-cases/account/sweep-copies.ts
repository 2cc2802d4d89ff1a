import { plusHours, type Instant } from '#domain/kernel/instant'

import { removeFiles } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { findIdentityOf, listOldCopies, saveIdentity } from '../../store/people'
import { eachApart } from '../each-apart'

const hours = 1
const atOnce = 50

/** Removes the copies people asked for more than an hour ago. */
export const sweepCopies = async (now: Instant): Promise<number> => {
  const old = await listOldCopies(plusHours(now, -hours), atOnce)
  return eachApart(old, async ({ id, copy }) => {
    if (!copy) return
    await removeFiles([copy.file])
    await withTransaction(async (tx) => {
      const identity = await findIdentityOf(tx, id)
      if (identity?.copy?.file === copy.file) await saveIdentity(tx, { ...identity, copy: null })
    })
  })
}
