import type { Actor, Grant } from './actor'
import { commands, ownsShop } from './actor'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import { unreachable } from './kernel/unreachable'
import type { Audience } from './notice'
import { repeatOf, type MoveMark, type Occasion } from './occasion'

/** How a person came to a shop: the register's phone, a photo of the licence, or an owner's invitation of an agent. */
export type ClaimWay = 'phone' | 'licence' | 'invitation'

export type ClaimStatus =
  | { readonly kind: 'asked' }
  | { readonly kind: 'held'; readonly since: Instant }
  | { readonly kind: 'contested'; readonly by: Id<'person'>; readonly words: string; readonly at: Instant }
  | { readonly kind: 'refused'; readonly reason: string; readonly at: Instant }
  | { readonly kind: 'ended'; readonly reason: string; readonly at: Instant }
export type ClaimStatusKind = ClaimStatus['kind']

/** Who may make each move, and where from. A contested claim still holds until command decides. */
export const claimMoves = {
  confirm: { from: ['asked'], by: 'head' },
  refuse: { from: ['asked'], by: 'head' },
  undo: { from: ['held'], by: 'head' },
  contest: { from: ['held'], by: 'rival' },
  uphold: { from: ['contested'], by: 'command' },
  overturn: { from: ['contested'], by: 'command' },
  leave: { from: ['asked', 'held', 'contested'], by: 'claimant' },
} as const satisfies Record<
  string,
  { readonly from: readonly ClaimStatusKind[]; readonly by: 'head' | 'command' | 'claimant' | 'rival' }
>
export type ClaimMove = keyof typeof claimMoves

export interface ClaimEvent {
  readonly at: Instant
  readonly by: Id<'person'>
  readonly what: 'claim' | ClaimMove
  readonly words: string
  readonly key: string
  readonly body: string
}

/** One person's claim to one shop. `as` an owner or an owner's agent (经办人): in the app both act alike. */
export interface Claim {
  readonly id: Id<'claim'>
  readonly district: Id<'district'>
  readonly shop: Id<'shop'>
  readonly person: Id<'person'>
  readonly as: 'owner' | 'agent'
  readonly way: ClaimWay
  readonly photos: readonly Id<'photo'>[]
  readonly version: number
  readonly status: ClaimStatus
  readonly history: readonly ClaimEvent[]
}

export type ClaimRefusal =
  'not-permitted' | 'wrong-state' | 'stale' | 'reason-missing' | 'words-too-long' | 'key-reused'

/** A phone that the register knows, and an invitation, are in at once; a photo waits for the head's word. */
export const makeClaim = (
  given: Pick<Claim, 'id' | 'shop' | 'as' | 'way' | 'photos'> & Pick<MoveMark, 'key' | 'body'>,
  { actor, now }: Occasion,
): Claim => ({
  id: given.id,
  district: actor.district,
  shop: given.shop,
  person: actor.id,
  as: given.as,
  way: given.way,
  photos: given.photos,
  version: 1,
  status: given.way === 'licence' ? { kind: 'asked' } : { kind: 'held', since: now },
  history: [{ at: now, by: actor.id, what: 'claim', words: '', key: given.key, body: given.body }],
})

/** Whether the claimant acts for the shop: the owner's grant follows this and nothing else. */
export const holdsShop = ({ status }: Pick<Claim, 'status'>): boolean =>
  status.kind === 'held' || status.kind === 'contested'

/** `heads`: the shop's head and deputy. Command stands in for the head; nobody decides on a claim of their own. */
export const mayMoveClaim = (
  claim: Claim,
  move: ClaimMove,
  actor: Actor,
  heads: readonly Id<'person'>[],
): boolean => {
  const { by } = claimMoves[move]
  switch (by) {
    case 'head':
      return claim.person !== actor.id && (heads.includes(actor.id) || commands(actor, claim.district))
    case 'command':
      return claim.person !== actor.id && commands(actor, claim.district)
    case 'claimant':
      return claim.person === actor.id
    case 'rival':
      return claim.person !== actor.id && (ownsShop(actor, claim.shop) || heads.includes(actor.id))
    default:
      return unreachable(by)
  }
}

