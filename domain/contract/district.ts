import type { Id } from '../kernel/id'
import type { Bounds, Cell } from '../place'
import type { Category } from '../routing'
import type { Trade } from './shop'

export interface DistrictView {
  readonly id: Id<'district'>
  readonly name: string
  readonly bounds: Bounds
  readonly streets: readonly { readonly id: Id<'street'>; readonly name: string }[]
  readonly cells: readonly Omit<Cell, 'community'>[]
  readonly trades: readonly Trade[]
  readonly categories: readonly Category[]
  readonly departments: readonly { readonly id: Id<'department'>; readonly name: string }[]
  readonly agencies: readonly { readonly id: Id<'agency'>; readonly name: string }[]
}

export interface DistrictEndpoints {
  'district.read': { input: Record<never, never>; output: DistrictView; refusal: never }
}
