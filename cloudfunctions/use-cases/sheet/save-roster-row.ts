import type { Grant, Role } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import { actingGrants, type RosterEntry } from '#domain/roster'
import { grantChanges } from '#domain/sheet/merge'

import { db, type Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findPhoneHolder, savePhoneHolder } from '../../store/people'
import { findEntry, listEntriesOfRole, saveEntry } from '../../store/roster'
import { audit } from '../audit/write'
import { sha256 } from '../derived-id'
import {
  closeCaseload,
  findBonds,
  readEntries,
  refreshGrants,
  seatEntry,
  unseatDeputy,
  type Bonds,
} from '../role/bind'
import { tellRole } from '../role/tell'
import { ChangedMeanwhile, type LoadCall } from './load'

/** A new phone is another bearer's until its person has verified it: whoever stood under the old one loses the entry. */
const personOf = (
  before: RosterEntry,
  after: RosterEntry,
  holder: Id<'person'> | null,
): Id<'person'> | null => (before.phone === after.phone ? (before.person ?? holder) : holder)

/** One row of the staff sheet: the entry, its person's roles and its seat in the caseloads, in one transaction. */
export const saveRosterRow = async (
  before: RosterEntry,
  after: RosterEntry,
  call: LoadCall,
): Promise<void> => {
  const holder = await findPhoneHolder(db, after.phone)
  const people = [...new Set([before.person, holder].filter((person) => person !== null))]
  const bonds = await allBonds(before, after, people, call)
  const witnesses = await otherCommanders(before, after, call)
  await withTransaction(async (tx) => {
    const stored = await findEntry(tx, call.district, after.id)
    if ((stored?.version ?? 0) !== before.version) throw new ChangedMeanwhile(`roster/${after.id}`)
    if ((await findPhoneHolder(tx, after.phone)) !== holder) throw new ChangedMeanwhile('phones')
    // Written again: whoever verifies this phone, or moves shops to this head, at this moment conflicts.
    await savePhoneHolder(tx, after.phone, holder)
    await keepCommand(tx, witnesses, call)
    await leaveCaseloads(tx, before, after, bonds)
    const entry = { ...after, person: personOf(before, after, holder) }
    const others = (await readEntries(tx, bonds)).filter(({ id }) => id !== entry.id)
    await saveEntry(tx, entry)
    await seatEntry(tx, entry, bonds)
    for (const person of people) await refreshGrants(tx, person, [...others, entry])
    await record(tx, before, entry, call)
  })
}

const allBonds = async (
  before: RosterEntry,
  after: RosterEntry,
  people: readonly Id<'person'>[],
  { district }: LoadCall,
): Promise<Bonds> => {
  const phones = [...new Set([before.phone, after.phone])].filter((phone) => phone !== '')
  const found = await Promise.all(
    phones.map((phone, at) => findBonds(district, phone, at === 0 ? people : [])),
  )
  return {
    entries: [...new Set(found.flatMap(({ entries }) => entries))],
    caseloads: [...new Set(found.flatMap(({ caseloads }) => caseloads))],
  }
}

const loses = (role: Role, before: RosterEntry, after: RosterEntry): boolean =>
  grantChanges(before.grants, after.grants).lost.some((grant) => grant.role === role) &&
  !after.grants.some((grant) => grant.role === role)

/** Whoever is to be head no more has no shops by now, and is nobody's deputy. */
const leaveCaseloads = async (
  tx: Documents,
  before: RosterEntry,
  after: RosterEntry,
  { caseloads }: Bonds,
): Promise<void> => {
  if (!loses('head', before, after)) return
  if ((await closeCaseload(tx, after)) > 0) throw new ChangedMeanwhile(`roster/${after.id}`)
  await unseatDeputy(tx, after, caseloads)
}

const witnessesAsked = 3

const otherCommanders = async (
  before: RosterEntry,
  after: RosterEntry,
  { district }: LoadCall,
): Promise<readonly RosterEntry[] | null> => {
  if (!loses('command', before, after)) return null
  const entries = await listEntriesOfRole(district, 'command', '', witnessesAsked + 1)
  return entries.filter(({ id }) => id !== after.id)
}

/** Somebody else keeps command: that entry is written again, so that whoever takes it from there meanwhile conflicts. */
const keepCommand = async (
  tx: Documents,
  witnesses: readonly RosterEntry[] | null,
  { district }: LoadCall,
): Promise<void> => {
  if (witnesses === null) return
  for (const { id } of witnesses) {
    const entry = await findEntry(tx, district, id)
    if (entry?.grants.some(({ role }) => role === 'command') !== true) continue
    await saveEntry(tx, { ...entry, version: entry.version + 1 })
    return
  }
  throw new ChangedMeanwhile('command')
}

/** One line for each role gained or lost, told to whom it concerns; one line where only name, phone or title changed. */
const record = async (
  tx: Documents,
  before: RosterEntry,
  entry: RosterEntry,
  { id: importId, district, author, now }: LoadCall,
): Promise<void> => {
  const occasion = { district, by: author.id, now }
  const { gained, lost } = grantChanges(actingGrants(before), actingGrants(entry))
  const line = (what: 'role.granted' | 'role.awaiting' | 'role.revoked', { role }: Grant) =>
    audit(tx, occasion, what, `roster/${entry.id}`, {
      person: what === 'role.revoked' ? before.person : entry.person,
      detail: { role, import: importId },
    })
  const tell = async (what: 'granted' | 'revoked', { role, scope }: Grant, person: Id<'person'> | null) => {
    if (person === null) return
    const key = `${importId}·${entry.id}·${what}·${role}·${JSON.stringify(scope)}·${String(entry.version)}`
    const outboxId = asId<'outboxEntry'>(sha256(key).slice(0, 32))
    await tellRole(tx, outboxId, what, role, person, { actor: author, now })
  }
  for (const grant of gained) {
    await line(entry.person === null ? 'role.awaiting' : 'role.granted', grant)
    await tell('granted', grant, entry.person)
  }
  for (const grant of lost) {
    await line('role.revoked', grant)
    await tell('revoked', grant, before.person)
  }
  if (gained.length + lost.length === 0)
    await audit(tx, occasion, 'roster.changed', `roster/${entry.id}`, {
      person: entry.person,
      detail: { import: importId },
    })
}
