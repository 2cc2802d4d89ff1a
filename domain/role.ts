import type { Grant, Role, Scope } from './actor'
import { become, refuse, type Decision } from './kernel/result'

/** What each role is scoped to. A resident needs no grant; an owner gets a shop by a claim, never by a grant of command. */
export const scopeOf = {
  resident: null,
  owner: 'shop',
  volunteer: 'district',
  head: 'district',
  clerk: 'district',
  handler: 'department',
  street: 'street',
  leader: 'district',
  moderator: 'district',
  grid: 'cell',
  assessor: 'district',
  command: 'district',
} as const satisfies Record<Role, Scope['kind'] | null>

/** The roles that command hands out and takes back. */
export const officeRoles = [
  'head',
  'clerk',
  'handler',
  'street',
  'leader',
  'moderator',
  'grid',
  'assessor',
  'command',
] as const satisfies readonly Role[]
export type OfficeRole = (typeof officeRoles)[number]

export type GrantRefusal = 'not-grantable' | 'wrong-scope' | 'held-already' | 'too-many-roles'
export type RevokeRefusal = 'not-held' | 'last-command' | 'holds-shops'

/** one person's roles; a street officer with a few cells and a department stays far below */
const mostGrants = 30

export const sameScope = (a: Scope, b: Scope): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (scope: Scope) => Object.entries(scope).sort(([a], [b]) => (a < b ? -1 : 1))

const sameGrant = (a: Grant, b: Pick<Grant, 'role' | 'scope'>): boolean =>
  a.role === b.role && sameScope(a.scope, b.scope)

export const decideGrant = (
  held: readonly Grant[],
  grant: Grant,
): Decision<readonly Grant[], GrantRefusal> => {
  if (!(officeRoles as readonly Role[]).includes(grant.role)) return refuse('not-grantable')
  if (scopeOf[grant.role] !== grant.scope.kind) return refuse('wrong-scope')
  if (held.some((one) => sameGrant(one, grant))) return refuse('held-already')
  if (held.length >= mostGrants) return refuse('too-many-roles', { most: mostGrants })
  return become([...held, grant])
}

/** `others`: how many more hold command here; `shops`: how many shops the person's caseload still has. */
export const decideRevoke = (
  held: readonly Grant[],
  grant: Pick<Grant, 'role' | 'scope'>,
  { others, shops }: { readonly others: number; readonly shops: number },
): Decision<readonly Grant[], RevokeRefusal> => {
  if (!held.some((one) => sameGrant(one, grant))) return refuse('not-held')
  if (grant.role === 'command' && others === 0) return refuse('last-command')
  if (grant.role === 'head' && shops > 0) return refuse('holds-shops', { shops })
  return become(held.filter((one) => !sameGrant(one, grant)))
}
