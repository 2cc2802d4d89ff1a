import { asId, type Id } from './kernel/id'
import { dayOf, type Day } from './kernel/day'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import { unreachable } from './kernel/unreachable'
import type { Occasion } from './occasion'

/**
 * Every shop is in exactly one caseload: a head's, or its cell's pool of shops that nobody has yet. So each assignment is
 * a move between two documents, and both lie in one transaction.
 */
export interface Caseload {
  readonly id: Id<'caseload'>
  readonly district: Id<'district'>
  readonly holder: Holder
  readonly shops: readonly Id<'shop'>[]
  readonly version: number
}
/** An entry of the roster; `person` once its bearer has signed in. */
export interface Officer {
  readonly entry: Id<'rosterEntry'>
  readonly person: Id<'person'> | null
}
export type Holder =
  | { readonly kind: 'head'; readonly head: Officer; readonly deputy: Officer | null }
  | { readonly kind: 'pool'; readonly cell: Id<'cell'> }

/** The caseload of a cell's shops that nobody has yet; every cell has one, also before the first shop lies in it. */
export const poolOf = (cell: Id<'cell'>): Id<'caseload'> => asId(`pool-${cell}`)

/** Who answers for the caseload's shops: the head and the deputy, as far as they have signed in. */
export const headsOf = ({ holder }: Pick<Caseload, 'holder'>): readonly Id<'person'>[] =>
  holder.kind === 'pool'
    ? []
    : [holder.head.person, holder.deputy?.person ?? null].filter((person) => person !== null)

/** A person has signed in for an entry, or the entry has lost its person. */
export const seatOfficer = (caseload: Caseload, { entry, person }: Officer): Caseload => {
  const { holder } = caseload
  if (holder.kind === 'pool') return caseload
  const seated = (officer: Officer): Officer => (officer.entry === entry ? { entry, person } : officer)
  const next: Holder = {
    ...holder,
    head: seated(holder.head),
    deputy: holder.deputy && seated(holder.deputy),
  }
  return JSON.stringify(next) === JSON.stringify(holder)
    ? caseload
    : { ...caseload, holder: next, version: caseload.version + 1 }
}

/** What a caseload takes: a pool the shops of its cell, a head the trades of the head's agency; null: every trade. */
export type Remit =
  | { readonly kind: 'cell'; readonly cell: Id<'cell'> }
  | { readonly kind: 'trades'; readonly trades: readonly Id<'trade'>[] | null }

export const liesOutside = (
  remit: Remit,
  shop: { readonly cell: Id<'cell'>; readonly trade: Id<'trade'> },
): boolean =>
  remit.kind === 'cell'
    ? shop.cell !== remit.cell
    : remit.trades !== null && !remit.trades.includes(shop.trade)

export type HandOverStatus =
  | { readonly kind: 'planned'; readonly on: Day }
  | { readonly kind: 'done'; readonly at: Instant }
  | { readonly kind: 'cancelled'; readonly by: Id<'person'>; readonly at: Instant }
  /** on its day some shops were no longer where they came from, or the receiver not in charge: command plans anew */
  | { readonly kind: 'failed'; readonly at: Instant }

/** One act of re-assignment; kept for good, it is the history of who was whose head. */
export interface HandOver {
  readonly id: Id<'handOver'>
  readonly district: Id<'district'>
  readonly from: Id<'caseload'>
  readonly to: Id<'caseload'>
  readonly shops: readonly Id<'shop'>[]
  readonly by: Id<'person'>
  readonly at: Instant
  readonly version: number
  /** a hash of the command: a repeat brings the same */
  readonly body: string
  readonly status: HandOverStatus
}

/** A head's largest caseload: the seeds speak of 134; a document and its index rows stay small far beyond it. */
export const mostShops = 1_000

export type MoveRefusal =
  'same-caseload' | 'nothing-to-move' | 'not-in-caseload' | 'too-many-shops' | 'outside-remit' | 'day-passed'

export interface MoveCommand {
  readonly id: Id<'handOver'>
  readonly shops: readonly Id<'shop'>[]
  /** null: at once */
  readonly on: Day | null
  readonly body: string
}

export interface Move {
  readonly from: Caseload
  readonly to: Caseload
  readonly handOver: HandOver
}

