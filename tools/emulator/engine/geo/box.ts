import type { Cap } from './relations'
import type { Shape } from './shape'
import { latitudeOnArc, longitudeStep } from './shape'
import type { Position } from './sphere'
import { cross, degrees, lengthOf, vectorAt } from './sphere'

/** A rectangle of longitudes and latitudes in degrees, west ≤ east. */
export interface Box {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** Wider than any rounding in the geometry (about 0.1 mm). */
const MARGIN = 1e-9

/** Rectangles that hold the whole shape; a part across the antimeridian gives two. */
export function boxesOf(shape: Shape): Box[] {
  return [
    ...shape.points.flatMap(({ position }) => around([position], false)),
    ...shape.lines.flatMap(({ positions }) => around(positions, false)),
    ...shape.areas.flatMap(({ outer: { positions, holdsPole } }) => {
      const boxes = around(positions, true)
      if (!holdsPole.north && !holdsPole.south) return boxes
      const south = holdsPole.south ? -90 : Math.min(...boxes.map((box) => box.south))
      return [
        {
          west: -180,
          east: 180,
          south,
          north: holdsPole.north ? 90 : Math.max(...boxes.map((box) => box.north)),
        },
      ]
    }),
  ]
}

export function boxesOfCap({ position: { lng, lat }, radius }: Pick<Cap, 'position' | 'radius'>): Box[] {
  const reach = degrees(radius)
  const [south, north] = [lat - reach, lat + reach]
  if (south <= -90 || north >= 90)
    return [{ west: -180, east: 180, south: Math.max(-90, south), north: Math.min(90, north) }]
  const aside = degrees(Math.asin(Math.min(1, Math.sin(radius) / Math.cos((lat * Math.PI) / 180))))
  return split({ west: lng - aside, east: lng + aside, south, north })
}

function around(positions: readonly Position[], closed: boolean): Box[] {
  const [first] = positions
  if (first === undefined) return []
  let [west, east, south, north] = [first.lng, first.lng, first.lat, first.lat]
  let lng = first.lng
  for (const [at, from] of positions.entries()) {
    const to = positions[at + 1] ?? (closed ? first : from)
    lng += longitudeStep(from.lng, to.lng)
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, to.lat, ...bulge(from, to))
    north = Math.max(north, to.lat, ...bulge(from, to))
  }
  return split({ west, east, south, north })
}

/** An arc rises above its ends where it runs due east: at the highest and lowest place of its great circle. */
function bulge(from: Position, to: Position): number[] {
  const step = longitudeStep(from.lng, to.lng)
  const normal = cross(vectorAt(from), vectorAt(to))
  const flat = Math.hypot(normal[0], normal[1])
  if (step === 0 || flat <= 1e-15 * lengthOf(normal)) return []
  const top = degrees(Math.atan2(normal[1], normal[0]))
  return [top, top + 180].flatMap((lng) => {
    const done = longitudeStep(from.lng, lng)
    const between = step > 0 ? done > 0 && done < step : done < 0 && done > step
    return between ? [degrees(latitudeOnArc(from, to, lng))] : []
  })
}

function split(box: Box): Box[] {
  const [south, north] = [box.south - MARGIN, box.north + MARGIN]
  // at a pole every longitude is the same place
  if (box.east - box.west + 2 * MARGIN >= 360 || north >= 90 || south <= -90)
    return [{ west: -180, east: 180, south, north }]
  const shift = Math.floor((box.west - MARGIN + 180) / 360) * 360
  const [west, east] = [box.west - MARGIN - shift, box.east + MARGIN - shift]
  if (east < 180) return [{ west, east, south, north }]
  return [
    { west, east: 180, south, north },
    { west: -180, east: east - 360, south, north },
  ]
}
