import type { CareWordsRefusal } from '../care-words'
import type { GuidanceItem, GuidanceMove, GuidanceRefusal } from '../guidance-item'
import type { Id } from '../kernel/id'
import type { Page } from './page'

export interface GuidanceRow extends Pick<
  GuidanceItem,
  'id' | 'version' | 'shop' | 'from' | 'words' | 'at' | 'status'
> {
  readonly shopName: string
  /** the moves open to this reader now */
  readonly may: readonly GuidanceMove['kind'][]
}

export type GuidanceOf =
  | { readonly kind: 'shop'; readonly shop: Id<'shop'> }
  /** of all shops the caller answers for */
  | { readonly kind: 'caseload' }
  | { readonly kind: 'item'; readonly id: Id<'guidanceItem'> }
  /** what a message or a visit led to */
  | { readonly kind: 'message'; readonly channel: Id<'channel'>; readonly seq: number }

export interface GuidanceEndpoints {
  /** From an owner's message; one message, one item: `repeated` says it was there before. */
  'guidance.open': {
    input: { readonly channel: Id<'channel'>; readonly seq: number; readonly words: string }
    output: { readonly id: Id<'guidanceItem'>; readonly repeated: boolean }
    /** `guided-already`: with other words than these */
    refusal: CareWordsRefusal | 'no-shop' | 'guided-already' | 'content-refused' | 'check-unanswered'
  }
  'guidance.list': {
    input: { readonly of: GuidanceOf; readonly open: boolean; readonly cursor: string | null }
    output: Page<GuidanceRow>
    refusal: never
  }
  'guidance.move': {
    input: { readonly id: Id<'guidanceItem'>; readonly version: number; readonly move: GuidanceMove }
    output: { readonly version: number }
    refusal: GuidanceRefusal | 'content-refused' | 'check-unanswered'
  }
}
