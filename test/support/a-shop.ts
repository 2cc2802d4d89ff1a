import type { Actor } from '#domain/actor'
import type { Caseload, Holder } from '#domain/caseload'
import { makeClaim, type Claim } from '#domain/claim'
import type { Day } from '#domain/kernel/day'
import { asId, type Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Shop } from '#domain/shop'

import { cell, district, MONDAY, street } from './builders'

export const hair = asId<'trade'>('trade-hair')
export const inn = asId<'trade'>('trade-inn')
export const food = asId<'trade'>('trade-food')

export const day = (text: string): Day => text as Day

/** An open hairdresser's with papers in order for years and nobody on its staff. */
export const aShop = (name: string, given: Partial<Shop> = {}): Shop => ({
  id: asId<'shop'>(`shop-${name}`),
  district,
  number: `N${name}`,
  code: asId<'shopCode'>(`code-${name}`),
  name: `美丽人生理发店${name}`,
  trade: hair,
  size: { area: 40, places: 4 },
  address: '迎春路12号',
  street,
  cell,
  point: null,
  state: 'open',
  licences: [
    { kind: 'business', number: 'B-1', until: null },
    { kind: 'hygiene', number: 'H-1', until: day('2029-05-01') },
  ],
  staff: [],
  findings: {},
  version: 1,
  ...given,
})

export const officer = (name: string) => ({
  entry: asId<'rosterEntry'>(`entry-${name}`),
  person: asId<'person'>(`person-${name}`),
})

export const headedBy = (name: string, deputy: string | null = null): Holder => ({
  kind: 'head',
  head: officer(name),
  deputy: deputy === null ? null : officer(deputy),
})

export const aCaseload = (holder: Holder, shops: readonly Id<'shop'>[] = []): Caseload => ({
  id: asId(holder.kind === 'head' ? `head-${holder.head.entry}` : `pool-${holder.cell}`),
  district,
  holder,
  shops,
  version: 1,
})

/** A claim as its person just made it. */
export const aClaim = (
  by: Actor,
  given: Partial<Parameters<typeof makeClaim>[0]> = {},
  now: Instant = MONDAY,
): Claim =>
  makeClaim(
    {
      id: asId<'claim'>(`claim-${by.id}`),
      shop: asId<'shop'>('shop-1'),
      as: 'owner',
      way: 'licence',
      photos: [],
      key: 'key-claim',
      body: 'claim',
      ...given,
    },
    { actor: by, now },
  )
