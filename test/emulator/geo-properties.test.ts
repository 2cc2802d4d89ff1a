import fc from 'fast-check'
import type { GeoValue, Pair } from '../support/geo'
import {
  db,
  fill,
  haversine,
  line,
  point,
  polygon,
  rad,
  square,
  useGeoCloud,
  verification,
} from '../support/geo'

useGeoCloud()

/** Places close together, places all over the country, and some beyond it up to the poles. */
const place: fc.Arbitrary<Pair> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
    .map(([x, y]): Pair => [113.3 + x / 500, 23.1 + y / 500]),
  fc.tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 54, noNaN: true })),
  fc
    .tuple(fc.integer({ min: -17, max: 17 }), fc.integer({ min: -9, max: 9 }))
    .map(([x, y]): Pair => [x * 10, y * 10]),
)
const kind = fc.constantFrom('a', 'b', 'c')
const spot = fc.record({ at: place, kind, open: fc.boolean() })
type Spot = typeof spot extends fc.Arbitrary<infer T> ? T : never
const stored = (spots: readonly Spot[]) =>
  spots.map((one, n) => ({ ...one, _id: `s${String(n)}`, at: point(one.at) }))

const near = fc.record({
  center: place,
  min: fc.option(fc.constantFrom(0, 100, 5000, 500_000), { nil: undefined }),
  max: fc.option(fc.constantFrom(1, 300, 2500, 20_000, 3_000_000), { nil: undefined }),
  wanted: fc.option(
    fc.record({ kind, open: fc.option(fc.boolean(), { nil: undefined }) }, { requiredKeys: ['kind'] }),
    { nil: undefined },
  ),
  limit: fc.integer({ min: 1, max: 12 }),
})
const clean = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

it.each(['places', 'sorted', 'shops'])(
  'finds what is near exactly as measuring every place does (%s)',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(spot, { minLength: 1, maxLength: 40 }),
        fc.array(near, { minLength: 1, maxLength: 4 }),
        async (spots, questions) => {
          await fill(name, stored(spots))
          for (const { center, min, max, limit, ...rest } of questions) {
            const wanted = clean(rest.wanted ?? (name === 'sorted' ? { kind: 'a' } : {}))
            const { data } = await db()
              .collection(name)
              .where({
                ...wanted,
                at: db().command.geoNear({
                  geometry: point(center),
                  ...clean({ minDistance: min, maxDistance: max }),
                }),
              })
              .limit(limit)
              .get()
            const distances = spots
              .filter((one) =>
                Object.entries(wanted).every(([field, value]) => one[field as keyof Spot] === value),
              )
              .map((one) => haversine(center, one.at))
              .filter((metres) => metres >= (min ?? 0) - 1e-3 && metres <= (max ?? Infinity) + 1e-3)
              .sort((a, b) => a - b)
              .slice(0, limit)
            const answered = data.map(({ _id }) =>
              haversine(center, spots[Number(_id.slice(1))]?.at ?? [0, 0]),
            )
            expect(answered.length).toBe(distances.length)
            answered.forEach((metres, n) => {
              expect(Math.abs(metres - (distances[n] ?? NaN))).toBeLessThan(0.5)
            })
          }
        },
      ),
      { numRuns: 25 },
    )
    expect(await verification()).toMatchObject({ ok: true })
  },
)

/** On a plane, which small areas are: places within a kilometre of the border are left out. */
const insidePlane = ([x, y]: Pair, ring: readonly Pair[]): boolean => {
  let inside = false
  ring.slice(1).forEach(([x2, y2], n) => {
    const [x1, y1] = ring[n] ?? [0, 0]
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
  })
  return inside
}
const besideBorder = ([x, y]: Pair, ring: readonly Pair[]): boolean =>
  ring.slice(1).some(([x2, y2], n) => {
    const [x1, y1] = ring[n] ?? [0, 0]
    const along = Math.max(
      0,
      Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)),
    )
    return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) < 0.01
  })
/** A star around a place: its corners at rising angles, so that it never crosses itself. */
const star = fc
  .record({
    center: fc.tuple(
      fc.double({ min: 80, max: 130, noNaN: true }),
      fc.double({ min: 20, max: 50, noNaN: true }),
    ),
    reach: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 7 }),
  })
  .map(({ center: [lng, lat], reach }) => {
    const corner = (n: number, scale: number): Pair => {
      const turn = (2 * Math.PI * n) / reach.length
      const length = (reach[n % reach.length] ?? 1) * scale
      return [lng + length * Math.cos(turn), lat + length * Math.sin(turn)]
    }
    const ring = (scale: number) => [...reach.keys(), 0].map((n) => corner(n, scale))
    return { center: [lng, lat] as Pair, outer: ring(1), hole: ring(0.3) }
  })