/** `outside`: shops whose trade the receiving head's agency has no remit for. */
export const decideMove = (
  from: Caseload,
  to: Caseload,
  command: MoveCommand,
  outside: readonly Id<'shop'>[],
  { actor, now }: Occasion,
): Decision<Move, MoveRefusal> => {
  const shops = [...new Set(command.shops)]
  if (from.id === to.id) return refuse('same-caseload')
  if (shops.length === 0) return refuse('nothing-to-move')
  if (outside.length > 0) return refuse('outside-remit', { shops: outside.length })
  if (command.on !== null && command.on < dayOf(now)) return refuse('day-passed')
  const moved = moveShops(from, to, shops)
  if (!moved.ok) return moved
  const planned = command.on !== null && command.on > dayOf(now)
  const handOver: HandOver = {
    id: command.id,
    district: from.district,
    from: from.id,
    to: to.id,
    shops,
    by: actor.id,
    at: now,
    version: 1,
    body: command.body,
    status: planned ? { kind: 'planned', on: command.on } : { kind: 'done', at: now },
  }
  return become(planned ? { from, to, handOver } : { ...moved.value, handOver })
}

const moveShops = (
  from: Caseload,
  to: Caseload,
  shops: readonly Id<'shop'>[],
): Decision<Pick<Move, 'from' | 'to'>, 'not-in-caseload' | 'too-many-shops'> => {
  const moving = new Set(shops)
  const held = new Set(from.shops)
  const missing = shops.filter((shop) => !held.has(shop))
  if (missing.length > 0) return refuse('not-in-caseload', { shops: missing.length })
  if (to.shops.length + shops.length > mostShops) return refuse('too-many-shops', { most: mostShops })
  return become({
    from: { ...from, shops: from.shops.filter((shop) => !moving.has(shop)), version: from.version + 1 },
    to: { ...to, shops: [...to.shops, ...shops], version: to.version + 1 },
  })
}

/** On its day a planned hand-over is carried out as a whole, or fails as a whole; `outside` as for the move itself. */
export const carryOut = (
  planned: HandOver,
  from: Caseload,
  to: Caseload,
  outside: readonly Id<'shop'>[],
  now: Instant,
): Move => {
  const moved = moveShops(from, to, planned.shops)
  const version = planned.version + 1
  return moved.ok && outside.length === 0
    ? { ...moved.value, handOver: { ...planned, version, status: { kind: 'done', at: now } } }
    : { from, to, handOver: { ...planned, version, status: { kind: 'failed', at: now } } }
}

export const isDue = ({ status }: HandOver, now: Instant): boolean =>
  status.kind === 'planned' && status.on <= dayOf(now)

export const cancelMove = (
  planned: HandOver,
  version: number,
  { actor, now }: Occasion,
): Decision<HandOver, 'stale' | 'wrong-state'> => {
  if (version !== planned.version) return refuse('stale')
  if (planned.status.kind !== 'planned') return refuse('wrong-state')
  return become({
    ...planned,
    version: planned.version + 1,
    status: { kind: 'cancelled', by: actor.id, at: now },
  })
}

/** The deputy stands in for the head and is another person. */
export const nameDeputy = (
  caseload: Caseload,
  deputy: Officer | null,
  version: number,
): Decision<Caseload, 'stale' | 'wrong-state' | 'same-person'> => {
  if (version !== caseload.version) return refuse('stale')
  if (caseload.holder.kind !== 'head') return refuse('wrong-state')
  if (deputy?.entry === caseload.holder.head.entry) return refuse('same-person')
  return become({ ...caseload, version: caseload.version + 1, holder: { ...caseload.holder, deputy } })
}

/** Which shops of a caseload: named ones, all of a street, cell or trade, or all. */
export type ShopPick =
  | { readonly kind: 'shops'; readonly shops: readonly Id<'shop'>[] }
  | { readonly kind: 'street'; readonly street: Id<'street'> }
  | { readonly kind: 'cell'; readonly cell: Id<'cell'> }
  | { readonly kind: 'trade'; readonly trade: Id<'trade'> }
  | { readonly kind: 'all' }

type Placed = { readonly id: Id<'shop'> } & Readonly<Record<'street' | 'cell' | 'trade', string>>

/** Whether a shop is among those picked: the preview on the server and the count on the screen ask the same. */
export const isPicked = (pick: ShopPick, shop: Placed): boolean => {
  switch (pick.kind) {
    case 'all':
      return true
    case 'shops':
      return pick.shops.includes(shop.id)
    case 'street':
      return shop.street === pick.street
    case 'cell':
      return shop.cell === pick.cell
    case 'trade':
      return shop.trade === pick.trade
    default:
      return unreachable(pick)
  }
}
