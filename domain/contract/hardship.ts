import type { CareWordsRefusal } from '../care-words'
import type {
  Hardship,
  HardshipKind,
  HardshipMove,
  HardshipRefusal,
  HardshipStatus,
  HelperRefusal,
} from '../hardship'
import type { Id } from '../kernel/id'
import type { Page } from './page'

export interface HardshipRow extends Pick<
  Hardship,
  'id' | 'version' | 'shop' | 'kind' | 'words' | 'helper' | 'at' | 'status'
> {
  readonly shopName: string
  readonly mine: boolean
  /** this reader answers it */
  readonly answerable: boolean
}

export type HardshipsOf =
  | { readonly kind: 'shop'; readonly shop: Id<'shop'> }
  | { readonly kind: 'caseload' }
  | { readonly kind: 'district'; readonly only: HardshipKind | null }

export type HardshipCounts = Readonly<Record<HardshipKind, Readonly<Record<HardshipStatus['kind'], number>>>>

export interface HardshipEndpoints {
  'hardship.add': {
    input: {
      readonly shop: Id<'shop'>
      readonly kind: HardshipKind
      readonly words: string
      readonly helper: string
      readonly key: string
    }
    output: { readonly id: Id<'hardship'> }
    refusal: CareWordsRefusal | HelperRefusal | 'content-refused' | 'check-unanswered'
  }
  'hardship.list': {
    input: { readonly of: HardshipsOf; readonly open: boolean; readonly cursor: string | null }
    output: Page<HardshipRow>
    refusal: never
  }
  /** the district's, by kind and state */
  'hardship.counts': { input: Record<never, never>; output: HardshipCounts; refusal: never }
  'hardship.move': {
    input: { readonly id: Id<'hardship'>; readonly version: number; readonly move: HardshipMove }
    output: { readonly version: number }
    refusal: HardshipRefusal | 'content-refused' | 'check-unanswered'
  }
}
