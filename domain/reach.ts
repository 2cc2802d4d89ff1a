import type { Actor, Role, Scope } from './actor'
import { hasRole } from './actor'
import type { Id } from './kernel/id'
import { unreachable } from './kernel/unreachable'

/**
 * How far a role's permission goes. `own`: what the person made or is; `district`: all of the role's district;
 * `caseload`: the shops in the head's (or deputy's) own caseload; the others: the part the role is scoped to.
 */
export type Reach = 'own' | 'shop' | 'caseload' | 'department' | 'cell' | 'street' | 'district'

/** Where a thing lies, as far as permissions ask. */
export interface Whereabouts {
  readonly district: Id<'district'>
  readonly street: Id<'street'> | null
  readonly cell: Id<'cell'> | null
  readonly department: Id<'department'> | null
  readonly shop: Id<'shop'> | null
  /** the head of the shop's caseload and the deputy */
  readonly heads: readonly Id<'person'>[]
  /** whose it is: the reporter, the claimant, the person itself */
  readonly person: Id<'person'> | null
}

/** A thing of the district as a whole: a list, an import, the audit log. */
export const inDistrict = (district: Id<'district'>): Whereabouts => ({
  district,
  street: null,
  cell: null,
  department: null,
  shop: null,
  heads: [],
  person: null,
})

export const reaches = (actor: Actor, role: Role, reach: Reach, where: Whereabouts): boolean => {
  if (!hasRole(actor, role) || actor.district !== where.district) return false
  switch (reach) {
    case 'own':
      return where.person === actor.id
    case 'caseload':
      return where.heads.includes(actor.id)
    case 'district':
      return (
        role === 'resident' ||
        holds(actor, role, (scope) => scope.kind === 'district' && scope.district === where.district)
      )
    case 'street':
      return holds(actor, role, (scope) => scope.kind === 'street' && scope.street === where.street)
    case 'cell':
      return holds(actor, role, (scope) => scope.kind === 'cell' && scope.cell === where.cell)
    case 'department':
      return holds(
        actor,
        role,
        (scope) => scope.kind === 'department' && scope.department === where.department,
      )
    case 'shop':
      return holds(actor, role, (scope) => scope.kind === 'shop' && scope.shop === where.shop)
    default:
      return unreachable(reach)
  }
}

const holds = (actor: Actor, role: Role, suits: (scope: Scope) => boolean): boolean =>
  actor.grants.some((grant) => grant.role === role && suits(grant.scope))
