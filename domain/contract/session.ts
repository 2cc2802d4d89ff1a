import type { Role } from '../actor'
import type { Id } from '../kernel/id'

/** A role as its bearer reads it: "网格员 · 迎春社区第三网格". */
export interface RoleLine {
  readonly role: Role
  readonly scopeName: string
}

export interface Session {
  readonly person: { readonly id: Id<'person'>; readonly name: string }
  readonly roles: readonly RoleLine[]
  readonly districtName: string
  /** id of the person's signal document; it says "something newer", nothing else */
  readonly signalKey: Id<'signal'>
  readonly unread: number
}

export interface SessionEndpoints {
  'session.open': { input: Record<never, never>; output: Session; refusal: never }
}
