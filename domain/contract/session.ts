import type { Role } from '../actor'
import type { Id } from '../kernel/id'
import type { TermVersions } from '../person'

/** A role as its bearer reads it: "网格员 · 迎春社区第三网格". */
export interface RoleLine {
  readonly role: Role
  readonly scopeName: string
  /** an owner's shop: what is read of it needs no list first; null for every other role */
  readonly shop: Id<'shop'> | null
}

/** What the privacy guide needs of the district: the current texts' versions, and who answers questions about them. */
export interface Guide {
  readonly versions: TermVersions
  readonly contact: string
}

/** Somebody who has not agreed yet: nothing is stored of them, reading what is public stays free. */
export interface Visit {
  readonly kind: 'visitor'
  readonly districtName: string
  readonly guide: Guide
}

export interface Session {
  readonly kind: 'person'
  readonly person: {
    readonly id: Id<'person'>
    readonly name: string
    /** a temporary address, one hour */
    readonly avatar: string | null
    readonly phone: string | null
  }
  readonly roles: readonly RoleLine[]
  readonly districtName: string
  /** the texts have changed since this person agreed: ask again */
  readonly outdated: boolean
  readonly guide: Guide
  /** id of the person's signal document; it says "something newer", nothing else */
  readonly signalKey: Id<'signal'>
  readonly unread: number
}

export interface SessionEndpoints {
  'session.open': { input: Record<never, never>; output: Session | Visit; refusal: never }
  /** the first agreement registers the person; a later one is added to the history */
  'session.agree': { input: TermVersions; output: Record<never, never>; refusal: 'outdated-terms' }
}
