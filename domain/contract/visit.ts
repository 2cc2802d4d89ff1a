import type { Day } from '../kernel/day'
import type { Id } from '../kernel/id'
import type { GeoPoint } from '../place'
import type { TopicRefusal, Visit, VisitMove, VisitRefusal, VisitTime, VisitTimeRefusal } from '../visit'
import type { Page } from './page'

export interface VisitRow extends Pick<Visit, 'id' | 'version' | 'shop' | 'when' | 'topic' | 'status'> {
  readonly shopName: string
  readonly visitorName: string
  readonly address: string
  readonly point: GeoPoint | null
  /** the moves open to this reader now */
  readonly may: readonly VisitMove['kind'][]
}

export type VisitsOf =
  /** all of a shop's, the latest day first */
  | { readonly kind: 'shop'; readonly shop: Id<'shop'> }
  /** planned ones of all shops the caller answers for, the earliest first; not paged */
  | { readonly kind: 'caseload' }
  | { readonly kind: 'visit'; readonly id: Id<'visit'> }

export interface VisitEndpoints {
  'visit.plan': {
    input: VisitTime & { readonly shop: Id<'shop'>; readonly topic: string; readonly key: string }
    output: { readonly id: Id<'visit'> }
    refusal: TopicRefusal | VisitTimeRefusal | 'content-refused' | 'check-unanswered'
  }
  'visit.list': {
    input: { readonly of: VisitsOf; readonly cursor: string | null }
    output: Page<VisitRow>
    refusal: never
  }
  /** 「今天的路线」: the caller's planned visits of a day in the order in which they are walked. */
  'visit.route': {
    input: { readonly day: Day; readonly from: GeoPoint | null }
    output: { readonly rows: readonly VisitRow[] }
    refusal: never
  }
  'visit.move': {
    input: { readonly id: Id<'visit'>; readonly version: number; readonly move: VisitMove }
    output: { readonly version: number }
    refusal: VisitRefusal | 'content-refused' | 'check-unanswered'
  }
}