it('finds what lies in an area with a hole exactly as a plane geometry over every place does', async () => {
  await fc.assert(
    fc.asyncProperty(
      star,
      fc.array(
        fc.tuple(
          fc.double({ min: -1.2, max: 1.2, noNaN: true }),
          fc.double({ min: -1.2, max: 1.2, noNaN: true }),
        ),
        { minLength: 1, maxLength: 40 },
      ),
      fc.boolean(),
      async ({ center, outer, hole }, offsets, withHole) => {
        const spots = offsets.map(([x, y]): Pair => [center[0] + x, center[1] + y])
        await fill('places', stored(spots.map((at) => ({ at, kind: 'a', open: true }))))
        const area = withHole ? polygon(outer, hole) : polygon(outer)
        const sure = spots.map((at) => !besideBorder(at, outer) && !(withHole && besideBorder(at, hole)))
        const expected = spots.flatMap((at, n) =>
          sure[n] === true && insidePlane(at, outer) && !(withHole && insidePlane(at, hole)) ? [n] : [],
        )
        for (const asked of [
          db().command.geoWithin({ geometry: area }),
          db().command.geoIntersects({ geometry: area }),
        ]) {
          const { data } = await db().collection('places').where({ at: asked }).limit(1000).get()
          const found = data.map(({ _id }) => Number(_id.slice(1))).sort((a, b) => a - b)
          expect(found.filter((n) => sure[n])).toEqual(expected)
        }
      },
    ),
    { numRuns: 25 },
  )
})

const shape = fc
  .record({
    type: fc.constantFrom('point', 'line', 'square', 'holed', 'points', 'lines', 'squares'),
    at: place,
    half: fc.constantFrom(0.001, 0.02, 1, 4),
  })
  .filter(({ at, half }) => Math.abs(at[1]) + half < 90 && Math.abs(at[0]) + half < 180)
const drawn = ({ type, at, half }: typeof shape extends fc.Arbitrary<infer T> ? T : never): GeoValue => {
  const [lng, lat] = at
  const across: Pair[] = [[lng - half, lat - half / 2], at, [lng + half, lat + half]]
  switch (type) {
    case 'point':
      return point(at)
    case 'line':
      return line(across)
    case 'square':
      return polygon(square(at, half))
    case 'holed':
      return polygon(square(at, half), square(at, half / 2))
    case 'points':
      return db().Geo.MultiPoint(across.map(point))
    case 'lines':
      return db().Geo.MultiLineString([line(across), line(square(at, half))])
    case 'squares':
      return db().Geo.MultiPolygon([
        polygon(square(at, half)),
        polygon(square([lng, lat - 3 * half > -90 ? lat - 2.5 * half : lat], half)),
      ])
  }
}

it('finds shapes of every kind by index as it does without one', async () => {
  const plain = (name: string, asked: unknown) =>
    db()
      .collection(name)
      .where({ at: asked })
      .limit(1000)
      .get()
      .then(({ data }) => data.map(({ _id }) => _id).sort())
  await fc.assert(
    fc.asyncProperty(
      fc.array(shape, { minLength: 1, maxLength: 20 }),
      fc.array(shape, { minLength: 1, maxLength: 4 }),
      async (shapes, asked) => {
        const documents = shapes.map((one, n) => ({ _id: `s${String(n)}`, at: drawn(one) }))
        await fill('places', documents)
        await fill('plain', documents)
        for (const one of asked) {
          const geometry = drawn(one)
          const intersects = db().command.geoIntersects({ geometry })
          expect(await plain('places', intersects)).toEqual(await plain('plain', intersects))
          const within =
            one.type.startsWith('square') || one.type === 'holed'
              ? db().command.geoWithin({ geometry })
              : db().command.geoWithin({ centerSphere: [one.at, rad(one.half)] })
          expect(await plain('places', within)).toEqual(await plain('plain', within))
          const { data } = await db()
            .collection('places')
            .where({ at: db().command.geoNear({ geometry: point(one.at) }) })
            .limit(1000)
            .get()
          expect(data.length).toBe(shapes.length)
        }
      },
    ),
    { numRuns: 12 },
  )
  expect(await verification()).toMatchObject({ ok: true })
})
