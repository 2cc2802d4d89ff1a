import { decideClaim, type ClaimMove } from '#domain/claim'
import { headsOf } from '#domain/caseload'
import type { Input } from '#domain/contract/endpoints'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'

import { db } from '../../cloud/database'
import { findClaim } from '../../store/claims'
import type { Call } from '../call'
import { hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { inShopTransaction } from '../shop/at-hand'
import { claimEntryId, recordClaim } from './record'

/** Loads, lets the domain decide, saves with all that follows; a repeat by its key saves nothing again. */
export const moveClaim = async (
  move: ClaimMove,
  { id, version, key, words }: Input<`claim.${ClaimMove}`>,
  call: Call,
) => {
  const { district } = call.actor
  const seen = await findClaim(db, district, id)
  if (!seen) return refuse('not-found')
  const mark = { version, key, body: hashOf(`claim.${move}`, words) }
  const decision = await inShopTransaction(seen.shop, call, async (tx, at) => {
    const claim = await findClaim(tx, district, id)
    const where = { ...at.where, person: claim?.person ?? null }
    if (!claim || !mayReach(call.actor, `claim.${move}`, where)) return refuse('not-found')
    const decided = decideClaim(claim, { move, words, ...mark }, headsOf(at.caseload), call)
    if (decided.ok && decided.value !== claim) await recordClaim(tx, decided.value, at, call)
    return decided
  })
  if (!decision.ok) return decision
  await deliverSoon(claimEntryId(decision.value), call.now)
  return become({ version: decision.value.version })
}
