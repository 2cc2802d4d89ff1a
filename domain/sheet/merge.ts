import type { Grant, Scope } from '../actor'
import type { Id } from '../kernel/id'
import type { Day } from '../kernel/day'
import type { RosterEntry } from '../roster'
import type { Licence, Shop } from '../shop'
import type { Values } from './columns'

/** What a shop's row names, as the district's own things. */
export interface ShopReferences {
  readonly trade: Id<'trade'>
  readonly street: Id<'street'>
  readonly cell: Id<'cell'>
}

/** Absent: the sheet has no such column, so what is known stays. */
const given = <T>(value: T | undefined, known: T): T => (value === undefined ? known : value)

/** The first licence of a kind is the sheet's; a blank number takes it away, further ones stay. */
const mergeLicence = (
  licences: readonly Licence[],
  kind: Licence['kind'],
  number: string | null | undefined,
  until: Day | null | undefined,
): readonly Licence[] => {
  if (number === undefined) return licences
  const at = licences.findIndex((licence) => licence.kind === kind)
  const known = licences[at]
  if (number === null) return licences.filter((_, position) => position !== at)
  const licence: Licence = {
    kind,
    number,
    until: given(until, known?.number === number ? known.until : null),
  }
  return known ? licences.map((one, position) => (position === at ? licence : one)) : [...licences, licence]
}

const mergeLicences = (licences: readonly Licence[], values: Values<'shops'>): readonly Licence[] => {
  const business = mergeLicence(licences, 'business', values.licence, values.licenceUntil)
  const hygiene = mergeLicence(business, 'hygiene', values.hygiene, values.hygieneUntil)
  return mergeLicence(hygiene, 'food', values.food, values.foodUntil)
}

/** The shop as its row says; what no sheet knows (staff, findings, the point on the map) stays. */
export const mergeShop = (shop: Shop, values: Values<'shops'>, references: ShopReferences): Shop => {
  const merged: Shop = {
    ...shop,
    ...references,
    name: values.name ?? shop.name,
    address: values.address ?? shop.address,
    size: { area: given(values.area, shop.size.area), places: given(values.places, shop.size.places) },
    state: values.state ?? shop.state,
    licences: mergeLicences(shop.licences, values),
  }
  return sameThing(merged, shop) ? shop : { ...merged, version: shop.version + 1 }
}

/** The register's person for a shop, as far as a sheet knows. */
export interface WrittenContact {
  readonly name: string
  readonly phone: string
}

/** Null: nobody is on record, or nobody any more. */
export const mergeContact = (
  known: WrittenContact | null,
  { ownerName, ownerPhone }: Values<'shops'>,
): WrittenContact | null => {
  const name = given(ownerName, known?.name ?? null)
  const phone = given(ownerPhone, known?.phone ?? null)
  return (name ?? '') === '' && (phone ?? '') === '' ? null : { name: name ?? '', phone: phone ?? '' }
}

export interface RosterRow {
  readonly name: string
  readonly phone: string
  readonly title: string | null | undefined
  readonly spot: string | null | undefined
  readonly roles: readonly Pick<Grant, 'role' | 'scope'>[]
  /** null: none; absent: as known */
  readonly agency: Id<'agency'> | null | undefined
}

const keptAgency = (entry: RosterEntry, { role, scope }: Pick<Grant, 'role' | 'scope'>) =>
  entry.grants.find((grant) => grant.role === role && sameThing(grant.scope, scope))?.agency

/** The entry as its row says: the sheet is the register, roles that it does not name are gone. */
export const mergeEntry = (entry: RosterEntry, row: RosterRow): RosterEntry => {
  const grants = row.roles.map(({ role, scope }): Grant => {
    const agency = row.agency === undefined ? keptAgency(entry, { role, scope }) : row.agency
    return agency === undefined || agency === null ? { role, scope } : { role, scope, agency }
  })
  const { name, phone } = row
  const { spot: known = null, ...kept } = entry
  const spot = given(row.spot, known)
  const merged: RosterEntry = {
    ...{ ...kept, name, phone, title: given(row.title, entry.title) ?? '', grants },
    ...(spot === null ? {} : { spot }),
  }
  return sameThing(merged, entry) ? entry : { ...merged, version: entry.version + 1 }
}

const grantKey = ({ role, scope }: { readonly role: string; readonly scope: Scope }) =>
  `${role}:${Object.values(scope).join(':')}`

/** What an entry gains and loses; another agency for the same role is neither. */
export const grantChanges = (
  before: readonly Grant[],
  after: readonly Grant[],
): { readonly gained: readonly Grant[]; readonly lost: readonly Grant[] } => {
  const held = new Set(before.map(grantKey))
  const kept = new Set(after.map(grantKey))
  return {
    gained: after.filter((grant) => !held.has(grantKey(grant))),
    lost: before.filter((grant) => !kept.has(grantKey(grant))),
  }
}

/** Equal in what they hold, whatever the order of their fields. */
export const sameThing = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
