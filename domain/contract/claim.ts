import type { Claim, ClaimMove, ClaimRefusal, ClaimStatus } from '../claim'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { Page } from './page'
import type { PhotoRefusal, Uploaded } from './upload'

/** 「这是您的店吗？」: a shop whose register phone, or whose owner's invitation, matches my verified phone. */
export interface ShopOffer {
  readonly shop: Id<'shop'>
  readonly name: string
  readonly trade: string
  readonly address: string
  readonly as: Claim['as']
}

export interface ClaimRow {
  readonly id: Id<'claim'>
  readonly version: number
  readonly shop: Id<'shop'>
  readonly shopName: string
  readonly address: string
  /** masked, except one's own */
  readonly claimant: string
  readonly as: Claim['as']
  readonly way: Claim['way']
  readonly at: Instant
  readonly status: ClaimStatus
  readonly photos: readonly string[]
  readonly moves: readonly ClaimMove[]
}

interface MoveInput {
  readonly id: Id<'claim'>
  readonly version: number
  readonly key: string
  readonly words: string
}
interface Move {
  input: MoveInput
  output: { readonly version: number }
  refusal: ClaimRefusal
}

export interface ClaimEndpoints {
  'claim.offers': { input: Record<never, never>; output: readonly ShopOffer[]; refusal: never }
  /** yes: in at once, and the head is told; no: not offered again */
  'claim.answer': {
    input: { readonly shop: Id<'shop'>; readonly yes: boolean; readonly key: string }
    output: { readonly id: Id<'claim'> | null }
    refusal: 'no-offer' | 'held-already'
  }
  /** by the shop's QR and a photo of its licence; the head confirms */
  'claim.ask': {
    input: Uploaded & { readonly code: Id<'shopCode'>; readonly key: string }
    output: { readonly id: Id<'claim'> }
    refusal: PhotoRefusal | 'held-already' | 'asked-already' | 'phone-needed'
  }
  'claim.list': {
    input: {
      readonly scope: 'mine' | 'work'
      readonly filter: 'open' | 'all'
      readonly cursor: string | null
    }
    output: Page<ClaimRow>
    refusal: never
  }
  'claim.confirm': Move
  'claim.refuse': Move
  'claim.undo': Move
  'claim.contest': Move
  'claim.uphold': Move
  'claim.overturn': Move
  'claim.leave': Move
  /** an owner names an agent (经办人) by phone; whoever has that phone verified is offered the shop */
  'agent.invite': {
    input: { readonly shop: Id<'shop'>; readonly phone: string; readonly name: string; readonly key: string }
    output: Record<never, never>
    refusal: 'phone-impossible' | 'name-missing' | 'too-many-agents'
  }
}
