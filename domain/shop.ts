import type { Id } from './kernel/id'
import { dayOf, daysBetween, type Day } from './kernel/day'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import type { GeoPoint } from './place'

/** The four pillars of the campaign: papers, facilities, disinfection, cleanliness. */
export const pillars = ['papers', 'facilities', 'disinfection', 'hygiene'] as const
export type Pillar = (typeof pillars)[number]
export type PillarState = 'good' | 'attention' | 'unchecked'

/** What an inspection found of one pillar; papers are read from the licences instead. */
export interface PillarFinding {
  readonly state: PillarState
  readonly at: Instant
}

export type ShopState = 'open' | 'paused' | 'transferred' | 'closed'

export interface Licence {
  readonly kind: 'business' | 'hygiene' | 'food'
  readonly number: string
  /** null: valid without an end, as a business licence is */
  readonly until: Day | null
}

/** Of a person's health certificate only its validity is kept, never a result (domain facts: one year). */
export interface StaffMember {
  readonly id: Id<'staffMember'>
  readonly name: string
  readonly certificate: { readonly number: string; readonly until: Day } | null
}

/** What decides whether a trade counts as small; null where nobody has measured. */
export interface ShopSize {
  /** square metres */
  readonly area: number | null
  /** seats, beds or showers, as the trade counts */
  readonly places: number | null
}

export interface ShopFacts {
  readonly name: string
  readonly trade: Id<'trade'>
  readonly size: ShopSize
  readonly address: string
  readonly street: Id<'street'>
  readonly cell: Id<'cell'>
  readonly point: GeoPoint | null
  readonly state: ShopState
  readonly licences: readonly Licence[]
}

export interface Shop extends ShopFacts {
  readonly id: Id<'shop'>
  readonly district: Id<'district'>
  /** the register's number: stable, what an import finds the shop again by */
  readonly number: string
  /** what its QR carries: random, so that one shop's code leads to no other */
  readonly code: Id<'shopCode'>
  readonly version: number
  readonly staff: readonly StaffMember[]
  readonly findings: Partial<Readonly<Record<Exclude<Pillar, 'papers'>, PillarFinding>>>
}

export const shopLimits = { name: 40, address: 80, number: 32, staff: 200, licences: 10 } as const

export type ShopRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'address-too-long'
  | 'size-impossible'
  | 'too-many-staff'
  | 'too-many-licences'
  | 'number-missing'

export const checkFacts = (facts: ShopFacts): Decision<ShopFacts, ShopRefusal> => {
  const name = facts.name.trim()
  const address = facts.address.trim()
  if (name === '') return refuse('name-missing')
  if (name.length > shopLimits.name) return refuse('name-too-long', { most: shopLimits.name })
  if (address.length > shopLimits.address) return refuse('address-too-long', { most: shopLimits.address })
  if (!isPossible(facts.size)) return refuse('size-impossible')
  if (facts.licences.length > shopLimits.licences)
    return refuse('too-many-licences', { most: shopLimits.licences })
  if (facts.licences.some(({ number }) => number.trim() === '')) return refuse('number-missing')
  return become({ ...facts, name, address })
}

const isPossible = ({ area, places }: ShopSize): boolean =>
  (area === null || (area > 0 && area <= 100_000)) &&
  (places === null || (Number.isInteger(places) && places >= 0 && places <= 10_000))

type StaffRefusal = 'too-many-staff' | 'name-missing' | 'name-too-long'

export const checkStaff = (staff: readonly StaffMember[]): Decision<readonly StaffMember[], StaffRefusal> => {
  if (staff.length > shopLimits.staff) return refuse('too-many-staff', { most: shopLimits.staff })
  if (staff.some(({ name }) => name.trim() === '')) return refuse('name-missing')
  if (staff.some(({ name }) => name.trim().length > 20)) return refuse('name-too-long', { most: 20 })
  return become(staff.map((one) => ({ ...one, name: one.name.trim() })))
}

/** days before its end from which a paper needs attention (renewal opens 30 days before) */
const soon = 30

export const isValidOn = (until: Day | null, today: Day): boolean => until === null || until >= today

/** the end of a certificate that does not exist */
const never = '0001-01-01' as Day

/** Papers need a licence of the trade's own kind beside the business licence, and every member of staff certified. */
const papersState = ({ licences, staff }: Shop, today: Day): PillarState => {
  const own = licences.filter(({ kind }) => kind !== 'business')
  if (own.length === 0) return 'unchecked'
  const ends = [
    ...licences.map(({ until }) => until),
    ...staff.map(({ certificate }) => certificate?.until ?? never),
  ]
  return ends.every((until) => until === null || daysBetween(today, until) > soon) ? 'good' : 'attention'
}

const isLicensed = ({ licences }: Shop, today: Day): boolean =>
  licences.some(({ kind, until }) => kind !== 'business' && isValidOn(until, today))

/** The four-pillar health card: where no licence is valid nothing is graded (「办证中 · 未定级」). */
export const healthCard = (shop: Shop, now: Instant): Readonly<Record<Pillar, PillarState>> => {
  const graded = isLicensed(shop, dayOf(now)) ? shop.findings : {}
  return {
    papers: papersState(shop, dayOf(now)),
    facilities: graded.facilities?.state ?? 'unchecked',
    disinfection: graded.disinfection?.state ?? 'unchecked',
    hygiene: graded.hygiene?.state ?? 'unchecked',
  }
}

const factNames = [
  'name',
  'trade',
  'size',
  'address',
  'street',
  'cell',
  'point',
  'state',
  'licences',
] as const satisfies readonly (keyof ShopFacts)[]

/** Which facts differ, by name: what the audit log may say of a change. */
export const changedFacts = (before: ShopFacts, after: ShopFacts): readonly (keyof ShopFacts)[] =>
  factNames.filter((name) => canonical(before[name]) !== canonical(after[name]))

/** Independent of the order in which fields were written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** The same facts again change nothing, not even the version. */
export const changeShop = (
  shop: Shop,
  version: number,
  facts: ShopFacts,
): Decision<Shop, ShopRefusal | 'stale'> => {
  if (version !== shop.version) return refuse('stale')
  const checked = checkFacts(facts)
  if (!checked.ok) return checked
  return become(
    changedFacts(shop, checked.value).length === 0
      ? shop
      : { ...shop, ...checked.value, version: shop.version + 1 },
  )
}

export const changeStaff = (
  shop: Shop,
  version: number,
  staff: readonly StaffMember[],
): Decision<Shop, StaffRefusal | 'stale'> => {
  if (version !== shop.version) return refuse('stale')
  const checked = checkStaff(staff)
  if (!checked.ok) return checked
  return become(
    canonical(shop.staff) === canonical(checked.value)
      ? shop
      : { ...shop, staff: checked.value, version: shop.version + 1 },
  )
}
