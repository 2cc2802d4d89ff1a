import type { HandOver, HandOverStatus, Holder, MoveRefusal, ShopPick } from '../caseload'
import type { Id } from '../kernel/id'
import type { Day } from '../kernel/day'
import type { Instant } from '../kernel/instant'
import type { Page } from './page'

export interface CaseloadRow {
  readonly id: Id<'caseload'>
  readonly version: number
  readonly holder: Holder
  /** the head's name, or the cell's */
  readonly name: string
  readonly deputyName: string | null
  readonly agencyName: string | null
  readonly shops: number
}

/** A caseload with its shops: at most a thousand, enough to count them by place and trade and to pick single ones. */
export interface CaseloadView extends CaseloadRow {
  readonly list: readonly {
    readonly id: Id<'shop'>
    readonly name: string
    readonly address: string
    readonly street: Id<'street'>
    readonly cell: Id<'cell'>
    readonly trade: Id<'trade'>
  }[]
}

export interface MovePreview {
  readonly shops: readonly Id<'shop'>[]
  readonly names: readonly string[]
  /** shops the receiving agency has no remit for: they stay */
  readonly outside: readonly { readonly shop: Id<'shop'>; readonly name: string }[]
  /** how many shops each side has after the move */
  readonly fromCount: number
  readonly toCount: number
}

export interface HandOverRow {
  readonly id: Id<'handOver'>
  readonly version: number
  readonly from: string
  readonly to: string
  readonly shops: number
  readonly at: Instant
  readonly by: string
  readonly status: HandOverStatus
}

/** Somebody in the tree; `spot` where they are the 长 of a single place of the cell (「3 号楼」 楼长), else null. */
export interface TreePerson {
  readonly name: string
  readonly title: string
  readonly spot: string | null
}

/**
 * 包保: who answers for a place, from the district down to the cell. A street's children are its communities with their
 * cells; a cell that is a community of its own stands among them.
 */
export interface TreeNode {
  readonly id: string
  readonly kind: 'district' | 'street' | 'community' | 'cell'
  readonly name: string
  /** of a community: whoever answers for every one of its cells, and is not named again at each */
  readonly people: readonly TreePerson[]
  readonly shops: number
  readonly children: readonly TreeNode[]
}

interface Scoped {
  readonly from: Id<'caseload'>
  readonly to: Id<'caseload'>
}

export interface CaseloadEndpoints {
  /** heads first, then cells with shops that nobody has yet */
  'caseload.list': { input: { readonly cursor: string | null }; output: Page<CaseloadRow>; refusal: never }
  'caseload.read': { input: { readonly id: Id<'caseload'> }; output: CaseloadView; refusal: never }
  'caseload.preview': {
    input: Scoped & { readonly pick: ShopPick }
    output: MovePreview
    refusal: 'same-caseload' | 'nothing-to-move'
  }
  'caseload.move': {
    input: Scoped & { readonly shops: HandOver['shops']; readonly on: Day | null; readonly key: string }
    output: { readonly id: Id<'handOver'> }
    refusal: MoveRefusal
  }
  'caseload.depute': {
    input: {
      readonly id: Id<'caseload'>
      readonly version: number
      readonly deputy: Id<'rosterEntry'> | null
    }
    output: { readonly version: number }
    refusal: 'wrong-state' | 'same-person' | 'not-a-head'
  }
  'handover.list': {
    input: { readonly caseload: Id<'caseload'> | null; readonly cursor: string | null }
    output: Page<HandOverRow>
    refusal: never
  }
  'handover.cancel': {
    input: { readonly id: Id<'handOver'>; readonly version: number }
    output: Record<never, never>
    refusal: 'wrong-state'
  }
  /** one level at a time: null for the district with its streets, a street for its communities and cells */
  'tree.read': { input: { readonly street: Id<'street'> | null }; output: TreeNode; refusal: never }
}
