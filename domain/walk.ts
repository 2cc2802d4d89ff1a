import type { GeoPoint } from './place'

/** A stop of a day on foot; `time`: minutes after midnight where it is fixed. */
export interface Stop {
  readonly id: string
  readonly time: number | null
  /** null where nobody has put the shop on the map */
  readonly point: GeoPoint | null
}

/** metres, close enough within a district */
export const distanceBetween = (one: GeoPoint, other: GeoPoint): number => {
  const metresPerDegree = 111_320
  const shrink = Math.cos((((one.lat + other.lat) / 2) * Math.PI) / 180)
  return Math.hypot((one.lng - other.lng) * shrink, one.lat - other.lat) * metresPerDegree
}

/**
 * The order in which a day's stops are walked: those with an hour stand in the order of their hours; each other stop is put
 * where it lengthens the way least, nearest first. Stops without a point come last. The same stops, given in any order, are
 * walked the same way.
 */
export const walkOrder = <S extends Stop>(stops: readonly S[], start: GeoPoint | null): readonly S[] => {
  const byId = [...stops].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  const fixed = byId
    .filter(({ time }) => time !== null)
    .sort((one, other) => (one.time ?? 0) - (other.time ?? 0))
  const free = byId.filter(({ time, point }) => time === null && point !== null)
  const unknown = byId.filter(({ time, point }) => time === null && point === null)
  const located = fixed.some(({ point }) => point !== null)
  const way = located ? insertAll(fixed, free, start) : [...fixed, ...nearestNext(free, start)]
  return [...way, ...unknown]
}

/** Without an hour to keep: from where one stands (else from the first) always to the nearest. */
const nearestNext = <S extends Stop>(stops: readonly S[], start: GeoPoint | null): readonly S[] => {
  const left = [...stops]
  const way: S[] = []
  for (let here = start; left.length > 0;) {
    const from = here
    const next = from === null ? 0 : indexOfLeast(left, (stop) => length(from, stop.point))
    const [stop] = left.splice(next, 1)
    if (!stop) break
    way.push(stop)
    here = stop.point
  }
  return way
}

const length = (from: GeoPoint | null, to: GeoPoint | null): number =>
  from === null || to === null ? 0 : distanceBetween(from, to)

const indexOfLeast = <T>(things: readonly T[], cost: (thing: T) => number): number =>
  things.reduce(
    (best, thing, at) => {
      const of = cost(thing)
      return of < best.cost ? { at, cost: of } : best
    },
    { at: 0, cost: Number.POSITIVE_INFINITY },
  ).at

/** Puts each free stop into the gap where it costs the smallest detour. */
const insertAll = <S extends Stop>(
  fixed: readonly S[],
  free: readonly S[],
  start: GeoPoint | null,
): readonly S[] =>
  free.reduce<readonly S[]>((way, stop) => {
    const gaps = Array.from({ length: way.length + 1 }, (_, at) => at)
    const at = indexOfLeast(gaps, (gap) => detour(way, gap, stop, start))
    return [...way.slice(0, at), stop, ...way.slice(at)]
  }, fixed)

const detour = (way: readonly Stop[], gap: number, { point }: Stop, start: GeoPoint | null): number => {
  const before = lastPoint(way.slice(0, gap)) ?? start
  const after = way.slice(gap).find((stop) => stop.point !== null)?.point ?? null
  const direct = length(before, after)
  return length(before, point) + length(point, after) - direct
}

const lastPoint = (way: readonly Stop[]): GeoPoint | null =>
  way.reduce<GeoPoint | null>((last, { point }) => point ?? last, null)
