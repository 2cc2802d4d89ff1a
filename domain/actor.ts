import type { Id } from './kernel/id'

/** The roles of the district's people; the Chinese names stand in README's glossary. */
export const roles = [
  'resident',
  'owner',
  'volunteer',
  'head',
  'clerk',
  'handler',
  'street',
  'leader',
  'moderator',
  'grid',
  'assessor',
  'command',
] as const
export type Role = (typeof roles)[number]

/** A role is always scoped: to the district, or to one part of it. */
export type Scope =
  | { readonly kind: 'district'; readonly district: Id<'district'> }
  | { readonly kind: 'street'; readonly street: Id<'street'> }
  | { readonly kind: 'cell'; readonly cell: Id<'cell'> }
  | { readonly kind: 'department'; readonly department: Id<'department'> }
  | { readonly kind: 'shop'; readonly shop: Id<'shop'> }

export interface Grant {
  readonly role: Role
  readonly scope: Scope
  /** the authority its bearer acts for, which sets the remit; none for owners, volunteers and residents */
  readonly agency?: Id<'agency'>
}

/** Who is calling, from the platform's openid and the store's grants; nothing of it comes from the client. */
export interface Actor {
  readonly id: Id<'person'>
  readonly district: Id<'district'>
  readonly grants: readonly Grant[]
}

/** Everyone who opened the mini-program is a resident of it; other roles are granted. */
export const hasRole = (actor: Actor, role: Role): boolean =>
  role === 'resident' || actor.grants.some((grant) => grant.role === role)

export const worksForDepartment = (actor: Actor, department: Id<'department'>): boolean =>
  actor.grants.some(
    ({ role, scope }) => role === 'handler' && scope.kind === 'department' && scope.department === department,
  )

export const keepsCell = (actor: Actor, cell: Id<'cell'>): boolean =>
  actor.grants.some(({ role, scope }) => role === 'grid' && scope.kind === 'cell' && scope.cell === cell)

export const answersForStreet = (actor: Actor, street: Id<'street'>): boolean =>
  actor.grants.some(
    ({ role, scope }) => role === 'street' && scope.kind === 'street' && scope.street === street,
  )

export const commands = (actor: Actor, district: Id<'district'>): boolean =>
  actor.grants.some(
    ({ role, scope }) => role === 'command' && scope.kind === 'district' && scope.district === district,
  )

/** In the order of the grants. */
export const shopsOwned = ({ grants }: Pick<Actor, 'grants'>): readonly Id<'shop'>[] =>
  grants.flatMap(({ role, scope }) => (role === 'owner' && scope.kind === 'shop' ? [scope.shop] : []))

export const ownsShop = (actor: Actor, shop: Id<'shop'>): boolean => shopsOwned(actor).includes(shop)
