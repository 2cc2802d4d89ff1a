import { claimAudience, grantsAfter, holdsShop, type Claim, type ClaimEvent } from '#domain/claim'
import { headsOf } from '#domain/caseload'
import { asId, type Id } from '#domain/kernel/id'

import type { Documents } from '../../cloud/database'
import { listHoldersOfShops, saveClaim } from '../../store/claims'
import { addOutboxEntry } from '../../store/outbox'
import { findPersonIn, savePerson } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { Call } from '../call'
import type { ShopAtHand } from '../shop/at-hand'
import { dropInvitations } from './places'

/** The outbox entry of a claim's last step. */
export const claimEntryId = ({ id, version }: Pick<Claim, 'id' | 'version'>) =>
  asId<'outboxEntry'>(`${id}:${String(version)}`)

/** Saves a claim's last step with what follows from it: the owner's grant, a line in the audit log, word to the others. */
export const recordClaim = async (
  tx: Documents,
  claim: Claim,
  { shop, caseload }: ShopAtHand,
  call: Call,
): Promise<void> => {
  const step = claim.history.at(-1)
  if (!step) throw new Error(`claim ${claim.id} has no history`)
  await saveClaim(tx, claim)
  await grant(tx, claim, step.what)
  if (!holdsShop(claim) && step.what !== 'claim') await dropInvitations(tx, claim)
  await audit(tx, occasionOf(call), 'claim.moved', `claims/${claim.id}`, {
    person: claim.person,
    detail: { move: step.what, shop: claim.shop, way: claim.way },
    why: step.words,
  })
  const owners = await othersHolding(claim)
  await addOutboxEntry(tx, {
    id: claimEntryId(claim),
    at: step.at,
    audience: claimAudience(claim, headsOf(caseload), owners),
    notice: { kind: 'claim', what: step.what, claim: claim.id, shop: shop.id, title: shop.name },
  })
}

const grant = async (tx: Documents, claim: Claim, step: ClaimEvent['what']): Promise<void> => {
  const person = await findPersonIn(tx, claim.person)
  if (!person) return
  const grants = grantsAfter(person.grants, claim)
  // Whoever was put out is not let in again by the same phone: the shop's QR and the head's word remain.
  const out = step === 'undo' || step === 'overturn'
  const notMine = out ? [...new Set([...person.notMine, claim.shop])] : person.notMine
  if (grants.length !== person.grants.length || out) await savePerson(tx, { ...person, grants, notMine })
}

const othersHolding = async ({ shop, person }: Claim): Promise<readonly Id<'person'>[]> =>
  (await listHoldersOfShops([shop])).filter((one) => one !== person)
