import type { Value } from '../ejson'
import { isDocument } from '../ejson'
import type { Arc, Position, Vector } from './sphere'
import { dot, radians, vectorAt } from './sphere'

/** A closed line, its first place not repeated at the end. */
export interface Ring {
  readonly positions: readonly Position[]
  readonly places: readonly Vector[]
  readonly arcs: readonly Arc[]
  /** Whether the pole belongs to the smaller of the two areas that the ring bounds. */
  readonly holdsPole: { readonly north: boolean; readonly south: boolean }
}
export interface Area {
  readonly outer: Ring
  readonly holes: readonly Ring[]
}
export interface Line {
  readonly positions: readonly Position[]
  readonly places: readonly Vector[]
  readonly arcs: readonly Arc[]
}
/** Any GeoJSON geometry as the points, lines and areas it is made of. */
export interface Shape {
  readonly points: readonly { readonly position: Position; readonly place: Vector }[]
  readonly lines: readonly Line[]
  readonly areas: readonly Area[]
}

/** Reads a GeoJSON geometry; a text says what is wrong with it. */
export function readShape(value: Value | undefined): Shape | string {
  if (value === undefined || !isDocument(value)) return 'a GeoJSON object was expected'
  const { type, coordinates } = value
  if (typeof type !== 'string') return 'a GeoJSON object has a type'
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined
  if (read === undefined) return `unknown GeoJSON type: ${type}`
  try {
    return { points: [], lines: [], areas: [], ...read(coordinates) }
  } catch (error) {
    if (error instanceof BadGeometry) return `${type}: ${error.message}`
    throw error
  }
}

class BadGeometry extends Error {}

const readers: Readonly<Record<string, (coordinates: Value | undefined) => Partial<Shape>>> = {
  Point: (at) => ({ points: [readPoint(at)] }),
  MultiPoint: (all) => ({ points: listOf(all).map(readPoint) }),
  LineString: (line) => ({ lines: [readLine(line)] }),
  MultiLineString: (all) => ({ lines: listOf(all).map(readLine) }),
  Polygon: (rings) => ({ areas: [readArea(rings)] }),
  MultiPolygon: (all) => ({ areas: listOf(all).map(readArea) }),
}

function listOf(value: Value | undefined): readonly Value[] {
  if (!Array.isArray(value) || value.length === 0) throw new BadGeometry('coordinates must be a list')
  return value
}

function readPosition(value: Value | undefined): Position {
  const [lng, lat] = Array.isArray(value) ? value : []
  if (typeof lng !== 'number' || typeof lat !== 'number')
    throw new BadGeometry('a position is [longitude, latitude]')
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
    throw new BadGeometry(`longitude/latitude is out of bounds, lng: ${String(lng)} lat: ${String(lat)}`)
  return { lng, lat }
}

function readPoint(value: Value | undefined): Shape['points'][number] {
  const position = readPosition(value)
  return { position, place: vectorAt(position) }
}

function readLine(value: Value | undefined): Line {
  const positions = listOf(value).map(readPosition)
  if (positions.length < 2) throw new BadGeometry('a line needs at least 2 positions')
  const places = positions.map(vectorAt)
  return { positions, places, arcs: arcsAlong(places) }
}

function readArea(value: Value | undefined): Area {
  const [outer, ...holes] = listOf(value).map(readRing)
  if (outer === undefined) throw new BadGeometry('a polygon needs a ring')
  return { outer, holes }
}

function readRing(value: Value | undefined): Ring {
  const closed = listOf(value).map(readPosition)
  const [first, last] = [closed[0], closed.at(-1)]
  if (closed.length < 4) throw new BadGeometry('a ring needs at least 4 positions')
  if (first?.lng !== last?.lng || first?.lat !== last?.lat) throw new BadGeometry('a ring is not closed')
  const positions = closed.slice(0, -1)
  const places = positions.map(vectorAt)
  return { positions, places, arcs: arcsAlong(closed.map(vectorAt)), holdsPole: polesOf(closed, places) }
}

const arcsAlong = (places: readonly Vector[]): Arc[] =>
  places.slice(1).flatMap((to, at): Arc[] => {
    const from = places[at]
    return from === undefined ? [] : [[from, to]]
  })

/** The step from one longitude to another by the shorter way, in (-180, 180]. */
export function longitudeStep(from: number, to: number): number {
  const step = (to - from) % 360
  if (step > 180) return step - 360
  return step <= -180 ? step + 360 : step
}

/** A ring that goes once around the globe holds a pole: the one nearer to its places. */
function polesOf(closed: readonly Position[], places: readonly Vector[]): Ring['holdsPole'] {
  const turned = closed
    .slice(1)
    .reduce((sum, { lng }, at) => sum + longitudeStep(closed[at]?.lng ?? 0, lng), 0)
  if (Math.abs(turned) < 180) return { north: false, south: false }
  const north = places.reduce((sum, place) => sum + dot(place, [0, 0, 1]), 0) >= 0
  return { north, south: !north }
}

/** The latitude at which an arc passes a longitude between its ends, in radians. */
export function latitudeOnArc(from: Position, to: Position, lng: number): number {
  const step = radians(longitudeStep(from.lng, to.lng))
  const done = radians(longitudeStep(from.lng, lng))
  const [a, b] = [Math.tan(radians(from.lat)), Math.tan(radians(to.lat))]
  return Math.atan((a * Math.sin(step - done) + b * Math.sin(done)) / Math.sin(step))
}
