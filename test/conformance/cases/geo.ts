import assert from 'node:assert/strict'
import type { Case, Tools } from '../case'
import { code, failsWith, idsOf, seed, sorted } from '../case'
import type { Data, Database } from '../sdk'

/** Along one parallel in Guangzhou: 0, about 1 km, about 10 km and about 100 km east of the first. */
const placesOf = ({ Geo }: Database): Data[] => [
  { _id: 'here', place: Geo.Point(113.264, 23.129) },
  { _id: '1 km', place: Geo.Point(113.2738, 23.129) },
  { _id: '10 km', place: Geo.Point(113.362, 23.129) },
  { _id: '100 km', place: Geo.Point(114.244, 23.129) },
  { _id: 'nowhere' },
]
const square = ({ Geo }: Database, from: number, to: number): unknown =>
  Geo.Polygon([
    Geo.LineString([
      Geo.Point(from, 23),
      Geo.Point(to, 23),
      Geo.Point(to, 23.3),
      Geo.Point(from, 23.3),
      Geo.Point(from, 23),
    ]),
  ])

const found = (
  name: string,
  query: (tools: Tools) => unknown,
  expected: readonly string[],
  inOrder = false,
): Case => ({
  name,
  run: async (tools) => {
    await seed(tools.places, placesOf(tools.db))
    const ids = idsOf((await tools.places.where(query(tools)).get()).data)
    assert.deepEqual(inOrder ? ids : sorted(ids), inOrder ? expected : sorted(expected))
  },
})

/**
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command/Command.geoNear.html
 * and https://www.mongodb.com/docs/manual/reference/operator/query-geospatial/
 */
export const geoCases: readonly Case[] = [
  {
    name: 'every geo type comes back as it went',
    run: async ({ plain, db }) => {
      const { Geo } = db
      const line = Geo.LineString([Geo.Point(1, 2), Geo.Point(3, 4)])
      const data = {
        point: Geo.Point(113.264, -23.5),
        line,
        polygon: square(db, 113, 114),
        points: Geo.MultiPoint([Geo.Point(1, 2), Geo.Point(3, 4)]),
        lines: Geo.MultiLineString([line]),
        polygons: Geo.MultiPolygon([square(db, 113, 114)]),
      }
      await plain.add({ data: { _id: 'one', ...data } })
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', ...data })
    },
  },
  {
    name: 'a point may be updated',
    run: async ({ plain, db }) => {
      await plain.add({ data: { _id: 'one', place: db.Geo.Point(1, 2) } })
      await plain.doc('one').update({ data: { place: db.Geo.Point(3, 4) } })
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', place: db.Geo.Point(3, 4) })
    },
  },
  found(
    'geoNear gives the nearest first',
    ({ _, db }) => ({ place: _.geoNear({ geometry: db.Geo.Point(113.264, 23.129) }) }),
    ['here', '1 km', '10 km', '100 km'],
    true,
  ),
  found(
    'geoNear keeps the distances, in metres',
    ({ _, db }) => ({
      place: _.geoNear({ geometry: db.Geo.Point(113.264, 23.129), minDistance: 500, maxDistance: 11_000 }),
    }),
    ['1 km', '10 km'],
    true,
  ),
  found(
    'geoNear stands beside other conditions',
    ({ _, db }) => ({
      _id: _.neq('1 km'),
      place: _.geoNear({ geometry: db.Geo.Point(113.35, 23.129), maxDistance: 20_000 }),
    }),
    ['10 km', 'here'],
    true,
  ),
  found(
    'geoWithin takes what lies in a polygon',
    ({ _, db }) => ({ place: _.geoWithin({ geometry: square(db, 113.27, 113.4) }) }),
    ['1 km', '10 km'],
  ),
  found(
    'geoWithin takes many polygons',
    ({ _, db }) => ({
      place: _.geoWithin({
        geometry: db.Geo.MultiPolygon([square(db, 113.2, 113.27), square(db, 114.1, 114.3)]),
      }),
    }),
    ['here', '100 km'],
  ),
  found(
    'geoWithin takes a circle, its radius in radians',
    ({ _ }) => ({ place: _.geoWithin({ centerSphere: [[113.264, 23.129], 2 / 6378.1] }) }),
    ['here', '1 km'],
  ),
  found(
    'geoIntersects takes what touches a polygon',
    ({ _, db }) => ({ place: _.geoIntersects({ geometry: square(db, 113.2, 113.3) }) }),
    ['here', '1 km'],
  ),
  {
    name: 'geoIntersects finds lines and polygons that cross',
    run: async ({ places, db, _ }) => {
      const { Geo } = db
      await seed(places, [
        { _id: 'crossing', place: Geo.LineString([Geo.Point(113.1, 23.1), Geo.Point(113.9, 23.1)]) },
        { _id: 'apart', place: Geo.LineString([Geo.Point(10, 10), Geo.Point(11, 10)]) },
        { _id: 'around', place: square(db, 113, 114) },
      ])
      const geometry = square(db, 113.4, 113.5)
      const { data } = await places.where({ place: _.geoIntersects({ geometry }) }).get()
      assert.deepEqual(sorted(idsOf(data)), ['around', 'crossing'])
    },
  },
  {
    name: 'geoNear without a geo index is refused',
    run: async ({ plain, db, _ }) => {
      await seed(plain, placesOf(db))
      const asked = plain.where({ place: _.geoNear({ geometry: db.Geo.Point(113, 23) }) })
      await failsWith(code.request, asked.get())
    },
  },
  {
    name: 'the geoNear stage tells the distance in metres, nearest first',
    run: async ({ places, db }) => {
      await seed(places, placesOf(db))
      const { list } = await places
        .aggregate()
        .geoNear({
          near: db.Geo.Point(113.264, 23.129),
          spherical: true,
          distanceField: 'distance',
          maxDistance: 20_000,
        })
        .project({ distance: 1 })
        .end()
      assert.deepEqual(idsOf(list), ['here', '1 km', '10 km'])
      const [here = -1, near = -1, far = -1] = list.map(({ distance }) => Number(distance))
      assert.ok(here < 1, String(here))
      assert.ok(Math.abs(near - 1003) < 15, String(near))
      assert.ok(Math.abs(far - 10_030) < 100, String(far))
    },
  },
  {
    name: 'the geoNear stage takes a query',
    run: async ({ places, db, _ }) => {
      await seed(places, placesOf(db))
      const { list } = await places
        .aggregate()
        .geoNear({
          near: db.Geo.Point(113.264, 23.129),
          spherical: true,
          distanceField: 'distance',
          query: { _id: _.neq('here') },
        })
        .limit(1)
        .end()
      assert.deepEqual(idsOf(list), ['1 km'])
    },
  },
]
