import type { Role } from '../actor'
import type { Consent, LeaveRefusal, NameRefusal } from '../person'
import type { PhotoRefusal, Uploaded } from './upload'

export interface AccountView {
  readonly name: string
  readonly avatar: string | null
  /** masked; null until verified */
  readonly phone: string | null
  readonly consents: readonly Consent[]
  readonly roles: readonly Role[]
  /** what stays under the random person id after deletion, by kind, with how many */
  readonly kept: readonly {
    readonly kind:
      'reports' | 'claims' | 'audit' | 'complaints' | 'messages' | 'guidance' | 'visits' | 'hardships'
    readonly count: number
  }[]
}

export interface AccountEndpoints {
  'account.read': { input: Record<never, never>; output: AccountView; refusal: never }
  'account.rename': { input: { readonly name: string }; output: Record<never, never>; refusal: NameRefusal }
  'account.portray': { input: Uploaded; output: { readonly avatar: string }; refusal: PhotoRefusal }
  /** `code` of WeChat's own phone button, good once for five minutes */
  'account.verifyPhone': {
    input: { readonly code: string }
    output: { readonly phone: string; readonly roles: number; readonly offers: number }
    refusal: 'code-expired'
  }
  /** everything stored of this person as one JSON file; the address opens for an hour */
  'account.export': { input: Record<never, never>; output: { readonly url: string }; refusal: never }
  'account.delete': { input: { readonly confirm: true }; output: Record<never, never>; refusal: LeaveRefusal }
}
