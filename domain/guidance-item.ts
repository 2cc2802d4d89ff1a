import { checkCareWords, type CareWordsRefusal } from './care-words'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import { unreachable } from './kernel/unreachable'
import type { Standing } from './channel'
import { isOffice } from './channel'
import type { Message } from './message'
import type { Occasion } from './occasion'

export type GuidanceStatus =
  /** `saidDone`: the shop says it is done, and nobody of the office has looked yet */
  | { readonly kind: 'open'; readonly saidDone: { readonly by: Id<'person'>; readonly at: Instant } | null }
  | { readonly kind: 'done'; readonly by: Id<'person'>; readonly at: Instant }
  | { readonly kind: 'dropped'; readonly by: Id<'person'>; readonly at: Instant; readonly why: string }

/** What it came from: an owner's message, or a visit. */
export type GuidanceSource =
  | { readonly kind: 'message'; readonly channel: Id<'channel'>; readonly seq: number }
  | { readonly kind: 'visit'; readonly visit: Id<'visit'> }

/** 指导事项: what a shop was advised to do. It has no score, is no evidence, and never becomes a finding. */
export interface GuidanceItem {
  readonly id: Id<'guidanceItem'>
  readonly district: Id<'district'>
  readonly shop: Id<'shop'>
  /** the shop's caseload when it was opened */
  readonly caseload: Id<'caseload'>
  readonly from: GuidanceSource
  readonly words: string
  readonly by: Id<'person'>
  readonly at: Instant
  readonly version: number
  readonly status: GuidanceStatus
}

/** The shop whose desk a message belongs to: what an owner said there or in the group; null where none can follow. */
export const shopToGuide = (
  { author, standing, shop, state }: Pick<Message, 'author' | 'standing' | 'shop' | 'state'>,
  reader: Standing,
): Id<'shop'> | null =>
  isOffice(reader) && author !== null && standing === 'owner' && state.kind === 'shown'
    ? (shop?.id ?? null)
    : null

export type GuidanceMove =
  { readonly kind: 'sayDone' } | { readonly kind: 'close' } | { readonly kind: 'drop'; readonly why: string }

/** As what somebody stands to a shop: it is theirs, or they answer for it. */
export type Side = 'owner' | 'office'

/** Which moves are whose. */
export const guidanceMoves = {
  sayDone: 'owner',
  close: 'office',
  drop: 'office',
} as const satisfies Record<GuidanceMove['kind'], Side>

export type GuidanceRefusal = CareWordsRefusal | 'not-permitted' | 'wrong-state' | 'stale'

/** The same move again by the same person, as when its answer was lost on the way, changes nothing. */
export const moveGuidance = (
  item: GuidanceItem,
  move: GuidanceMove,
  version: number,
  sides: readonly Side[],
  occasion: Occasion,
): Decision<GuidanceItem, GuidanceRefusal> => {
  if (!sides.includes(guidanceMoves[move.kind])) return refuse('not-permitted')
  if (isRepeat(item, move, version, occasion.actor.id)) return become(item)
  if (version !== item.version) return refuse('stale')
  if (item.status.kind !== 'open') return refuse('wrong-state')
  const status = after(item.status, move, occasion)
  if (!status.ok) return status
  return become(
    status.value === item.status ? item : { ...item, version: item.version + 1, status: status.value },
  )
}

type Open = Extract<GuidanceStatus, { readonly kind: 'open' }>

const after = (
  status: Open,
  move: GuidanceMove,
  { actor, now }: Occasion,
): Decision<GuidanceStatus, CareWordsRefusal> => {
  const mark = { by: actor.id, at: now }
  switch (move.kind) {
    case 'sayDone':
      return become(status.saidDone === null ? { kind: 'open', saidDone: mark } : status)
    case 'close':
      return become({ kind: 'done', ...mark })
    case 'drop': {
      const why = checkCareWords(move.why)
      return why.ok ? become({ kind: 'dropped', ...mark, why: why.value }) : why
    }
    default:
      return unreachable(move)
  }
}

const isRepeat = (item: GuidanceItem, move: GuidanceMove, version: number, by: Id<'person'>): boolean => {
  const { status } = item
  if (version !== item.version - 1) return false
  switch (move.kind) {
    case 'sayDone':
      return status.kind === 'open' && status.saidDone?.by === by
    case 'close':
      return status.kind === 'done' && status.by === by
    case 'drop':
      return status.kind === 'dropped' && status.by === by && status.why === move.why.trim()
    default:
      return unreachable(move)
  }
}
