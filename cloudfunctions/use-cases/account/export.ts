import { become } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { removeFiles, temporaryUrls, writeFile } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { listKept } from '../../store/kept'
import { findIdentityOf, findPerson, saveIdentity } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { randomId } from '../derived-id'

/** Everything stored of this person as one JSON file; the copy before it goes, this one within the hour (`jobs`). */
export const exportAccount: UseCase<'account.export'> = async (_input, call) => {
  const { actor, now } = call
  const [identity, person, kept] = await Promise.all([
    findIdentityOf(db, actor.id),
    findPerson(actor.id),
    listKept(actor.id),
  ])
  if (!identity || !person) throw new Error(`person ${actor.id} is not on record`)
  const { copy: _copy, ...known } = identity
  const text = JSON.stringify(
    { madeAt: new Date(now).toISOString(), identity: known, person, ...kept },
    null,
    2,
  )
  const file = await writeFile(`kept/${actor.district}/${randomId()}.json`, Buffer.from(text))
  const before = await withTransaction(async (tx) => {
    const current = await findIdentityOf(tx, actor.id)
    if (!current) throw new Error(`person ${actor.id} is not on record`)
    await saveIdentity(tx, { ...current, copy: { file, at: now } })
    await audit(tx, occasionOf(call), 'account.exported', `people/${actor.id}`)
    return current.copy
  })
  if (before) await removeFiles([before.file])
  return become({ url: (await temporaryUrls([file])).get(file) ?? '' })
}
