import { holdsShop, makeClaim, type Claim } from '#domain/claim'
import { asId } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findClaim, findOpenClaim } from '../../store/claims'
import { findIdentityOf } from '../../store/people'
import { findShopByCode } from '../../store/shops'
import type { UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { inShopTransaction } from '../shop/at-hand'
import { draftPhotos, forgetUploads, uploadNames } from '../upload/accept-photos'
import { dropUnsettled, settleDrafts } from '../upload/draft'
import { claimEntryId, recordClaim } from './record'

/** By the code at the shop's door and a photo of its licence; whoever asks can be called back. */
export const ask: UseCase<'claim.ask'> = async (input, call) => {
  const { id: me, district } = call.actor
  const shop = await findShopByCode(input.code)
  if (shop?.district !== district) return refuse('not-found')
  const id = derivedId<'claim'>(me, 'claim.ask', input.key)
  const body = hashOf(input.code, uploadNames(input.files))
  const [before, identity, open] = await Promise.all([
    findClaim(db, district, id),
    findIdentityOf(db, me),
    findOpenClaim(me, shop.id),
  ])
  if (before) return firstAnswer(before, body)
  if (!identity || identity.phone === null) return refuse('phone-needed')
  if (open) return open.id === id ? firstAnswer(open, body) : alreadyThere(open)
  if (input.files.length === 0) return refuse('photo-missing', { position: 1 })
  const drafted = await draftPhotos(input, call)
  if (!drafted.ok) {
    // The same call a moment earlier may have taken the uploads in: then this one is its repeat.
    const since = await findClaim(db, district, id)
    return since ? firstAnswer(since, body) : drafted
  }
  const decision = await inShopTransaction(shop.id, call, async (tx, at) => {
    const other = await findOpenClaim(me, shop.id)
    // The same call may have been stored a moment ago, after this transaction began to look.
    const found = other?.id === id ? other : await findClaim(tx, district, id)
    if (found) return firstAnswer(found, body)
    if (other) return alreadyThere(other)
    // Deletion wins: whoever is gone by now asks for nothing.
    if (!(await findIdentityOf(tx, me))) return refuse('consent-needed')
    await settleDrafts(tx, drafted.value)
    const photos = drafted.value.map(({ file }) => asId<'photo'>(file))
    const given = { id, shop: shop.id, as: 'owner', way: 'licence', photos } as const
    await recordClaim(tx, makeClaim({ ...given, key: input.key, body }, call), at, call)
    return become({ id })
  })
  await dropUnsettled(drafted.value)
  if (decision.ok)
    await Promise.all([forgetUploads(input.files), deliverSoon(claimEntryId({ id, version: 1 }), call.now)])
  return decision
}

/** A repeat gets the first answer; the same key with another body is a mistake of the sender's. */
const firstAnswer = ({ id, history }: Claim, body: string) =>
  history[0]?.body === body ? become({ id }) : refuse('key-reused')

const alreadyThere = (open: Claim) => refuse(holdsShop(open) ? 'held-already' : 'asked-already')
