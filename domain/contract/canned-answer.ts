import type { ArticleTopic } from '../article'
import type { CannedOwner, CannedRefusal, CannedText } from '../canned-answer'
import type { Id } from '../kernel/id'
import type { CheckRefusal } from './article'
import type { Page } from './page'

export interface CannedRow {
  readonly id: Id<'cannedAnswer'>
  readonly of: CannedOwner['kind']
  readonly topic: ArticleTopic
  readonly trades: readonly Id<'trade'>[] | null
  /** as it is written */
  readonly words: string
  /** for the shop of the channel */
  readonly filled: string
  /** fields that are still to be filled by hand */
  readonly left: readonly string[]
  readonly version: number
  /** this reader may change it */
  readonly mine: boolean
}

export interface CannedAnswerEndpoints {
  /** for a channel: filled for its shop, and for its trade; null: all as they are written */
  'cannedAnswer.list': {
    input: {
      readonly channel: Id<'channel'> | null
      readonly topic: ArticleTopic | null
      readonly cursor: string | null
    }
    output: Page<CannedRow>
    refusal: never
  }
  /** a head's are the head's own; command's are the district's or one authority's */
  'cannedAnswer.save': {
    input: CannedText & {
      readonly key: string
      readonly id: Id<'cannedAnswer'> | null
      readonly version: number | null
      readonly of:
        | { readonly kind: 'own' }
        | { readonly kind: 'district' }
        | Extract<CannedOwner, { readonly kind: 'agency' }>
    }
    output: { readonly id: Id<'cannedAnswer'>; readonly version: number }
    refusal: CannedRefusal | CheckRefusal | 'unknown-trade'
  }
  'cannedAnswer.remove': {
    input: { readonly id: Id<'cannedAnswer'>; readonly version: number }
    output: Record<never, never>
    refusal: never
  }
}
