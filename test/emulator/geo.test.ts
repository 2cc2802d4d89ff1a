import type { GeoValue, Pair } from '../support/geo'
import {
  EARTH,
  costOf,
  db,
  fill,
  haversine,
  line,
  point,
  polygon,
  square,
  useGeoCloud,
  verification,
} from '../support/geo'
import { failureOf } from '../support/local-cloud'

useGeoCloud()

it('tells inside, touching and apart for areas, lines and holes', async () => {
  const home: Pair = [113, 23]
  await fill('places', [
    { _id: 'inner', at: polygon(square(home, 0.1)) },
    { _id: 'in the hole', at: polygon(square(home, 0.3)) },
    { _id: 'around', at: polygon(square(home, 5)) },
    {
      _id: 'across',
      at: line([
        [112, 23],
        [114.5, 23],
      ]),
    },
    { _id: 'far', at: point([100, 40]) },
    { _id: 'corner', at: point([114, 24]) },
    { _id: 'list', at: [point([100, 40]), point([113.9, 23.9])] },
  ])
  const ids = async (asked: unknown) =>
    (await db().collection('places').where({ at: asked }).get()).data.map(({ _id }) => _id).sort()
  const area = polygon(square(home, 1))
  const ring = polygon(square(home, 1), square(home, 0.5))
  expect(await ids(db().command.geoWithin({ geometry: area }))).toEqual([
    'corner',
    'in the hole',
    'inner',
    'list',
  ])
  expect(await ids(db().command.geoWithin({ geometry: ring }))).toEqual(['corner', 'list'])
  expect(await ids(db().command.geoIntersects({ geometry: area }))).toEqual([
    'across',
    'around',
    'corner',
    'in the hole',
    'inner',
    'list',
  ])
  expect(await ids(db().command.geoIntersects({ geometry: ring }))).toEqual([
    'across',
    'around',
    'corner',
    'list',
  ])
  expect(await ids(db().command.geoIntersects({ geometry: point(home) }))).toEqual(
    ['across', 'around', 'in the hole', 'inner'].filter((id) => id !== 'across'),
  )
  expect(await ids(db().command.geoWithin({ centerSphere: [home, 20_000 / EARTH] }))).toEqual(['inner'])
  const nearest = await db()
    .collection('places')
    .where({ at: db().command.geoNear({ geometry: point([113.2, 23]), maxDistance: 200_000 }) })
    .get()
  expect(nearest.data.slice(-2).map(({ _id }) => _id)).toEqual(['list', 'corner'])
})

it('gives geometries back as the SDK made them', async () => {
  const made = {
    point: point([113.3, 23.1]),
    line: line([
      [1, 2],
      [3, 4],
    ]),
    area: polygon(square([10, 10], 2), square([10, 10], 1)),
    points: db().Geo.MultiPoint([point([1, 2])]),
  }
  const { _id } = await db().collection('plain').add({ data: made })
  const { data } = await db().collection('plain').doc(_id).get()
  for (const [field, value] of Object.entries(made))
    expect((data[field] as GeoValue).toJSON()).toEqual(value.toJSON())
})

it('examines little more than it returns, with other conditions read off the index', async () => {
  const random = (n: number) => ((n * 2654435761) % 1000) / 1000
  await fill(
    'shops',
    Array.from({ length: 800 }, (_, n) => ({
      _id: `s${String(n)}`,
      at: point([113 + random(n) / 2, 23 + random(n * 7 + 3) / 2]),
      open: n % 4 === 0,
    })),
  )
  const center = point([113.21, 23.23])
  const ask = (query: Record<string, unknown>, limit: number) =>
    costOf(() => db().collection('shops').where(query).limit(limit).get())
  const anyShop = await ask({ at: db().command.geoNear({ geometry: center }) }, 20)
  expect(anyShop.documents).toBeLessThanOrEqual(22)
  expect(anyShop.keys).toBeLessThan(500)
  expect(anyShop.plan).toEqual({ geo: ['at_open'] })
  const openShops = await ask(
    { open: true, at: db().command.geoNear({ geometry: center, maxDistance: 20_000 }) },
    20,
  )
  expect(openShops.documents).toBeLessThanOrEqual(22)
  const box = await ask(
    { at: db().command.geoWithin({ geometry: polygon(square([113.2, 23.2], 0.05)) }) },
    1000,
  )
  const { total } = await db()
    .collection('shops')
    .where({ at: db().command.geoWithin({ geometry: polygon(square([113.2, 23.2], 0.05)) }) })
    .count()
  expect(total).toBeGreaterThan(5)
  expect(box.documents).toBeLessThan(total * 3 + 10)
  expect(box.plan).toEqual({ index: ['at_open'] })
})

