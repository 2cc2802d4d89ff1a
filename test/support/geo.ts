import type { Verification } from '../../tools/emulator/store/verify'
import type { TestCloud } from './local-cloud'
import { startTestCloud } from './local-cloud'

let test: TestCloud

/** A cloud for the tests of one file, with geo indexes of every kind. */
export function useGeoCloud(): void {
  beforeAll(async () => {
    test = await startTestCloud({
      indexes: {
        places: [
          { name: 'at', fields: ['at:geo'] },
          { name: 'kind', fields: ['kind'] },
        ],
        sorted: [{ name: 'kind_at_open', fields: ['kind', 'at:geo', 'open'] }],
        shops: [{ name: 'at_open', fields: ['at:geo', 'open'] }],
        two: [
          { name: 'from', fields: ['from:geo'] },
          { name: 'to', fields: ['to:geo'] },
        ],
        plain: [],
      },
    })
  })
  afterAll(() => test.close())
}

export type Pair = readonly [number, number]
export interface GeoValue {
  toJSON(): unknown
}
interface Geo {
  Point(lng: number, lat: number): GeoValue
  LineString(points: GeoValue[]): GeoValue
  Polygon(lines: GeoValue[]): GeoValue
  MultiPoint(points: GeoValue[]): GeoValue
  MultiLineString(lines: GeoValue[]): GeoValue
  MultiPolygon(polygons: GeoValue[]): GeoValue
}
interface GeoCommand {
  geoNear(near: { geometry: GeoValue; minDistance?: number; maxDistance?: number }): unknown
  geoWithin(region: { geometry?: GeoValue; centerSphere?: [Pair, number] }): unknown
  geoIntersects(region: { geometry: GeoValue }): unknown
  gte(value: unknown): unknown
  or(branches: unknown[]): unknown
}
interface Found {
  _id: string
  [field: string]: unknown
}
interface Places {
  where(query: unknown): Places
  orderBy(path: string, way: 'asc' | 'desc'): Places
  limit(count: number): Places
  get(): Promise<{ data: Found[] }>
  count(): Promise<{ total: number }>
  update(by: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
  remove(): Promise<unknown>
  add(what: { data: unknown }): Promise<{ _id: string }>
  doc(id: string): { get(): Promise<{ data: Found }> }
  aggregate(): Stages
}
interface Stages {
  geoNear(stage: Record<string, unknown>): Stages
  match(query: unknown): Stages
  limit(count: number): Stages
  end(): Promise<{ list: Found[] }>
}
interface GeoDatabase {
  readonly Geo: Geo
  readonly command: GeoCommand
  collection(name: string): Places
}
export const db = (): GeoDatabase => test.cloud.database({ throwOnNotFound: false }) as unknown as GeoDatabase
export const point = ([lng, lat]: Pair) => db().Geo.Point(lng, lat)
export const line = (pairs: readonly Pair[]) => db().Geo.LineString(pairs.map(point))
export const polygon = (...rings: readonly (readonly Pair[])[]) => db().Geo.Polygon(rings.map(line))
export const square = ([lng, lat]: Pair, half: number): Pair[] => [
  [lng - half, lat - half],
  [lng + half, lat - half],
  [lng + half, lat + half],
  [lng - half, lat + half],
  [lng - half, lat - half],
]

export const EARTH = 6_378_100
export const rad = (degrees: number) => (degrees * Math.PI) / 180
export const haversine = ([lng1, lat1]: Pair, [lng2, lat2]: Pair) => {
  const a =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lng2 - lng1) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a)))
}

interface Examined {
  documents: number
  keys: number
  plan: { index?: string[]; geo?: string[]; ids?: true; scan?: true }
}
/** What the latest query on a collection cost. */
export const costOf = async (work: () => Promise<unknown>): Promise<Examined> => {
  await test.at('/debug/counters', { method: 'DELETE' })
  await work()
  const { shapes } = (await (await test.at('/debug/counters')).json()) as { shapes: Examined[] }
  if (shapes[0] === undefined) throw new Error('no query was counted')
  return shapes[0]
}
export const fill = async (name: string, data: readonly object[]) => {
  await db()
    .collection(name)
    .where({ _id: (db().command as unknown as { exists(on: boolean): unknown }).exists(true) })
    .remove()
  if (data.length > 0) await db().collection(name).add({ data })
}
export const verification = async () =>
  (await (await test.at('/debug/verify?env=test')).json()) as Verification
