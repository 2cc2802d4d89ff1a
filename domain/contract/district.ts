import type { Id } from '../kernel/id'
import type { Bounds, Cell } from '../place'
import type { Category } from '../routing'

export interface DistrictView {
  readonly name: string
  readonly bounds: Bounds
  readonly streets: readonly { readonly id: Id<'street'>; readonly name: string }[]
  readonly cells: readonly Cell[]
  readonly categories: readonly Category[]
}

export interface DistrictEndpoints {
  'district.read': { input: Record<never, never>; output: DistrictView; refusal: never }
}
