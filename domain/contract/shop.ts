import type { Id } from '../kernel/id'
import type { Day } from '../kernel/day'
import type { GeoPoint } from '../place'
import type {
  Licence,
  Pillar,
  PillarState,
  ShopFacts,
  ShopRefusal,
  ShopSize,
  ShopState,
  StaffMember,
} from '../shop'
import type { Page } from './page'

/** `mine`: shops I own or act for; `caseload`: my shops as head or deputy; `district`: what my office role reaches. */
export type ShopScope = 'mine' | 'caseload' | 'district'

export interface ShopRow {
  readonly id: Id<'shop'>
  readonly name: string
  readonly trade: string
  readonly address: string
  readonly cellName: string
  readonly state: ShopState
  readonly health: Readonly<Record<Pillar, PillarState>>
}

export interface ShopView extends ShopRow {
  readonly number: string
  readonly version: number
  readonly tradeId: Id<'trade'>
  readonly size: ShopSize
  readonly street: Id<'street'>
  readonly streetName: string
  readonly cell: Id<'cell'>
  readonly point: GeoPoint | null
  readonly licences: readonly Licence[]
  /** names and certificate numbers masked for readers who need neither */
  readonly staff: readonly StaffMember[]
  /** empty for readers who may not know */
  readonly owners: readonly {
    readonly person: Id<'person'>
    readonly name: string
    readonly as: 'owner' | 'agent'
  }[]
  readonly caseload: Id<'caseload'>
  /** by the roster's name; `person` once that officer has signed in */
  readonly head: { readonly person: Id<'person'> | null; readonly name: string } | null
  readonly deputy: { readonly person: Id<'person'> | null; readonly name: string } | null
  /** the register's contact, masked */
  readonly contact: { readonly name: string; readonly phone: string } | null
  /** what this reader may do here, from the permission table */
  readonly may: readonly ('shop.update' | 'shop.staff' | 'shop.code' | 'shop.unmask' | 'agent.invite')[]
}

/** The public board: what everybody may see of a shop, and no more. */
export interface PublicShop {
  readonly id: Id<'shop'>
  readonly name: string
  readonly trade: string
  readonly address: string
  readonly state: ShopState
  readonly licences: readonly Licence[]
  readonly certificates: { readonly staff: number; readonly valid: number; readonly soonest: Day | null }
  readonly health: Readonly<Record<Pillar, PillarState>>
  readonly headName: string | null
  /** whether the reader already holds or asked for this shop */
  readonly claim: 'none' | 'asked' | 'held'
}

export interface Trade {
  readonly id: Id<'trade'>
  readonly name: string
}

export interface ShopEndpoints {
  'shop.list': {
    input: {
      readonly scope: ShopScope
      readonly street: Id<'street'> | null
      readonly cell: Id<'cell'> | null
      readonly trade: Id<'trade'> | null
      /** words of the name, number or address; by pairs of characters */
      readonly words: string
      readonly cursor: string | null
    }
    output: Page<ShopRow>
    refusal: never
  }
  /** my own shops as head or deputy: how many, and how many of them have a pillar that needs attention, the worst of them first */
  'shop.overview': {
    input: Record<never, never>
    output: { readonly shops: number; readonly attention: number; readonly worst: readonly ShopRow[] }
    refusal: never
  }
  'shop.read': { input: { readonly id: Id<'shop'> }; output: ShopView; refusal: never }
  'shop.public': { input: { readonly code: Id<'shopCode'> }; output: PublicShop; refusal: never }
  'shop.update': {
    input: { readonly id: Id<'shop'>; readonly version: number; readonly facts: ShopFacts }
    output: { readonly version: number }
    refusal: ShopRefusal | 'unknown-cell' | 'unknown-trade' | 'outside-district'
  }
  'shop.staff': {
    input: { readonly id: Id<'shop'>; readonly version: number; readonly staff: readonly StaffMember[] }
    output: { readonly version: number }
    refusal: 'too-many-staff' | 'name-missing' | 'name-too-long'
  }
  /** an image with the shop's QR, to print and hang up; the address opens for an hour */
  'shop.code': { input: { readonly id: Id<'shop'> }; output: { readonly url: string }; refusal: never }
  'shop.unmask': {
    input: { readonly id: Id<'shop'>; readonly why: string }
    output: { readonly name: string; readonly phone: string }
    refusal: 'reason-missing' | 'nothing-hidden'
  }
}
