import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { gatherKept } from '../../store/kept'
import { findIdentityOf, findPerson, saveIdentity } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { randomId } from '../derived-id'
import { draftFile, dropUnsettled, retireFile, settleDrafts } from '../upload/draft'

/**
 * Everything stored of this person as one JSON file; the copy before it goes, this one within the hour (`jobs`). Where the
 * account is deleted meanwhile, deletion wins.
 */
export const exportAccount: UseCase<'account.export'> = async (_input, call) => {
  const { actor, now } = call
  const [identity, person] = await Promise.all([findIdentityOf(db, actor.id), findPerson(actor.id)])
  if (!identity || !person) return refuse('consent-needed')
  const { copy: _copy, ...known } = identity
  const kept = await gatherKept(actor, identity.phone)
  const all = { madeAt: new Date(now).toISOString(), identity: known, person, ...kept }
  const text = JSON.stringify(all, null, 2)
  const drafted = await draftFile(`kept/${actor.district}/${randomId()}.json`, Buffer.from(text), call)
  const { file } = drafted
  const decision = await withTransaction(async (tx) => {
    const current = await findIdentityOf(tx, actor.id)
    if (!current) return refuse('consent-needed')
    await settleDrafts(tx, [drafted])
    await saveIdentity(tx, { ...current, copy: { file, at: now } })
    const retired = await retireFile(tx, current.copy?.file ?? null, call)
    await audit(tx, occasionOf(call), 'account.exported', `people/${actor.id}`)
    return become(retired)
  })
  await dropUnsettled(decision.ok ? decision.value : [drafted])
  if (!decision.ok) return decision
  return become({ url: (await temporaryUrls([file])).get(file) ?? '' })
}
