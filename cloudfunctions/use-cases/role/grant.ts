import type { Grant } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { unreachable } from '#domain/kernel/unreachable'
import { decideName, isPhone } from '#domain/person'
import { decideGrant } from '#domain/role'
import type { RosterEntry } from '#domain/roster'

import type { Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findAgency, findCell, findDepartment, findStreet } from '../../store/districts'
import { findPhoneHolder, savePhoneHolder } from '../../store/people'
import { listEntriesOfPhone, saveEntry } from '../../store/roster'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { randomId, sha256 } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { findBonds, readEntries, refreshGrants, seatEntry } from './bind'
import { tellRole } from './tell'

export const grantRole: UseCase<'role.grant'> = async ({ phone, name, grant }, call) => {
  if (!isPhone(phone)) return refuse('phone-impossible')
  const named = decideName(name)
  if (!named.ok) return refuse('bad-input', { field: 'name' })
  if (!(await scopeExists(grant, call))) return refuse('unknown-scope')
  return give({ phone, name: named.value, grant }, call)
}

interface Gift {
  readonly phone: string
  readonly name: string
  readonly grant: Grant
}

/** Onto the phone's entry where it has one, else onto a new one; whoever has the phone verified has the role at once. */
const give = async (gift: Gift, call: Call) => {
  const entryId = randomId<'outboxEntry'>()
  const decision = await withTransaction((tx) => giveIn(tx, gift, entryId, call))
  if (!decision.ok) return decision
  if (decision.value !== null) await deliverSoon(entryId, call.now)
  return become({ kind: decision.value === null ? ('awaiting' as const) : ('granted' as const) })
}

/** Answers who has the role now; null: nobody yet, it waits for the phone. */
const giveIn = async (
  tx: Documents,
  gift: Gift,
  entryId: Id<'outboxEntry'>,
  call: Call,
): Promise<Decision<Id<'person'> | null, never> | Refused> => {
  const { entry: before, entries, bonds } = await findEntryFor(tx, gift, call)
  const grants = decideGrant(before.grants, gift.grant)
  if (!grants.ok) return grants
  const entry = { ...before, grants: grants.value, version: before.version + 1 }
  await saveEntry(tx, entry)
  await seatEntry(tx, entry, bonds)
  const { person } = entry
  if (person !== null)
    await refreshGrants(tx, person, [...entries.filter(({ id }) => id !== entry.id), entry])
  await audit(
    tx,
    occasionOf(call),
    person === null ? 'role.awaiting' : 'role.granted',
    `roster/${entry.id}`,
    {
      person,
      detail: { role: gift.grant.role },
    },
  )
  if (person !== null) await tellRole(tx, entryId, 'granted', gift.grant.role, person, call)
  return become(person)
}

/** The phone's entry, or a new one for whoever has the phone; and every entry that person has beside it. */
const findEntryFor = async (tx: Documents, { phone, name }: Gift, { actor: { district } }: Call) => {
  const holder = await findPhoneHolder(tx, phone)
  const [first] = await listEntriesOfPhone(district, phone)
  await savePhoneHolder(tx, phone, holder)
  const people = [holder, first?.person ?? null].filter((person) => person !== null)
  const found = await findBonds(district, phone, people)
  const id = first?.id ?? asId<'rosterEntry'>(sha256(`${district}·${phone}`).slice(0, 32))
  const bonds = { ...found, entries: [...new Set([...found.entries, id])] }
  const entries = await readEntries(tx, bonds)
  const known = entries.find((one) => one.id === id)
  const entry: RosterEntry = known
    ? { ...known, person: known.person ?? holder }
    : { id, district, number: null, name, phone, title: '', grants: [], person: holder, version: 0 }
  return { entry, entries, bonds }
}

type Refused = Extract<ReturnType<typeof decideGrant>, { readonly ok: false }>

/** Another district's street, cell, department or agency does not exist here. */
const scopeExists = async ({ scope, agency }: Grant, { actor: { district } }: Call): Promise<boolean> => {
  if (agency !== undefined && (await findAgency(district, agency)) === null) return false
  switch (scope.kind) {
    case 'district':
      return scope.district === district
    case 'street':
      return (await findStreet(district, scope.street)) !== null
    case 'cell':
      return (await findCell(district, scope.cell)) !== null
    case 'department':
      return (await findDepartment(district, scope.department)) !== null
    case 'shop':
      return false
    default:
      return unreachable(scope)
  }
}
