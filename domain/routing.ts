import type { Id } from './kernel/id'

/** One line of the routing table: who handles this category, in one street or (null) wherever no street has its own line. */
export interface Route {
  readonly category: Id<'category'>
  readonly street: Id<'street'> | null
  readonly department: Id<'department'>
}

/** A kind of problem, with its promise in plain hours until the working-time kernel comes. */
export interface Category {
  readonly id: Id<'category'>
  readonly name: string
  readonly hours: number
}

/** The street's own line wins over the district-wide one; null: a grid worker sorts it first. */
export const chooseRoute = (
  routes: readonly Route[],
  category: Id<'category'>,
  street: Id<'street'>,
): Id<'department'> | null => {
  const lines = routes.filter((route) => route.category === category)
  const line = lines.find((route) => route.street === street) ?? lines.find((route) => route.street === null)
  return line?.department ?? null
}
