import { become, refuse } from '#domain/kernel/result'

import { temporaryUrls } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { findIdentityOf, saveIdentity } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { acceptPhotos, forgetUploads } from '../upload/accept-photos'

/** Takes one picture in as the avatar; the one before goes. */
export const portrayAccount: UseCase<'account.portray'> = async ({ ticket, files }, call) => {
  if (files.length !== 1) return refuse(files.length === 0 ? 'photo-missing' : 'too-many-photos', { most: 1 })
  const accepted = await acceptPhotos({ ticket, files }, call)
  if (!accepted.ok) return accepted
  const [photo] = accepted.value
  if (photo === undefined) return refuse('photo-missing')
  const before = await withTransaction(async (tx) => {
    const identity = await findIdentityOf(tx, call.actor.id)
    if (!identity) throw new Error(`person ${call.actor.id} is not on record`)
    await saveIdentity(tx, { ...identity, avatar: photo })
    await audit(tx, occasionOf(call), 'account.changed', `people/${call.actor.id}`, {
      detail: { field: 'avatar' },
    })
    return identity.avatar
  })
  await forgetUploads([...files, ...(before === null ? [] : [before])])
  return become({ avatar: (await temporaryUrls([photo])).get(photo) ?? '' })
}
