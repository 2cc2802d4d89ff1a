import type { Role } from '#domain/actor'
import type { TreeNode } from '#domain/contract/caseload'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import type { RosterEntry } from '#domain/roster'

import { findDistrict, findStreet, listCells, listStreets } from '../../store/districts'
import { listEntriesAt, listEntriesOfRole } from '../../store/roster'
import { countShops, type Area } from '../../store/shops'
import type { UseCase } from '../call'

/** One level at a time: the district over its streets, or a street over its cells; names and titles, never phones. */
export const readTree: UseCase<'tree.read'> = async ({ street }, { actor: { district } }) => {
  const node = street === null ? await districtNode(district) : await streetNode(district, street)
  return node ? become(node) : refuse('not-found')
}

const mostLeaders = 50

const districtNode = async (id: Id<'district'>): Promise<TreeNode | null> => {
  const [district, streets, leaders] = await Promise.all([
    findDistrict(id),
    listStreets(id),
    listEntriesOfRole(id, 'command', '', mostLeaders),
  ])
  if (!district) return null
  const children = await nodesOf(
    id,
    streets.map(({ id: place, name }) => ({ kind: 'street', id: place, name })),
  )
  const shops = children.reduce((sum, child) => sum + child.shops, 0)
  return { id, kind: 'district', name: district.name, people: inOrder(leaders), shops, children }
}

const streetNode = async (district: Id<'district'>, id: Id<'street'>): Promise<TreeNode | null> => {
  const street = await findStreet(district, id)
  if (!street) return null
  const cells = (await listCells(district)).filter((cell) => cell.street === id)
  const [[node], children] = await Promise.all([
    nodesOf(district, [{ kind: 'street', id, name: street.name }]),
    nodesOf(
      district,
      cells.map((cell) => ({ kind: 'cell', id: cell.id, name: cell.name })),
    ),
  ])
  return node ? { ...node, children } : null
}

type Place = Pick<TreeNode, 'name'> &
  (
    | { readonly kind: 'street'; readonly id: Id<'street'> }
    | { readonly kind: 'cell'; readonly id: Id<'cell'> }
  )

const areaOf = (place: Place): Area =>
  place.kind === 'street' ? { kind: 'street', street: place.id } : { kind: 'cell', cell: place.id }

/** Who answers for each place stands on the roster with a grant scoped there. */
const nodesOf = async (district: Id<'district'>, places: readonly Place[]): Promise<readonly TreeNode[]> => {
  const [entries, counts] = await Promise.all([
    listEntriesAt(
      district,
      places.map(({ kind, id }) => `${kind}:${id}`),
    ),
    Promise.all(places.map((place) => countShops(district, areaOf(place)))),
  ])
  return places.map((place, at) => ({
    ...place,
    people: inOrder(entries.filter((entry) => answersFor(entry, place))),
    shops: counts[at] ?? 0,
    children: [],
  }))
}

const inCharge: Readonly<Record<Place['kind'], Role>> = { street: 'street', cell: 'grid' }

const answersFor = ({ grants }: RosterEntry, { kind, id }: Place): boolean =>
  grants.some(
    ({ role, scope }) =>
      role === inCharge[kind] &&
      ((scope.kind === 'street' && scope.street === id) || (scope.kind === 'cell' && scope.cell === id)),
  )

/** As the office numbers its people; whoever has no number comes last. */
const inOrder = (entries: readonly RosterEntry[]): TreeNode['people'] =>
  [...entries]
    .sort((a, b) => placeOf(a).localeCompare(placeOf(b)))
    .map(({ name, title }) => ({ name, title }))

const placeOf = ({ number, id }: RosterEntry): string => `${number === null ? '1' : '0'}${number ?? id}`
