import type { Id } from '#domain/kernel/id'
import type { WorkCalendar } from '#domain/kernel/working-time'
import type { TermVersions } from '#domain/person'
import type { Bounds, Cell } from '#domain/place'
import type { ReportTerms } from '#domain/report'
import type { Category, Route } from '#domain/routing'

import { command, db, type Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

export interface District {
  readonly id: Id<'district'>
  readonly name: string
  readonly bounds: Bounds
  readonly terms: ReportTerms
  /** the texts in force, and whom to ask about them */
  readonly consent: TermVersions
  readonly contact: string
  /** when its office works; absent: the calendar every district starts from */
  readonly calendar?: WorkCalendar
  /** what stands pinned above every private desk, as the authority approved it; absent: nothing does */
  readonly deskSentence?: string
}

interface Named<Noun extends string> {
  readonly id: Id<Noun>
  readonly name: string
}
export type Street = Named<'street'>
export type Trade = Named<'trade'>

/** An authority; `trades` is its remit over shops, null: all of them. */
export interface Agency extends Named<'agency'> {
  readonly trades: readonly Id<'trade'>[] | null
}

const kinds = ['streets', 'cells', 'departments', 'categories', 'trades', 'agencies'] as const
type Kind = (typeof kinds)[number]

export const districtCollections: readonly CollectionDeclaration[] = [
  { collection: 'districts', indexes: [] },
  { collection: 'routes', indexes: [] },
  ...kinds.map((collection) => ({
    collection,
    indexes: [{ name: `${collection}_district`, fields: ['district', 'position'] }],
  })),
]

const findOne = async <T>(from: Documents, collection: string, id: string): Promise<T | null> => {
  const { data } = await from.collection(collection).doc(id).get()
  return data && (thingFrom(data) as T)
}

/** All of one district in the order of its own list; at most 1000, the service's limit for one query. */
const listAll = async <T>(kind: Kind, district: Id<'district'>): Promise<readonly T[]> => {
  const { data } = await db.collection(kind).where({ district }).orderBy('position', 'asc').limit(1000).get()
  return data.map((row) => thingFrom(row) as T)
}

export const findDistrict = (id: Id<'district'>) => findOne<District>(db, 'districts', id)

/** Another district's cell or category does not exist here. */
const findOwn = async <T>(kind: Kind, district: Id<'district'>, id: string): Promise<T | null> => {
  const found = await findOne<T & { readonly district: string }>(db, kind, id)
  return found?.district === district ? found : null
}
export const findCell = (district: Id<'district'>, id: Id<'cell'>) => findOwn<Cell>('cells', district, id)
export const findCategory = (district: Id<'district'>, id: Id<'category'>) =>
  findOwn<Category>('categories', district, id)

export const findStreet = (district: Id<'district'>, id: Id<'street'>) =>
  findOwn<Street>('streets', district, id)
export const findDepartment = (district: Id<'district'>, id: Id<'department'>) =>
  findOwn<Named<'department'>>('departments', district, id)
export const findTrade = (district: Id<'district'>, id: Id<'trade'>) => findOwn<Trade>('trades', district, id)
export const findAgency = (district: Id<'district'>, id: Id<'agency'>) =>
  findOwn<Agency>('agencies', district, id)

export const listTrades = (district: Id<'district'>) => listAll<Trade>('trades', district)
export const listAgencies = (district: Id<'district'>) => listAll<Agency>('agencies', district)
export const listStreets = (district: Id<'district'>) => listAll<Street>('streets', district)
export const listDepartments = (district: Id<'district'>) =>
  listAll<Named<'department'>>('departments', district)
export const listCells = (district: Id<'district'>) => listAll<Cell>('cells', district)
export const listCategories = (district: Id<'district'>) => listAll<Category>('categories', district)

/** The one district that an unknown visitor belongs to; a city's front door will choose among several. */
export const findHomeDistrict = async (): Promise<District> => {
  const { data } = await db.collection('districts').limit(1).get()
  const [first] = data
  if (!first) throw new Error('no district is set up in this environment')
  return thingFrom(first) as District
}

/** A line of one of the district's own lists, in its place. */
export type Placed<T> = T & { readonly district: Id<'district'>; readonly position: number }

/** The lists that a sheet may load, with each line's place. */
export const listPlaced = <T>(kind: 'streets' | 'cells' | 'departments', district: Id<'district'>) =>
  listAll<Placed<T>>(kind, district)

export const savePlaced = async <T extends { readonly id: string }>(
  kind: 'streets' | 'cells' | 'departments',
  { id, ...fields }: Placed<T>,
): Promise<void> => {
  await db.collection(kind).doc(id).set({ data: fields })
}

const routeId = (district: Id<'district'>, category: Id<'category'>, street: Id<'street'> | null) =>
  `${district}:${category}:${street ?? '*'}`

/** The lines of the routing table that can matter here: the street's own and the district-wide one. */
export const findRoutes = async (
  district: Id<'district'>,
  category: Id<'category'>,
  street: Id<'street'>,
): Promise<readonly Route[]> => {
  const lines = await Promise.all([
    findOne<Route>(db, 'routes', routeId(district, category, street)),
    findOne<Route>(db, 'routes', routeId(district, category, null)),
  ])
  return lines.filter((line) => line !== null)
}

export const saveRoutes = (district: Id<'district'>, routes: readonly Route[]) =>
  db.collection('routes').add({
    data: routes.map((route) => ({ _id: routeId(district, route.category, route.street), ...route })),
  })

/** Names of the streets, cells, departments or categories with these ids. */
export const namesOf = async (kind: Kind, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { data } = await db
    .collection(kind)
    .where({ _id: command.in(wanted) })
    .limit(wanted.length)
    .get()
  return new Map(data.map((row) => [row._id, String(row['name'])]))
}
