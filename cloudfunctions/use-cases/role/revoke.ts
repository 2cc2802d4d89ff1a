import { checkReason } from '#domain/audit'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { decideRevoke } from '#domain/role'
import type { RosterEntry } from '#domain/roster'

import { db, type Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { listCaseloadsOfEntry } from '../../store/caseloads'
import { findPhoneHolder, removePhone } from '../../store/people'
import { findEntry, listEntriesOfRole, removeEntry, saveEntry } from '../../store/roster'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { randomId } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { closeCaseload, findBonds, readEntries, refreshGrants, unseatDeputy } from './bind'
import { tellRole } from './tell'

export const revokeRole: UseCase<'role.revoke'> = async ({ entry: id, grant, why }, call) => {
  const { district } = call.actor
  const reason = checkReason(why)
  if (!reason.ok) return reason
  const seen = await findEntry(db, district, id)
  if (!seen) return refuse('not-found')
  const witnesses = grant.role === 'command' ? await otherCommanders(id, call) : []
  const outboxId = randomId<'outboxEntry'>()
  const decision = await withTransaction(async (tx) => {
    const entry = await findEntry(tx, district, id)
    if (!entry) return refuse('not-found')
    const bonds = await findBonds(district, null, entry.person === null ? [] : [entry.person])
    const others = await countStanding(tx, witnesses, call)
    const shops = grant.role === 'head' ? await closeCaseload(tx, entry) : 0
    const left = decideRevoke(entry.grants, grant, { others, shops })
    if (!left.ok) return left
    const after = { ...entry, grants: left.value, version: entry.version + 1 }
    const entries = (await readEntries(tx, bonds)).map((one) => (one.id === id ? after : one))
    if (grant.role === 'head') {
      const seats = await listCaseloadsOfEntry(id)
      await unseatDeputy(
        tx,
        entry,
        seats.map((seat) => seat.id),
      )
    }
    if (after.grants.length === 0) await forgetEntry(tx, entry)
    else await saveEntry(tx, after)
    if (entry.person !== null) await refreshGrants(tx, entry.person, entries)
    await audit(tx, occasionOf(call), 'role.revoked', `roster/${id}`, {
      person: entry.person,
      detail: { role: grant.role },
      why: reason.value,
    })
    if (entry.person !== null) await tellRole(tx, outboxId, 'revoked', grant.role, entry.person, call)
    return become(entry.person)
  })
  if (!decision.ok) return decision
  if (decision.value !== null) await deliverSoon(outboxId, call.now)
  return become({})
}

/** With it goes the mark that its phone has been waited for, where nobody ever verified it. */
const forgetEntry = async (tx: Documents, { id, phone }: RosterEntry): Promise<void> => {
  await removeEntry(tx, id)
  if ((await findPhoneHolder(tx, phone)) === null) await removePhone(tx, phone)
}

const witnessesAsked = 3

const otherCommanders = async (id: Id<'rosterEntry'>, { actor }: Call): Promise<readonly RosterEntry[]> => {
  const entries = await listEntriesOfRole(actor.district, 'command', '', witnessesAsked + 1)
  return entries.filter((entry) => entry.id !== id).slice(0, witnessesAsked)
}

/**
 * How many other entries still hold command. Each is written again unchanged but for its version, so that two who revoke
 * each other at the same moment conflict and one of them finds itself alone.
 */
const countStanding = async (
  tx: Documents,
  witnesses: readonly RosterEntry[],
  { actor }: Call,
): Promise<number> => {
  let standing = 0
  for (const { id } of witnesses) {
    const entry = await findEntry(tx, actor.district, id)
    if (!entry || entry.person === null) continue
    if (!entry.grants.some(({ role }) => role === 'command')) continue
    await saveEntry(tx, { ...entry, version: entry.version + 1 })
    standing += 1
  }
  return standing
}
