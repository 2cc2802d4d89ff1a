import fc from 'fast-check'
import { asId } from '#domain/kernel/id'
import {
  communityOf,
  decidePlace,
  isInside,
  nearestCell,
  spotWithin,
  type Cell,
  type GeoPoint,
} from '#domain/place'
import { aCell, cell, street } from '../support/builders'

const bounds = { west: 125, south: 43.8, east: 125.5, north: 44.1 }
const inside: GeoPoint = { lng: 125.2, lat: 43.95 }

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const point = fc.record({ lng: degrees(124.5, 126), lat: degrees(43, 45) })

describe('a cell', () => {
  it('is of the community that it names, else its own', () => {
    expect(communityOf(aCell({ name: '第一网格', community: '春晖社区' }))).toBe('春晖社区')
    expect(communityOf(aCell({ name: '春晖社区' }))).toBe('春晖社区')
  })

  it.each([
    ['春晖社区 3 号楼', '3 号楼'],
    ['春晖社区第一网格3号楼', '3号楼'],
    ['3 号楼', '3 号楼'],
    ['春晖社区', '春晖社区'],
    ['春晖社区第一网格', '春晖社区第一网格'],
  ])('the spot %s is %s below it', (spot, within) => {
    expect(spotWithin({ name: '春晖社区第一网格', community: '春晖社区' }, spot)).toBe(within)
  })
})

describe('a place', () => {
  it('is the cell, its street, the spot in words, and the point', () => {
    expect(decidePlace({ spot: 'at the gate', point: inside }, aCell(), bounds)).toEqual({
      ok: true,
      value: { cell, street, spot: 'at the gate', point: inside },
    })
  })

  it('needs no point', () => {
    expect(decidePlace({ spot: 'at the gate', point: null }, aCell(), bounds)).toMatchObject({
      ok: true,
      value: { point: null },
    })
  })

  it('needs a cell of the district', () => {
    expect(decidePlace({ spot: '', point: inside }, null, bounds)).toEqual({
      ok: false,
      code: 'unknown-cell',
    })
  })

  it('outside the outline belongs to another district', () => {
    expect(decidePlace({ spot: '', point: { lng: 125.6, lat: 44 } }, aCell(), bounds)).toEqual({
      ok: false,
      code: 'outside-district',
    })
  })

  it.each([
    ['west', { lng: bounds.west, lat: 44 }],
    ['east', { lng: bounds.east, lat: 44 }],
    ['south', { lng: 125.2, lat: bounds.south }],
    ['north', { lng: 125.2, lat: bounds.north }],
  ])('the %s edge is inside', (_, edge) => {
    expect(isInside(bounds, edge)).toBe(true)
  })

  it('one step past any edge is outside', () => {
    fc.assert(
      fc.property(point, (at) => {
        const within = at.lng >= 125 && at.lng <= 125.5 && at.lat >= 43.8 && at.lat <= 44.1
        expect(isInside(bounds, at)).toBe(within)
      }),
    )
  })
})

describe('the nearest cell', () => {
  const EARTH = 6_371_000
  const radians = (value: number) => (value * Math.PI) / 180
  /** Great-circle distance, metres. */
  const metres = (a: GeoPoint, b: GeoPoint) => {
    const half = (x: number) => Math.sin(radians(x) / 2) ** 2
    return (
      2 *
      EARTH *
      Math.asin(
        Math.sqrt(
          half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lng - a.lng),
        ),
      )
    )
  }
  const near = fc.record({ lng: degrees(125.1, 125.4), lat: degrees(43.85, 44.05) })
  const cells = fc
    .array(near, { minLength: 1, maxLength: 40 })
    .map((centres) => centres.map((centre, n) => aCell({ id: asId<'cell'>(`cell-${String(n)}`), centre })))

  it('is never more than a thousandth farther than what a search over the sphere finds', () => {
    fc.assert(
      fc.property(cells, near, (all, at) => {
        const found = nearestCell(all, at)
        const best = Math.min(...all.map(({ centre }) => metres(at, centre)))
        expect(found ? metres(at, found.centre) : Infinity).toBeLessThanOrEqual(best * 1.001 + 1)
      }),
      { numRuns: 500 },
    )
  })

  it('counts a degree of longitude for less than a degree of latitude', () => {
    const eastward = aCell({ id: asId<'cell'>('east'), centre: { lng: 125.212, lat: 43.95 } })
    const northward = aCell({ id: asId<'cell'>('north'), centre: { lng: 125.2, lat: 43.96 } })
    expect(nearestCell([northward, eastward], inside)?.id).toBe('east')
  })

  it('of two equally near is the first; of none is none', () => {
    const twin = aCell({ id: asId<'cell'>('twin') })
    expect(nearestCell([aCell(), twin], inside)?.id).toBe(cell)
    expect(nearestCell<Cell>([], inside)).toBeUndefined()
  })
})
