import { become, type Decision } from '#domain/kernel/result'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { decideLeaving, type LeaveRefusal } from '#domain/person'

import { db, type Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { listInvitationsOfPhone, removeInvitation } from '../../store/claims'
import { saveDeparture, type Departure } from '../../store/departures'
import {
  findIdentityOf,
  findPersonIn,
  removeIdentity,
  removePhone,
  savePerson,
  type Identity,
} from '../../store/people'
import { removeEntry } from '../../store/roster'
import { listContactsOfPhone, removeContact } from '../../store/shops'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { findBonds, readEntries } from '../role/bind'
import { clearAway, leaveShops, stillUnderWay } from './clear-away'

/**
 * Removes what says who this person is: name, phone, openid, avatar. What others rely on stays under the random person id
 * (个人信息保护法 art. 47: erased or anonymised). What a call cannot finish, `jobs` does within minutes.
 */
export const deleteAccount: UseCase<'account.delete'> = async (_input, call) => {
  const leaving = decideLeaving(call.actor)
  if (!leaving.ok) return leaving
  const { id, district } = call.actor
  const identity = await findIdentityOf(db, id)
  if (!identity) return become({})
  await leaveShops(call.actor, call.now)
  if (identity.phone !== null) await forgetPhone(district, identity.phone)
  const left = await depart(call)
  if (!left.ok) return left
  if (left.value === null) return become({})
  // Whoever invited this phone or wrote it into the register since, a moment ago.
  if (left.value.phone !== null) await forgetPhone(district, left.value.phone)
  await clearSoon(left.value.departure, call.now)
  return become({})
}

interface Left {
  readonly departure: Departure
  readonly phone: string | null
}

/** Null where the account is gone already. */
const depart = (call: Call): Promise<Decision<Left | null, LeaveRefusal>> => {
  const { id, district } = call.actor
  return withTransaction(async (tx) => {
    const person = await findPersonIn(tx, id)
    const identity = await findIdentityOf(tx, id)
    if (!person || !identity) return become(null)
    // A role that was given meanwhile counts too: it is handed over first.
    const stillFree = decideLeaving({ ...call.actor, grants: person.grants })
    if (!stillFree.ok) return stillFree
    await leaveRoster(tx, identity, call)
    if (identity.phone !== null) await removePhone(tx, identity.phone)
    await removeIdentity(tx, id)
    await savePerson(tx, { ...person, grants: [], notMine: [], leftAt: call.now })
    const departure: Departure = {
      ...{ id, district, signal: person.signalKey, due: stillUnderWay(call.now) },
      files: [identity.avatar, identity.copy?.file ?? null].filter((file) => file !== null),
    }
    await saveDeparture(tx, departure)
    await audit(tx, occasionOf(call), 'account.deleted', `people/${id}`)
    return become({ departure, phone: identity.phone })
  })
}

/** Entries that give no role any more still hold a name and a phone; while one gives a role nobody gets here. */
const leaveRoster = async (tx: Documents, { id, phone }: Identity, { actor }: Call): Promise<void> => {
  for (const entry of await readEntries(tx, await findBonds(actor.district, phone, [id])))
    if (entry.grants.length === 0 && (entry.person === id || entry.phone === phone))
      await removeEntry(tx, entry.id)
}

/** The register's contacts and the invitations of this phone; a page at a time until none is left. */
const forgetPhone = async (district: Id<'district'>, phone: string): Promise<void> => {
  for (;;) {
    const contacts = await listContactsOfPhone(district, phone)
    const invitations = await listInvitationsOfPhone(district, phone)
    if (contacts.length + invitations.length === 0) return
    for (const contact of contacts) await removeContact(db, contact.id)
    for (const invitation of invitations) await removeInvitation(db, invitation.id)
  }
}

/** The account is gone by now, whatever goes wrong here. */
const clearSoon = async (departure: Departure, now: Instant): Promise<void> => {
  try {
    await clearAway(departure, now)
  } catch (error) {
    console.warn(`departure ${departure.id} waits for jobs`, error)
  }
}