it('measures distances in a pipeline that starts with geoNear', async () => {
  await fill('shops', [
    { _id: 'near', at: point([113.301, 23.1]), open: true, area: 1 },
    { _id: 'nearer', at: point([113.3005, 23.1]), open: false },
    { _id: 'far', at: point([114, 23.1]), open: true },
  ])
  const center = { longitude: 113.3, latitude: 23.1 }
  const stage = () => ({
    near: db().Geo.Point(113.3, 23.1),
    spherical: true,
    distanceField: 'how.far',
    includeLocs: 'how.there',
  })
  const { list } = await db()
    .collection('shops')
    .aggregate()
    .geoNear({ ...stage(), maxDistance: 10_000 })
    .end()
  expect(list.map(({ _id }) => _id)).toEqual(['nearer', 'near'])
  const { far } = list[1]?.['how'] as { far: number }
  expect(far).toBeCloseTo(haversine([center.longitude, center.latitude], [113.301, 23.1]), 3)
  const inKilometres = await db()
    .collection('shops')
    .aggregate()
    .geoNear({ ...stage(), query: { open: true }, distanceMultiplier: 0.001, minDistance: 1000 })
    .end()
  expect(inKilometres.list.map(({ _id, how }) => [_id, Math.round((how as { far: number }).far)])).toEqual([
    ['far', 72],
  ])
  expect(
    (
      await db()
        .collection('shops')
        .aggregate()
        .geoNear({ ...stage(), limit: 1 })
        .end()
    ).list,
  ).toHaveLength(1)
})

it('refuses what the service refuses: no index, a bad place, a near inside an or, a second stage', async () => {
  const nearHome = db().command.geoNear({ geometry: point([113, 23]) })
  const refused = (call: Promise<unknown>) => failureOf(call).then(({ errMsg }) => errMsg)
  expect(await refused(db().collection('plain').where({ at: nearHome }).get())).toContain(
    'unable to find index for $geoNear query',
  )
  expect(
    await refused(
      db()
        .collection('places')
        .where(db().command.or([{ at: nearHome }, { kind: 'a' }]))
        .get(),
    ),
  ).toContain('not allowed in this context')
  expect(
    await refused(
      db()
        .collection('places')
        .add({ data: { at: { type: 'Point', coordinates: [200, 0] } } }),
    ),
  ).toContain("Can't extract geo keys")
  expect(
    await refused(
      db()
        .collection('places')
        .add({ data: { at: 'here' } }),
    ),
  ).toContain("Can't extract geo keys")
  const stage = () => ({ near: db().Geo.Point(113, 23), spherical: true, distanceField: 'd' })
  expect(
    await refused(db().collection('places').aggregate().match({ kind: 'a' }).geoNear(stage()).end()),
  ).toContain('first stage')
  expect(await refused(db().collection('plain').aggregate().geoNear(stage()).end())).toContain('geo index')
  expect(await refused(db().collection('two').aggregate().geoNear(stage()).end())).toContain('key')
  expect(
    (
      await db()
        .collection('two')
        .aggregate()
        .geoNear({ ...stage(), key: 'to' })
        .end()
    ).list,
  ).toEqual([])
})

it('orders what is near by another field when asked, counts and updates it, and keeps documents without a place', async () => {
  await fill('places', [
    { _id: 'a', at: point([113.3, 23.1]), rank: 2 },
    { _id: 'b', at: point([113.31, 23.1]), rank: 1 },
    { _id: 'nowhere', at: null },
    { _id: 'none' },
  ])
  const around = { at: db().command.geoNear({ geometry: point([113.3, 23.1]), maxDistance: 5000 }) }
  const { data } = await db().collection('places').where(around).orderBy('rank', 'asc').get()
  expect(data.map(({ _id }) => _id)).toEqual(['b', 'a'])
  expect((await db().collection('places').where(around).count()).total).toBe(2)
  expect(
    (
      await db()
        .collection('places')
        .where(around)
        .update({ data: { seen: true } })
    ).stats.updated,
  ).toBe(2)
  expect((await db().collection('places').where({}).count()).total).toBe(4)
  expect(await verification()).toMatchObject({ ok: true })
})
