import type { Claim } from '#domain/claim'
import type { Id } from '#domain/kernel/id'

import type { Documents } from '../../cloud/database'
import { findInvitation, invitationAt, removeInvitation, type Invitation } from '../../store/claims'

/** agents and open invitations of one shop together */
export const mostAgents = 5

/** A shop's places for invitations, whether they stand or are over. */
export const readPlaces = async (
  tx: Documents,
  shop: Id<'shop'>,
): Promise<readonly (Invitation | null)[]> => {
  const places: (Invitation | null)[] = []
  for (let place = 0; place < mostAgents; place += 1)
    places.push(await findInvitation(tx, invitationAt(shop, place)))
  return places
}

/** Whoever is out of the shop has nobody to invite to it: their invitations go, and the places are free. */
export const dropInvitations = async (
  tx: Documents,
  { shop, person }: Pick<Claim, 'shop' | 'person'>,
): Promise<void> => {
  for (const place of await readPlaces(tx, shop))
    if (place?.by === person) await removeInvitation(tx, place.id)
}
