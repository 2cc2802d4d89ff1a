/** MongoDB's radius of the earth in metres. */
export const EARTH_RADIUS = 6_378_100
/** Radians below which two places count as one (0.06 mm). */
const SAME_PLACE = 1e-11

/** Degrees, as GeoJSON writes them. */
export interface Position {
  readonly lng: number
  readonly lat: number
}
/** A place on the unit sphere. */
export type Vector = readonly [number, number, number]
/** The shorter great-circle way between two places. */
export type Arc = readonly [Vector, Vector]

export const radians = (degrees: number): number => (degrees * Math.PI) / 180
export const degrees = (angle: number): number => (angle * 180) / Math.PI

export function vectorAt({ lng, lat }: Position): Vector {
  const [x, y] = [radians(lng), radians(lat)]
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)]
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

export const lengthOf = (a: Vector): number => Math.hypot(...a)

/** The angle between two places in radians. */
export const angleBetween = (a: Vector, b: Vector): number => Math.atan2(lengthOf(cross(a, b)), dot(a, b))

export function middleOf([a, b]: Arc): Vector {
  const sum: Vector = [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
  const length = lengthOf(sum)
  return length === 0 ? a : [sum[0] / length, sum[1] / length, sum[2] / length]
}

/** The angle from a place to the nearest place of an arc. */
export function angleToArc(place: Vector, [a, b]: Arc): number {
  const normal = cross(a, b)
  const length = lengthOf(normal)
  const beside = length > 0 && dot(place, cross(normal, a)) > 0 && dot(place, cross(b, normal)) > 0
  if (beside) return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(place, normal) / length))))
  return Math.min(angleBetween(place, a), angleBetween(place, b))
}

export const samePlace = (a: Vector, b: Vector): boolean => angleBetween(a, b) <= SAME_PLACE
export const onArc = (place: Vector, arc: Arc): boolean => angleToArc(place, arc) <= SAME_PLACE

/** True when the arcs cross in a place that is an end of neither. */
export function arcsCross([a, b]: Arc, [c, d]: Arc): boolean {
  const ab = cross(a, b)
  const [acb, bda] = [-dot(ab, c), dot(ab, d)]
  if (acb * bda <= 0) return false
  const cd = cross(c, d)
  return acb * -dot(cd, b) > 0 && acb * dot(cd, a) > 0
}

export const arcsTouch = (one: Arc, other: Arc): boolean =>
  arcsCross(one, other) ||
  onArc(one[0], other) ||
  onArc(one[1], other) ||
  onArc(other[0], one) ||
  onArc(other[1], one)