/** The moves open to this person now, for buttons; the server decides again. */
export const claimMovesOpenTo = (
  claim: Claim,
  actor: Actor,
  heads: readonly Id<'person'>[],
): readonly ClaimMove[] =>
  (Object.keys(claimMoves) as ClaimMove[]).filter(
    (move) => isFrom(move, claim.status.kind) && mayMoveClaim(claim, move, actor, heads),
  )

const isFrom = (move: ClaimMove, kind: ClaimStatusKind): boolean =>
  (claimMoves[move].from as readonly ClaimStatusKind[]).includes(kind)

/** characters */
const mostWords = 300

export const decideClaim = (
  claim: Claim,
  command: { readonly move: ClaimMove; readonly words: string } & MoveMark,
  heads: readonly Id<'person'>[],
  { actor, now }: Occasion,
): Decision<Claim, ClaimRefusal> => {
  const repeat = repeatOf(claim.history, command, actor.id)
  if (repeat !== null) return repeat === 'same' ? become(claim) : refuse('key-reused')
  if (!mayMoveClaim(claim, command.move, actor, heads)) return refuse('not-permitted')
  if (command.version !== claim.version) return refuse('stale')
  if (!isFrom(command.move, claim.status.kind)) return refuse('wrong-state')
  const words = command.words.trim()
  if (needsReason(command.move) && words === '') return refuse('reason-missing')
  if (words.length > mostWords) return refuse('words-too-long', { most: mostWords })
  return become({
    ...claim,
    version: claim.version + 1,
    status: statusAfter(claim, command.move, words, { actor, now }),
    history: [
      ...claim.history,
      { at: now, by: actor.id, what: command.move, words, key: command.key, body: command.body },
    ],
  })
}

/** Every no to a person carries its reason. */
const needsReason = (move: ClaimMove): boolean => !['confirm', 'uphold', 'leave'].includes(move)

const statusAfter = (claim: Claim, move: ClaimMove, words: string, { actor, now }: Occasion): ClaimStatus => {
  switch (move) {
    case 'confirm':
      return { kind: 'held', since: now }
    case 'refuse':
      return { kind: 'refused', reason: words, at: now }
    case 'contest':
      return { kind: 'contested', by: actor.id, words, at: now }
    case 'uphold':
      return { kind: 'held', since: claim.history[0]?.at ?? now }
    case 'undo':
    case 'overturn':
    case 'leave':
      return { kind: 'ended', reason: words, at: now }
    default:
      return unreachable(move)
  }
}

/** The claimant's grants as the claim has it now: the owner's grant is there exactly while the claim holds. */
export const grantsAfter = (grants: readonly Grant[], claim: Claim): readonly Grant[] => {
  const others = grants.filter(
    ({ role, scope }) => !(role === 'owner' && scope.kind === 'shop' && scope.shop === claim.shop),
  )
  return holdsShop(claim) ? [...others, { role: 'owner', scope: { kind: 'shop', shop: claim.shop } }] : others
}

/**
 * Who hears of a claim's last step: the other side. `owners`: who else holds the shop, so that they can contest. Where
 * the shop has no head who could hear it, command does.
 */
export const claimAudience = (
  claim: Claim,
  heads: readonly Id<'person'>[],
  owners: readonly Id<'person'>[],
): Audience => {
  const step = claim.history.at(-1)
  if (!step) throw new Error(`claim ${claim.id} has no history`)
  const command = `command:${claim.district}` as const
  const office = { persons: heads, posts: heads.length === 0 ? [command] : [] }
  const contester = [...claim.history].reverse().find(({ what }) => what === 'contest')?.by
  switch (step.what) {
    case 'claim':
      return { ...office, persons: [...heads, ...(holdsShop(claim) ? owners : [])], except: step.by }
    case 'confirm':
      return { persons: [claim.person, ...owners], posts: [], except: step.by }
    case 'refuse':
    case 'undo':
      return { persons: [claim.person], posts: [], except: step.by }
    case 'contest':
      return { persons: [claim.person, ...heads], posts: [command], except: step.by }
    case 'uphold':
    case 'overturn':
      return {
        persons: [claim.person, ...(contester ? [contester] : []), ...heads],
        posts: [],
        except: step.by,
      }
    case 'leave':
      return { ...office, except: step.by }
    default:
      return unreachable(step.what)
  }
}
