import type {
  Aim,
  CheckAnswer,
  CheckRefusal,
  Circular,
  CircularStatus,
  CircularText,
  CircularTextRefusal,
  RemindRefusal,
  CircularPart,
} from '../circular'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { ContentRefusal } from './channel'
import type { Page } from './page'

/** Into which groups: every head's of the district, or these caseloads'. */
export type CircularTarget =
  { readonly kind: 'district' } | { readonly kind: 'groups'; readonly caseloads: readonly Id<'caseload'>[] }

export interface CheckView {
  readonly at: Instant
  /** who handed it in */
  readonly who: string
  readonly answers: readonly CheckAnswer[]
}

/** One of the reader's own shops that a circular is for. */
export interface AskedShop {
  readonly id: Id<'shop'>
  readonly name: string
  readonly known: boolean
  readonly check: CheckView | null
}

export interface CircularView extends CircularText {
  readonly id: Id<'circular'>
  readonly channel: Id<'channel'>
  /** its message in the group; null for the moment before it is there */
  readonly seq: number | null
  readonly at: Instant
  readonly who: string
  readonly standing: Circular['standing']
  readonly status: CircularStatus['kind']
  /** in shops, over those it still speaks to */
  readonly shops: number
  readonly known: number
  /** empty for whoever it is not for */
  readonly asked: readonly AskedShop[]
  /** for the office alone */
  readonly office: {
    readonly aim: Aim
    readonly left: number
    readonly checked: number
    /** whether the self-checks are this reader's to see: the head's and the deputy's */
    readonly seesChecks: boolean
    /** from when on a reminder may be sent; null: at once */
    readonly remindFrom: Instant | null
  } | null
}

export interface CircularRow {
  readonly id: Id<'circular'>
  readonly title: string
  readonly at: Instant
  /** whose group it went into */
  readonly headName: string | null
  readonly status: CircularStatus['kind']
  readonly shops: number
  readonly known: number
}

export interface CircularShop {
  readonly id: Id<'shop'>
  readonly name: string
  readonly address: string
  readonly known: { readonly who: string; readonly at: Instant } | null
  /** null for readers whose eyes it is not for */
  readonly check: CheckView | null
}

interface Of {
  readonly id: Id<'circular'>
}
interface OfShop extends Of {
  readonly shop: Id<'shop'>
}
interface Counted {
  readonly shops: number
  readonly known: number
}

export interface CircularEndpoints {
  /** how many shops it would reach, by group; `absent`: of them, where nobody has signed in yet */
  'circular.preview': {
    input: { readonly to: CircularTarget; readonly aim: Aim }
    output: {
      readonly shops: number
      readonly absent: number
      readonly groups: readonly { readonly headName: string | null; readonly shops: number }[]
    }
    refusal: never
  }
  'circular.send': {
    input: CircularText & { readonly to: CircularTarget; readonly aim: Aim; readonly key: string }
    /** one circular in each group that has a shop it is for */
    output: { readonly ids: readonly Id<'circular'>[]; readonly shops: number }
    refusal: CircularTextRefusal | ContentRefusal | 'check-unanswered' | 'nobody-reached'
  }
  /** newest first; `mine`: of the groups I am head or deputy of */
  'circular.list': {
    input: { readonly scope: 'mine' | 'district'; readonly cursor: string | null }
    output: Page<CircularRow>
    refusal: never
  }
  /** open ones that one of my shops has not acknowledged, newest first */
  'circular.mine': {
    input: Record<never, never>
    output: { readonly rows: readonly CircularView[] }
    refusal: never
  }
  'circular.read': { input: Of; output: CircularView; refusal: never }
  'circular.acknowledge': { input: OfShop; output: Counted; refusal: 'wrong-state' }
  /** acknowledges as well; again as often as wanted while it is open */
  'circular.check': {
    input: OfShop & { readonly answers: readonly CheckAnswer[] }
    output: Counted
    refusal: CheckRefusal | ContentRefusal | 'check-unanswered'
  }
  'circular.shops': {
    input: Of & { readonly part: CircularPart; readonly cursor: string | null }
    output: Page<CircularShop> & { readonly counts: Readonly<Record<CircularPart, number>> }
    refusal: 'not-permitted'
  }
  /** how many shops were reminded */
  'circular.remind': {
    input: Of & { readonly key: string }
    output: { readonly shops: number }
    refusal: RemindRefusal
  }
  'circular.close': { input: Of; output: Record<never, never>; refusal: 'wrong-state' }
  /** who has and who has not, as a workbook; the address opens for an hour */
  'circular.export': {
    input: Of & { readonly key: string }
    output: { readonly url: string }
    refusal: 'wrong-state'
  }
}
