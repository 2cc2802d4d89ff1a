import { become, refuse } from '#domain/kernel/result'

import { temporaryUrls } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { findIdentityOf, saveIdentity } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { draftPhotos, forgetUploads } from '../upload/accept-photos'
import { dropUnsettled, retireFile, settleDrafts } from '../upload/draft'

/** Takes one picture in as the avatar; the one before goes. Where the account is deleted meanwhile, deletion wins. */
export const portrayAccount: UseCase<'account.portray'> = async ({ ticket, files }, call) => {
  if (files.length !== 1) return refuse(files.length === 0 ? 'photo-missing' : 'too-many-photos', { most: 1 })
  const drafted = await draftPhotos({ ticket, files }, call)
  if (!drafted.ok) return drafted
  const [photo] = drafted.value
  if (photo === undefined) return refuse('photo-missing')
  const decision = await withTransaction(async (tx) => {
    const identity = await findIdentityOf(tx, call.actor.id)
    if (!identity) return refuse('consent-needed')
    await settleDrafts(tx, drafted.value)
    await saveIdentity(tx, { ...identity, avatar: photo.file })
    const retired = await retireFile(tx, identity.avatar, call)
    await audit(tx, occasionOf(call), 'account.changed', `people/${call.actor.id}`, {
      detail: { field: 'avatar' },
    })
    return become(retired)
  })
  await dropUnsettled(decision.ok ? decision.value : drafted.value)
  await forgetUploads(files)
  if (!decision.ok) return decision
  return become({ avatar: (await temporaryUrls([photo.file])).get(photo.file) ?? '' })
}
