import type { Role } from '#domain/actor'
import type { TreeNode, TreePerson } from '#domain/contract/caseload'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { communityOf, spotWithin, type Cell } from '#domain/place'
import type { RosterEntry } from '#domain/roster'

import { findDistrict, findStreet, listCells, listStreets } from '../../store/districts'
import { listEntriesAt, listEntriesOfRole } from '../../store/roster'
import { countShops, type Area } from '../../store/shops'
import type { UseCase } from '../call'

/** The district over its streets, or a street over its communities with their cells; names and titles, never phones. */
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
  return {
    id,
    kind: 'district',
    name: district.name,
    people: inOrder(leaders).map((entry) => personOf(entry, null)),
    shops,
    children,
  }
}

const streetNode = async (district: Id<'district'>, id: Id<'street'>): Promise<TreeNode | null> => {
  const street = await findStreet(district, id)
  if (!street) return null
  const cells = (await listCells(district)).filter((cell) => cell.street === id)
  const [[node], children] = await Promise.all([
    nodesOf(district, [{ kind: 'street', id, name: street.name }]),
    communitiesOf(district, id, cells),
  ])
  return node ? { ...node, children } : null
}

/** In the order of their first cells. */
const communitiesOf = async (
  district: Id<'district'>,
  street: Id<'street'>,
  cells: readonly Cell[],
): Promise<readonly TreeNode[]> => {
  const held = await placesHeld(
    district,
    cells.map((cell) => ({ kind: 'cell', id: cell.id, name: cell.name, cell })),
  )
  const names = [...new Set(cells.map(communityOf))]
  return names.flatMap((name) => {
    const members = held.filter(({ place }) => place.kind === 'cell' && communityOf(place.cell) === name)
    const [only, ...others] = members
    if (only && others.length === 0 && only.place.name === name) return [nodeOf(only)]
    const everywhere = answeringForAll(members)
    const children = members.map((one) =>
      nodeOf({ ...one, entries: one.entries.filter((entry) => !everywhere.includes(entry)) }),
    )
    const shops = children.reduce((sum, child) => sum + child.shops, 0)
    return [
      {
        ...{ id: `${street}:${name}`, kind: 'community', name, shops, children },
        people: inOrder(everywhere).map((entry) => personOf(entry, null)),
      },
    ]
  })
}

/** Who answers for each of several cells answers for their community, unless it is for one spot. */
const answeringForAll = ([first, ...others]: readonly Held[]): readonly RosterEntry[] =>
  first === undefined || others.length === 0
    ? []
    : first.entries.filter(
        (entry) => entry.spot === undefined && others.every(({ entries }) => entries.includes(entry)),
      )

type Place = Pick<TreeNode, 'name'> &
  (
    | { readonly kind: 'street'; readonly id: Id<'street'> }
    | { readonly kind: 'cell'; readonly id: Id<'cell'>; readonly cell: Cell }
  )

/** A place with who answers for it and how many shops lie in it. */
interface Held {
  readonly place: Place
  readonly entries: readonly RosterEntry[]
  readonly shops: number
}

const areaOf = (place: Place): Area =>
  place.kind === 'street' ? { kind: 'street', street: place.id } : { kind: 'cell', cell: place.id }

const nodesOf = async (district: Id<'district'>, places: readonly Place[]): Promise<readonly TreeNode[]> =>
  (await placesHeld(district, places)).map(nodeOf)

const nodeOf = ({ place, entries, shops }: Held): TreeNode => ({
  ...{ id: place.id, kind: place.kind, name: place.name, shops, children: [] },
  people: inOrder(entries).map((entry) => personOf(entry, place.kind === 'cell' ? place.cell : null)),
})

/** Who answers for each place stands on the roster with a grant scoped there. */
const placesHeld = async (district: Id<'district'>, places: readonly Place[]): Promise<readonly Held[]> => {
  const [entries, counts] = await Promise.all([
    listEntriesAt(
      district,
      places.map(({ kind, id }) => `${kind}:${id}`),
    ),
    Promise.all(places.map((place) => countShops(district, areaOf(place)))),
  ])
  return places.map((place, at) => ({
    place,
    entries: entries.filter((entry) => answersFor(entry, place)),
    shops: counts[at] ?? 0,
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
const inOrder = (entries: readonly RosterEntry[]): readonly RosterEntry[] =>
  [...entries].sort((a, b) => rankOf(a).localeCompare(rankOf(b)))

const rankOf = ({ number, id }: RosterEntry): string => `${number === null ? '1' : '0'}${number ?? id}`

/** A spot is one of a cell: whoever leads the street or the district stands there without it. */
const personOf = ({ name, title, spot }: RosterEntry, cell: Cell | null): TreePerson => ({
  ...{ name, title },
  spot: spot === undefined || cell === null ? null : spotWithin(cell, spot),
})
