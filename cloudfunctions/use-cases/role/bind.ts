import type { Id } from '#domain/kernel/id'
import { seatOfficer } from '#domain/caseload'
import { grantsWith, type RosterEntry } from '#domain/roster'

import type { Documents } from '../../cloud/database'
import {
  caseloadOfEntry,
  findCaseload,
  listCaseloadsOfEntry,
  newCaseload,
  saveCaseload,
} from '../../store/caseloads'
import { findPersonIn, savePerson } from '../../store/people'
import { findAnyEntry, listEntriesOfPerson, listEntriesOfPhone } from '../../store/roster'

/** What queries must find out before the transaction, which can only read by id. */
export interface Bonds {
  readonly entries: readonly Id<'rosterEntry'>[]
  readonly caseloads: readonly Id<'caseload'>[]
}

/** The entries of these people and of this phone, and the caseloads in which any of them sits. */
export const findBonds = async (
  district: Id<'district'>,
  phone: string | null,
  people: readonly Id<'person'>[],
): Promise<Bonds> => {
  const lists = await Promise.all([
    ...(phone === null ? [] : [listEntriesOfPhone(district, phone)]),
    ...people.map(listEntriesOfPerson),
  ])
  const entries = [...new Set(lists.flat().map(({ id }) => id))]
  const caseloads = (await Promise.all(entries.map(listCaseloadsOfEntry))).flat().map(({ id }) => id)
  return { entries, caseloads: [...new Set(caseloads)] }
}

/** The bonds' entries as the transaction sees them; a person's entries of another district too, so that none is forgotten. */
export const readEntries = async (tx: Documents, { entries }: Bonds): Promise<readonly RosterEntry[]> => {
  const found: RosterEntry[] = []
  for (const id of entries) {
    const entry = await findAnyEntry(tx, id)
    if (entry) found.push(entry)
  }
  return found
}

/** A person's grants, as their entries say from now on; `entries` are all that may be theirs. */
export const refreshGrants = async (
  tx: Documents,
  id: Id<'person'>,
  entries: readonly RosterEntry[],
): Promise<void> => {
  const person = await findPersonIn(tx, id)
  if (!person) return
  const grants = grantsWith(
    person.grants,
    entries.filter((entry) => entry.person === id),
  )
  if (JSON.stringify(grants) !== JSON.stringify(person.grants)) await savePerson(tx, { ...person, grants })
}

/**
 * How many shops the caseload of somebody who is to be head no more still has. An empty one is written again, so that
 * whoever moves shops into it at this moment conflicts.
 */
export const closeCaseload = async (tx: Documents, { id, district }: RosterEntry): Promise<number> => {
  const caseload = await findCaseload(tx, district, caseloadOfEntry(id))
  const shops = caseload?.shops.length ?? 0
  if (caseload && shops === 0) await saveCaseload(tx, { ...caseload, version: caseload.version + 1 })
  return shops
}

/** Whoever is no longer a head is nobody's deputy either. */
export const unseatDeputy = async (
  tx: Documents,
  { id, district }: RosterEntry,
  caseloads: readonly Id<'caseload'>[],
): Promise<void> => {
  for (const one of caseloads) {
    const caseload = await findCaseload(tx, district, one)
    if (caseload?.holder.kind !== 'head' || caseload.holder.deputy?.entry !== id) continue
    const holder = { ...caseload.holder, deputy: null }
    await saveCaseload(tx, { ...caseload, holder, version: caseload.version + 1 })
  }
}

/** Seats an entry's person in the caseloads it answers for; a head without one gets an empty one. */
export const seatEntry = async (tx: Documents, entry: RosterEntry, { caseloads }: Bonds): Promise<void> => {
  const officer = { entry: entry.id, person: entry.person }
  const own = caseloadOfEntry(entry.id)
  const isHead = entry.grants.some(({ role }) => role === 'head')
  for (const id of new Set([...caseloads, ...(isHead ? [own] : [])])) {
    const caseload = await findCaseload(tx, entry.district, id)
    if (caseload === null) {
      if (id === own) await saveCaseload(tx, newCaseload(entry.district, officer))
      continue
    }
    const seated = seatOfficer(caseload, officer)
    if (seated !== caseload) await saveCaseload(tx, seated)
  }
}
