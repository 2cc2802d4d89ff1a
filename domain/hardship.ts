import { checkCareWords, type CareWordsRefusal } from './care-words'
import type { Side } from './guidance-item'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import { unreachable } from './kernel/unreachable'
import type { Occasion } from './occasion'

/** 资金、场地、人员、设备、手续、其他 */
export const hardshipKinds = ['money', 'premises', 'staff', 'equipment', 'papers', 'other'] as const
export type HardshipKind = (typeof hardshipKinds)[number]

interface Answer {
  readonly by: Id<'person'>
  readonly at: Instant
  readonly words: string
}

export type HardshipStatus =
  | { readonly kind: 'open' }
  | ({ readonly kind: 'helped' } & Answer)
  | ({ readonly kind: 'notPossible' } & Answer)

export const hardshipStates = [
  'open',
  'helped',
  'notPossible',
] as const satisfies readonly HardshipStatus['kind'][]

/** 困难台账: what a shop finds hard, and who helps. */
export interface Hardship {
  readonly id: Id<'hardship'>
  readonly district: Id<'district'>
  readonly shop: Id<'shop'>
  /** the shop's caseload when it was written down */
  readonly caseload: Id<'caseload'>
  readonly kind: HardshipKind
  readonly words: string
  /** a department or a person, in words; empty while nobody is found */
  readonly helper: string
  readonly by: Id<'person'>
  readonly at: Instant
  readonly version: number
  /** a hash of the command: a repeat brings the same */
  readonly body: string
  readonly status: HardshipStatus
}

/** characters */
export const helperLength = 40

export type HelperRefusal = 'helper-too-long'

export const checkHelper = (given: string): Decision<string, HelperRefusal> => {
  const helper = given.trim()
  return Array.from(helper).length > helperLength
    ? refuse('helper-too-long', { most: helperLength })
    : become(helper)
}

export type HardshipMove =
  | { readonly kind: 'assign'; readonly helper: string }
  | { readonly kind: 'helped'; readonly words: string }
  | { readonly kind: 'notPossible'; readonly words: string }

export type HardshipRefusal = CareWordsRefusal | HelperRefusal | 'not-permitted' | 'wrong-state' | 'stale'

/** The office's moves; the same again by the same person changes nothing. */
export const moveHardship = (
  hardship: Hardship,
  move: HardshipMove,
  version: number,
  sides: readonly Side[],
  { actor, now }: Occasion,
): Decision<Hardship, HardshipRefusal> => {
  if (!sides.includes('office')) return refuse('not-permitted')
  if (version === hardship.version - 1 && isDone(hardship, move, actor.id)) return become(hardship)
  if (version !== hardship.version) return refuse('stale')
  if (hardship.status.kind !== 'open') return refuse('wrong-state')
  const next = { ...hardship, version: hardship.version + 1 }
  switch (move.kind) {
    case 'assign': {
      const helper = checkHelper(move.helper)
      return helper.ok ? become({ ...next, helper: helper.value }) : helper
    }
    case 'helped':
    case 'notPossible': {
      const words = checkCareWords(move.words)
      if (!words.ok) return words
      return become({ ...next, status: { kind: move.kind, words: words.value, by: actor.id, at: now } })
    }
    default:
      return unreachable(move)
  }
}

const isDone = ({ helper, status }: Hardship, move: HardshipMove, by: Id<'person'>): boolean =>
  move.kind === 'assign'
    ? status.kind === 'open' && helper === move.helper.trim()
    : status.kind === move.kind && status.by === by && status.words === move.words.trim()
