import type { Id } from './kernel/id'
import { become, refuse, type Decision } from './kernel/result'

/** A point in GCJ-02 degrees, as the platform's map and location calls give it. */
export interface GeoPoint {
  readonly lng: number
  readonly lat: number
}

/** The district's outline, simplified to a box; a place outside it belongs to another district. */
export interface Bounds {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface Cell {
  readonly id: Id<'cell'>
  readonly street: Id<'street'>
  readonly name: string
  /** the 社区 it belongs to, by name; absent where the cell is a community of its own */
  readonly community?: string
  readonly centre: GeoPoint
}

export const communityOf = ({ name, community }: Pick<Cell, 'name' | 'community'>): string =>
  community ?? name

/** 「迎春社区 3 号楼」 is 「3 号楼」 where the cell or its community stands above it. */
export const spotWithin = (cell: Pick<Cell, 'name' | 'community'>, spot: string): string => {
  const names = [cell.name, communityOf(cell)]
  const above = names.find((name) => spot.startsWith(name))
  return above === undefined || names.includes(spot) ? spot : spot.slice(above.length).trim()
}

/** Where something is: always a grid cell, words for the spot, and a point only if the person gave one. */
export interface Place {
  readonly cell: Id<'cell'>
  readonly street: Id<'street'>
  readonly spot: string
  readonly point: GeoPoint | null
}

export type PlaceRefusal = 'outside-district' | 'unknown-cell'

export const isInside = ({ west, south, east, north }: Bounds, { lng, lat }: GeoPoint): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** The cell whose centre is nearest; a district is small enough for plane geometry scaled by latitude. */
export const nearestCell = <C extends { readonly centre: GeoPoint }>(
  cells: readonly C[],
  { lng, lat }: GeoPoint,
): C | undefined => {
  const shrink = Math.cos((lat * Math.PI) / 180)
  const distance = ({ centre }: C) => Math.hypot((centre.lng - lng) * shrink, centre.lat - lat)
  return cells.reduce<C | undefined>(
    (best, cell) => (best === undefined || distance(cell) < distance(best) ? cell : best),
    undefined,
  )
}

export const decidePlace = (
  given: { readonly spot: string; readonly point: GeoPoint | null },
  cell: Cell | null,
  bounds: Bounds,
): Decision<Place, PlaceRefusal> => {
  if (cell === null) return refuse('unknown-cell')
  if (given.point !== null && !isInside(bounds, given.point)) return refuse('outside-district')
  return become({ cell: cell.id, street: cell.street, spot: given.spot, point: given.point })
}
