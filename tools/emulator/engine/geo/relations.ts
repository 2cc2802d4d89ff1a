import type { Area, Ring, Shape } from './shape'
import { latitudeOnArc, longitudeStep } from './shape'
import type { Arc, Position, Vector } from './sphere'
import { angleBetween, angleToArc, arcsCross, arcsTouch, middleOf, onArc, radians, samePlace } from './sphere'

/** A circle on the sphere, its radius in radians. */
export interface Cap {
  readonly center: Vector
  readonly position: Position
  readonly radius: number
}
interface Spot {
  readonly position: Position
  readonly place: Vector
}

/** The angle from a place to the nearest place of a shape; 0 inside an area. */
export function angleToShape(spot: Spot, shape: Shape): number {
  if (shape.areas.some((area) => inArea(spot, area))) return 0
  let nearest = Infinity
  for (const { place } of shape.points) nearest = Math.min(nearest, angleBetween(spot.place, place))
  for (const arc of arcsOf(shape)) nearest = Math.min(nearest, angleToArc(spot.place, arc))
  return nearest
}

export function shapesIntersect(a: Shape, b: Shape): boolean {
  if (spotsOf(a).some((spot) => covers(b, spot)) || spotsOf(b).some((spot) => covers(a, spot))) return true
  const others = arcsOf(b)
  return arcsOf(a).some((arc) => others.some((other) => arcsTouch(arc, other)))
}

/** Whether the whole shape lies in the region; each of its parts must lie in one of the region's areas. */
export function shapeWithin(shape: Shape, region: Shape): boolean {
  const inOne = (fits: (area: Area) => boolean): boolean => region.areas.some(fits)
  return (
    shape.points.every((spot) => inOne((area) => inArea(spot, area))) &&
    shape.lines.every((line) => inOne((area) => lineInArea(line, area))) &&
    shape.areas.every((inner) => inOne((area) => areaInArea(inner, area)))
  )
}

export function shapeInCap(shape: Shape, { center, radius }: Cap): boolean {
  return (
    shape.points.every(({ place }) => angleBetween(place, center) <= radius) &&
    [...shape.lines, ...shape.areas.map(({ outer }) => outer)].every(({ places }) =>
      places.every((place) => angleBetween(place, center) <= radius),
    )
  )
}

/** A place on the boundary is inside. */
function inArea(spot: Spot, { outer, holes }: Area): boolean {
  if ([outer, ...holes].some((ring) => onRing(spot.place, ring))) return true
  return inRing(spot, outer) && !holes.some((hole) => inRing(spot, hole))
}

const onRing = (place: Vector, ring: Ring): boolean => ring.arcs.some((arc) => onArc(place, arc))

/** Counts how often the way from the place to the north pole crosses the ring. */
function inRing({ position }: Spot, { positions, holdsPole }: Ring): boolean {
  if (position.lat === -90) return holdsPole.south
  let inside = holdsPole.north
  for (const [at, from] of positions.entries()) {
    const to = positions[(at + 1) % positions.length] ?? from
    if (passes(from, to, position.lng) && latitudeOnArc(from, to, position.lng) > radians(position.lat))
      inside = !inside
  }
  return inside
}

/** The start of an arc belongs to it and its end does not, so that a corner is counted once. */
function passes(from: Position, to: Position, lng: number): boolean {
  const step = longitudeStep(from.lng, to.lng)
  if (step === 0) return false
  const [west, width] = step > 0 ? [from.lng, step] : [to.lng, -step]
  const done = longitudeStep(west, lng)
  return done >= 0 && done < width
}

function lineInArea(
  line: { positions: readonly Position[]; places: readonly Vector[]; arcs: readonly Arc[] },
  area: Area,
): boolean {
  const rings = [area.outer, ...area.holes]
  return (
    spotsAlong(line).every((spot) => inArea(spot, area)) &&
    line.arcs.every(
      (arc) =>
        !rings.some((ring) => ring.arcs.some((edge) => arcsCross(arc, edge))) &&
        inArea(spotAt(middleOf(arc)), area),
    )
  )
}

function areaInArea(inner: Area, area: Area): boolean {
  if (!lineInArea(inner.outer, area)) return false
  return area.holes.every((hole) =>
    spotsAlong(hole).every((spot) => onRing(spot.place, inner.outer) || !inArea(spot, inner)),
  )
}

function covers(shape: Shape, spot: Spot): boolean {
  return (
    shape.points.some(({ place }) => samePlace(place, spot.place)) ||
    shape.lines.some(({ arcs }) => arcs.some((arc) => onArc(spot.place, arc))) ||
    shape.areas.some((area) => inArea(spot, area))
  )
}

const spotsOf = (shape: Shape): Spot[] => [
  ...shape.points,
  ...shape.lines.flatMap(spotsAlong),
  ...shape.areas.flatMap(({ outer }) => spotsAlong(outer)),
]

const spotsAlong = ({
  positions,
  places,
}: {
  positions: readonly Position[]
  places: readonly Vector[]
}): Spot[] =>
  positions.flatMap((position, at) => {
    const place = places[at]
    return place === undefined ? [] : [{ position, place }]
  })

const spotAt = (place: Vector): Spot => ({
  place,
  position: {
    lng: (Math.atan2(place[1], place[0]) * 180) / Math.PI,
    lat: (Math.atan2(place[2], Math.hypot(place[0], place[1])) * 180) / Math.PI,
  },
})

const arcsOf = (shape: Shape): Arc[] => [
  ...shape.lines.flatMap(({ arcs }) => arcs),
  ...shape.areas.flatMap(({ outer, holes }) => [outer, ...holes].flatMap(({ arcs }) => arcs)),
]
