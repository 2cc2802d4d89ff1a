import { CloudFault } from '../../fault'
import type { Document, Value } from '../ejson'
import { isDocument } from '../ejson'
import { fieldValues } from '../field-values'
import type { Box } from './box'
import { boxesOf, boxesOfCap } from './box'
import type { Cap } from './relations'
import { angleToShape, shapeInCap, shapesIntersect, shapeWithin } from './relations'
import type { Shape } from './shape'
import { readShape } from './shape'
import type { Position, Vector } from './sphere'
import { EARTH_RADIUS } from './sphere'

const fail = (message: string): CloudFault => new CloudFault('DATABASE_INVALID_OPERRATOR', message)

/** `_.geoNear`: distances in metres, both ends included. */
export interface NearCondition {
  readonly position: Position
  readonly place: Vector
  readonly minDistance: number
  readonly maxDistance: number
}
/** What `_.geoWithin` or `_.geoIntersects` asks, and where its answers must lie. */
export interface RegionCondition {
  readonly boxes: readonly Box[]
  readonly holds: (shape: Shape) => boolean
}

export const nearOperators: ReadonlySet<string> = new Set(['$nearSphere', '$near'])
export const regionOperators: ReadonlySet<string> = new Set(['$geoWithin', '$geoIntersects'])

export function readNear(argument: Value): NearCondition {
  if (!isDocument(argument)) throw fail('$nearSphere expects an object with $geometry')
  const { $geometry, $minDistance, $maxDistance } = argument
  return nearPoint($geometry, $minDistance, $maxDistance)
}

export function nearPoint(
  geometry: Value | undefined,
  minDistance: Value | undefined,
  maxDistance: Value | undefined,
): NearCondition {
  const shape = readShape(geometry)
  if (typeof shape === 'string') throw fail(`a near query needs a point: ${shape}`)
  const [point, ...others] = shape.points
  if (point === undefined || others.length > 0) throw fail('a near query needs one point')
  return {
    ...point,
    minDistance: readDistance(minDistance, 0, 'minDistance'),
    maxDistance: readDistance(maxDistance, Infinity, 'maxDistance'),
  }
}

function readDistance(value: Value | undefined, missing: number, name: string): number {
  if (value === undefined || value === null) return missing
  if (typeof value !== 'number' || !(value >= 0))
    throw fail(`${name} must be a number of metres, not negative`)
  return value
}

export function readRegion(operator: string, argument: Value): RegionCondition {
  if (!isDocument(argument)) throw fail(`${operator} expects an object with $geometry`)
  const { $geometry, $centerSphere } = argument
  if (operator === '$geoWithin' && $centerSphere !== undefined) {
    const cap = readCap($centerSphere)
    return { boxes: boxesOfCap(cap), holds: (shape) => shapeInCap(shape, cap) }
  }
  const region = readShape($geometry)
  if (typeof region === 'string') throw fail(`${operator}: ${region}`)
  if (operator === '$geoIntersects')
    return { boxes: boxesOf(region), holds: (shape) => shapesIntersect(shape, region) }
  if (region.areas.length === 0) throw fail('$geoWithin needs a Polygon, a MultiPolygon or $centerSphere')
  return { boxes: boxesOf(region), holds: (shape) => shapeWithin(shape, region) }
}

/** `[[longitude, latitude], radius in radians]`. */
function readCap(value: Value): Cap {
  const [center, radius] = Array.isArray(value) ? value : []
  const shape = readShape({ type: 'Point', coordinates: center ?? null })
  const [point] = typeof shape === 'string' ? [] : shape.points
  if (point === undefined || typeof radius !== 'number' || !(radius >= 0))
    throw fail('$centerSphere expects [[longitude, latitude], radius in radians]')
  return { center: point.place, position: point.position, radius }
}

/** The geometries a field holds: one, or those in an array. */
export function shapesAt(document: Document, path: string): Shape[] {
  return fieldValues(document, path).flatMap((value) => {
    const shape = readShape(value)
    return typeof shape === 'string' ? [] : [shape]
  })
}

/** Metres to the nearest geometry of the field; undefined when it holds none. */
export function distanceTo(
  near: Pick<NearCondition, 'position' | 'place'>,
  shapes: readonly Shape[],
): number | undefined {
  if (shapes.length === 0) return undefined
  return Math.min(...shapes.map((shape) => angleToShape(near, shape))) * EARTH_RADIUS
}

/** The geo operators as mingo takes query operators. */
export const geoQueryOperators = {
  ...Object.fromEntries(
    [...regionOperators].map((operator) => [
      operator,
      (path: string, argument: unknown) => {
        const region = readRegion(operator, argument as Value)
        return (document: unknown) => shapesAt(document as Document, path).some(region.holds)
      },
    ]),
  ),
  ...Object.fromEntries(
    [...nearOperators].map((operator) => [
      operator,
      (path: string, argument: unknown) => {
        const near = readNear(argument as Value)
        return (document: unknown) => {
          const distance = distanceTo(near, shapesAt(document as Document, path))
          return distance !== undefined && distance >= near.minDistance && distance <= near.maxDistance
        }
      },
    ]),
  ),
}
