import type { Grant, Role } from '../actor'
import type { Id } from '../kernel/id'
import type { GrantRefusal, RevokeRefusal } from '../role'
import type { Page } from './page'

/** An entry of the roster with one of its roles; `person` once somebody has signed in with its phone. */
export interface HolderRow {
  readonly entry: Id<'rosterEntry'>
  readonly person: Id<'person'> | null
  readonly name: string
  /** masked */
  readonly phone: string
  readonly grant: Grant
  readonly scopeName: string
  readonly agencyName: string | null
}

export interface RoleEndpoints {
  'role.list': {
    input: { readonly role: Role; readonly cursor: string | null }
    output: Page<HolderRow>
    refusal: never
  }
  /** to whoever has this verified phone; where nobody has, it waits on the roster until somebody verifies it */
  'role.grant': {
    input: { readonly phone: string; readonly name: string; readonly grant: Grant }
    output: { readonly kind: 'granted' | 'awaiting' }
    refusal: GrantRefusal | 'phone-impossible' | 'unknown-scope'
  }
  'role.revoke': {
    input: {
      readonly entry: Id<'rosterEntry'>
      readonly grant: Pick<Grant, 'role' | 'scope'>
      readonly why: string
    }
    output: Record<never, never>
    refusal: RevokeRefusal | 'reason-missing'
  }
  /** a hidden phone in clear; who looked, whom at and why goes into the audit log */
  'role.unmask': {
    input: { readonly entry: Id<'rosterEntry'>; readonly why: string }
    output: { readonly phone: string }
    refusal: 'reason-missing'
  }
}
