import type { Claim } from '#domain/claim'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import type { Documents } from '../../cloud/database'
import { findInvitation, listInvitationsOfPhone, type Invitation } from '../../store/claims'
import { findPersonIn } from '../../store/people'
import { findContact, listContactsOfPhone } from '../../store/shops'

/** Why a shop is offered to a verified phone: the register's contact, or an owner's invitation. */
export interface Offer {
  readonly shop: Id<'shop'>
  readonly as: Claim['as']
  readonly invitation: Id<'invitation'> | null
}

/** milliseconds: thirty days */
export const invitationLife = 30 * 86_400_000

/** An invitation that nobody answered for a month is over, and its place is free again. */
export const isStanding = ({ at }: Invitation, now: Instant): boolean => at + invitationLife > now

/** The register's word comes before an invitation to the same shop. */
export const listOffersOf = async (
  district: Id<'district'>,
  phone: string,
  now: Instant,
): Promise<readonly Offer[]> => {
  const [contacts, invitations] = await Promise.all([
    listContactsOfPhone(district, phone),
    listInvitationsOfPhone(district, phone),
  ])
  const standing = invitations.filter((one) => isStanding(one, now))
  const invited = (shop: Id<'shop'>) => standing.find((one) => one.shop === shop)?.id ?? null
  const owned = contacts.map(({ id }) => id)
  const others = new Set(standing.map(({ shop }) => shop).filter((shop) => !owned.includes(shop)))
  return [
    ...owned.map((shop): Offer => ({ shop, as: 'owner', invitation: invited(shop) })),
    ...[...others].map((shop): Offer => ({ shop, as: 'agent', invitation: invited(shop) })),
  ]
}

/** Whether the transaction, too, sees what the offer rests on. */
export const offerStands = async (
  tx: Documents,
  { shop, as, invitation }: Offer,
  phone: string,
): Promise<boolean> => {
  if (as === 'owner') return (await findContact(tx, shop))?.phone === phone
  const found = invitation === null ? null : await findInvitation(tx, invitation)
  if (found?.phone !== phone) return false
  // An invitation is worth no more than the right of whoever made it.
  const inviter = await findPersonIn(tx, found.by)
  return inviter?.grants.some(({ scope }) => scope.kind === 'shop' && scope.shop === shop) === true
}
