import type { Grant, Role } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import { postOf } from '#domain/notice'
import type { RosterEntry } from '#domain/roster'

import { command, db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

export const rosterCollection: CollectionDeclaration = {
  collection: 'roster',
  indexes: [
    { name: 'roster_phone', fields: ['district', 'phone'] },
    { name: 'roster_number', fields: ['district', 'number'] },
    { name: 'roster_person', fields: ['person', '_id'] },
    { name: 'roster_roles', fields: ['district', 'roles', '_id'] },
    { name: 'roster_places', fields: ['district', 'places'] },
  ],
}

const placeOf = (grant: Grant): string => `${grant.scope.kind}:${postOf(grant).slice(grant.role.length + 1)}`

/** `roles` and `places` are what lists look entries up by; `places` are the ids of the scopes, as `cell:<id>`. */
export const rosterDocument = ({ id, ...fields }: RosterEntry) => ({
  _id: id,
  ...fields,
  roles: [...new Set(fields.grants.map(({ role }) => role))],
  places: [...new Set(fields.grants.map(placeOf))],
})

const entryFrom = ({ roles: _roles, places: _places, ...fields }: Stored) => thingFrom(fields) as RosterEntry

/** Whatever its district. */
export const findAnyEntry = async (from: Documents, id: Id<'rosterEntry'>): Promise<RosterEntry | null> => {
  const { data } = await from.collection('roster').doc(id).get()
  return data && entryFrom(data)
}

export const findEntry = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'rosterEntry'>,
): Promise<RosterEntry | null> => {
  const entry = await findAnyEntry(from, id)
  return entry?.district === district ? entry : null
}

export const saveEntry = async (tx: Documents, entry: RosterEntry): Promise<void> => {
  const { _id, ...fields } = rosterDocument(entry)
  await tx.collection('roster').doc(_id).set({ data: fields })
}

export const removeEntry = (tx: Documents, id: Id<'rosterEntry'>) => tx.collection('roster').doc(id).remove()

const mostPerPhone = 50

const listWhere = async (condition: Readonly<Record<string, unknown>>): Promise<readonly RosterEntry[]> => {
  const { data } = await db.collection('roster').where(condition).limit(mostPerPhone).get()
  return data.map(entryFrom)
}

const atOnce = 200

/** The entries with these staff numbers; several with one number only where a sheet was not the one who wrote them. */
export const listEntriesByNumber = async (
  district: Id<'district'>,
  numbers: readonly string[],
): Promise<readonly RosterEntry[]> => {
  const found: RosterEntry[] = []
  for (let from = 0; from < numbers.length; from += atOnce) {
    const { data } = await db
      .collection('roster')
      .where({ district, number: command.in(numbers.slice(from, from + atOnce)) })
      .limit(1000)
      .get()
    found.push(...data.map(entryFrom))
  }
  return found
}

/** Entries that command wrote by phone alone. */
export const listUnnumbered = async (district: Id<'district'>): Promise<readonly RosterEntry[]> => {
  const { data } = await db.collection('roster').where({ district, number: null }).limit(1000).get()
  return data.map(entryFrom)
}

/** One district's staff with a number, by number, from after `after` on. */
export const listStaff = async (
  district: Id<'district'>,
  after: string,
  most: number,
): Promise<readonly RosterEntry[]> => {
  const { data } = await db
    .collection('roster')
    .where({ district, number: command.gt(after) })
    .orderBy('number', 'asc')
    .limit(most)
    .get()
  return data.map(entryFrom)
}

export const listEntriesOfPhone = (district: Id<'district'>, phone: string) => listWhere({ district, phone })
export const listEntriesOfPerson = (person: Id<'person'>) => listWhere({ person })

/** Entries with this role, by id, from after `after` on. */
export const listEntriesOfRole = async (
  district: Id<'district'>,
  role: Role,
  after: string,
  most: number,
): Promise<readonly RosterEntry[]> => {
  const { data } = await db
    .collection('roster')
    .where({ district, roles: role, ...(after === '' ? {} : { _id: command.gt(after) }) })
    .orderBy('_id', 'asc')
    .limit(most)
    .get()
  return data.map(entryFrom)
}

/** The few entries with these ids, whatever their district. */
export const findEntries = async (ids: readonly Id<'rosterEntry'>[]): Promise<readonly RosterEntry[]> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const { data } = await db
    .collection('roster')
    .where({ _id: command.in(wanted) })
    .limit(wanted.length)
    .get()
  return data.map(entryFrom)
}

const mostAtPlaces = 1_000

/** Entries with a grant scoped to one of these places, each as `street:<id>` or `cell:<id>`; at most 200 places. */
export const listEntriesAt = async (
  district: Id<'district'>,
  places: readonly string[],
): Promise<readonly RosterEntry[]> => {
  if (places.length === 0) return []
  const { data } = await db
    .collection('roster')
    .where({ district, places: command.in(places) })
    .limit(mostAtPlaces)
    .get()
  return data.map(entryFrom)
}
