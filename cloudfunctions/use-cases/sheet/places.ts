import type { Id } from '#domain/kernel/id'
import { communityOf, type Bounds, type Cell } from '#domain/place'
import { folded } from '#domain/sheet/cell'

import {
  findDistrict,
  listAgencies,
  listCells,
  listDepartments,
  listStreets,
  listTrades,
  type Agency,
} from '../../store/districts'

interface Named<Noun extends string> {
  readonly id: Id<Noun>
  readonly name: string
}

export type Sought<T> = { readonly found: T } | { readonly fault: 'unknown' | 'ambiguous' }

/** The district's own lists, looked up by the names that sheets use. */
export interface Places {
  readonly bounds: Bounds
  readonly agencies: readonly Agency[]
  readonly street: (name: string) => Sought<Id<'street'>>
  readonly cell: (street: Id<'street'>, name: string) => Sought<Id<'cell'>>
  /** 「街道/网格」, or the cell's name alone where only one is called so */
  readonly cellAnywhere: (name: string) => Sought<Id<'cell'>>
  readonly department: (name: string) => Sought<Id<'department'>>
  readonly trade: (name: string) => Sought<Id<'trade'>>
  readonly agency: (name: string) => Sought<Id<'agency'>>
}

const byName = <Noun extends string>(things: readonly Named<Noun>[]) => {
  const ids = new Map<string, Id<Noun>[]>()
  for (const thing of things) {
    const key = folded(thing.name)
    ids.set(key, [...(ids.get(key) ?? []), thing.id])
  }
  return (name: string): Sought<Id<Noun>> => {
    const [first, ...others] = ids.get(folded(name)) ?? []
    if (first === undefined) return { fault: 'unknown' }
    return others.length > 0 ? { fault: 'ambiguous' } : { found: first }
  }
}

/** By their own names; by the community's, where it has one cell alone. */
const cellsByName = (cells: readonly Cell[]) => {
  const own = byName(cells)
  const inCommunity = byName(cells.map((cell) => ({ id: cell.id, name: communityOf(cell) })))
  return (name: string): Sought<Id<'cell'>> => {
    const sought = own(name)
    return 'fault' in sought && sought.fault === 'unknown' ? inCommunity(name) : sought
  }
}

const pathParts = /^(.+?)[/／\\>＞-](.+)$/

export const readPlaces = async (district: Id<'district'>): Promise<Places> => {
  const [own, streets, cells, departments, trades, agencies] = await Promise.all([
    findDistrict(district),
    listStreets(district),
    listCells(district),
    listDepartments(district),
    listTrades(district),
    listAgencies(district),
  ])
  if (!own) throw new Error(`district ${district} is not on record`)
  const streetByName = byName(streets)
  const cellsOfStreets = new Map(
    streets.map(({ id }) => [id, cellsByName(cells.filter(({ street }) => street === id))]),
  )
  const anyCell = cellsByName(cells)
  const cell: Places['cell'] = (street, name) => cellsOfStreets.get(street)?.(name) ?? { fault: 'unknown' }
  return {
    bounds: own.bounds,
    agencies,
    street: streetByName,
    cell,
    cellAnywhere: (name) => {
      const whole = anyCell(name)
      const [, street, rest] = pathParts.exec(name) ?? []
      if ('found' in whole || street === undefined || rest === undefined) return whole
      const known = streetByName(street)
      return 'found' in known ? cell(known.found, rest) : known
    },
    department: byName(departments),
    trade: byName(trades),
    agency: byName(agencies),
  }
}
