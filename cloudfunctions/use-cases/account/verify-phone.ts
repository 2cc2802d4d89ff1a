import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { isPhone, maskPhone } from '#domain/person'

import type { Documents } from '../../cloud/database'
import { phoneOfCode } from '../../cloud/open-api'
import { withTransaction } from '../../cloud/transaction'
import { listInvitationsOfPhone } from '../../store/claims'
import {
  findIdentityOf,
  findPerson,
  findPhoneHolder,
  removePhone,
  saveIdentity,
  savePhoneHolder,
} from '../../store/people'
import { saveEntry } from '../../store/roster'
import { listContactsOfPhone } from '../../store/shops'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { findBonds, readEntries, refreshGrants, seatEntry } from '../role/bind'
import { recordNewBearer } from '../role/new-bearer'

/** A phone belongs to whoever verified it last: with it come the roster's entries of that phone, and the shops it is offered. */
export const verifyPhone: UseCase<'account.verifyPhone'> = async ({ code }, call) => {
  const phone = await phoneOfCode(code)
  if (phone === null || !isPhone(phone)) return refuse('code-expired')
  if (!(await takePhone(phone, call))) return refuse('consent-needed')
  const person = await findPerson(call.actor.id)
  if (!person) return refuse('consent-needed')
  const roles = person.grants.filter(({ role }) => role !== 'owner' && role !== 'volunteer').length
  return become({ phone: maskPhone(phone), roles, offers: await countOffers(phone, call) })
}

/** False where the account was deleted meanwhile. */
const takePhone = (phone: string, call: Call): Promise<boolean> => {
  const { id: me, district } = call.actor
  return withTransaction(async (tx) => {
    // Asked anew at each try: whoever changes one of these entries meanwhile makes this one conflict and look again.
    const before = await findPhoneHolder(tx, phone)
    const people = before === null || before === me ? [me] : [me, before]
    const bonds = await findBonds(district, phone, people)
    const identity = await findIdentityOf(tx, me)
    if (!identity) return false
    if (before !== null && before !== me) await loosePhone(tx, before)
    if (identity.phone !== null && identity.phone !== phone) await removePhone(tx, identity.phone)
    if (identity.phone !== phone) await saveIdentity(tx, { ...identity, phone })
    if (before !== me) await savePhoneHolder(tx, phone, me)
    const entries = await readEntries(tx, bonds)
    const bound = entries.map((entry) =>
      entry.district === district && entry.phone === phone && entry.person !== me
        ? { ...entry, person: me, version: entry.version + 1 }
        : entry,
    )
    for (const [at, entry] of bound.entries()) {
      const was = entries[at]
      if (!was || entry === was) continue
      await saveEntry(tx, entry)
      await seatEntry(tx, entry, bonds)
      await recordNewBearer(tx, was, entry, call)
    }
    for (const person of people) await refreshGrants(tx, person, bound)
    if (identity.phone !== phone)
      await audit(tx, occasionOf(call), 'phone.verified', `people/${me}`, { person: before })
    return true
  })
}

const loosePhone = async (tx: Documents, person: Id<'person'>): Promise<void> => {
  const identity = await findIdentityOf(tx, person)
  if (identity) await saveIdentity(tx, { ...identity, phone: null })
}

const countOffers = async (phone: string, { actor }: Call): Promise<number> => {
  const [contacts, invitations, person] = await Promise.all([
    listContactsOfPhone(actor.district, phone),
    listInvitationsOfPhone(actor.district, phone),
    findPerson(actor.id),
  ])
  const settled = new Set<string>([
    ...(person?.notMine ?? []),
    ...(person?.grants ?? []).flatMap(({ scope }) => (scope.kind === 'shop' ? [scope.shop] : [])),
  ])
  const shops = new Set<string>([...contacts.map(({ id }) => id), ...invitations.map(({ shop }) => shop)])
  return [...shops].filter((shop) => !settled.has(shop)).length
}
