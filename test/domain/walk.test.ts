import fc from 'fast-check'

import type { GeoPoint } from '#domain/place'
import { distanceBetween, walkOrder, type Stop } from '#domain/walk'

const aPoint: fc.Arbitrary<GeoPoint> = fc.record({
  lng: fc.double({ min: 125.2, max: 125.4, noNaN: true }),
  lat: fc.double({ min: 43.8, max: 44, noNaN: true }),
})
const aTime = fc.option(fc.integer({ min: 0, max: 1_439 }), { nil: null })
const someStops: fc.Arbitrary<readonly Stop[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    time: aTime,
    point: fc.option(aPoint, { nil: null }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)
const aStart = fc.option(aPoint, { nil: null })

const idsOf = (stops: readonly Stop[]) => stops.map(({ id }) => id)
const at = (id: string, lng: number, time: number | null = null): Stop => ({
  ...{ id, time },
  point: { lng, lat: 43.9 },
})

describe('the way of a day', () => {
  it('leads to every stop once and to no other', () => {
    fc.assert(
      fc.property(someStops, aStart, (stops, start) => {
        expect(idsOf(walkOrder(stops, start)).sort()).toEqual(idsOf(stops).sort())
      }),
    )
  })

  it('is the same, in whatever order the stops were given', () => {
    const shuffled = someStops.chain((stops) =>
      fc.tuple(
        fc.constant(stops),
        fc.shuffledSubarray([...stops], { minLength: stops.length, maxLength: stops.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, aStart, ([stops, other], start) => {
        expect(idsOf(walkOrder(other, start))).toEqual(idsOf(walkOrder(stops, start)))
      }),
    )
  })

  it('keeps the hours in their order, and what is not on the map last', () => {
    fc.assert(
      fc.property(someStops, aStart, (stops, start) => {
        const way = walkOrder(stops, start)
        const hours = way.flatMap(({ time }) => time ?? [])
        expect(hours).toEqual([...hours].sort((one, other) => one - other))
        const lost = way.findIndex(({ time, point }) => time === null && point === null)
        if (lost >= 0)
          expect(way.slice(lost).every(({ time, point }) => time === null && point === null)).toBe(true)
      }),
    )
  })

  it('without an hour always goes to the nearest next', () => {
    const free = someStops.map((stops) =>
      stops.flatMap((stop) => (stop.point === null ? [] : [{ ...stop, point: stop.point, time: null }])),
    )
    fc.assert(
      fc.property(free, aPoint, (stops, start) => {
        const way = walkOrder(stops, start)
        way.forEach(({ point }, position) => {
          const here = position === 0 ? start : (way[position - 1]?.point ?? start)
          const reached = distanceBetween(here, point)
          for (const later of way.slice(position + 1))
            expect(distanceBetween(here, later.point)).toBeGreaterThanOrEqual(reached)
        })
      }),
    )
  })

  it('takes in between what lies between', () => {
    const way = walkOrder([at('end', 125.3, 600), at('start', 125.2, 540), at('middle', 125.25)], null)
    expect(idsOf(way)).toEqual(['start', 'middle', 'end'])
  })
})
