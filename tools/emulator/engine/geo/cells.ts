import type { Box } from './box'
import { boxesOf } from './box'
import type { Shape } from './shape'
import type { Position, Vector } from './sphere'
import { angleToArc, radians, vectorAt } from './sphere'
import { longitudeStep } from './shape'

/**
 * The globe as a quadtree over longitude and latitude. A cell's key is its path from the root, one digit (1–4) a
 * level between the type byte and 0: a cell's key starts with its ancestors' paths, and a place's key names a cell
 * of the deepest level (at most 0.6 m wide).
 */
const TYPE = 0xb0
const END = 0x00
const DEEPEST = 26
const SIDE = 2 ** DEEPEST

/** Cells of one shape in an index. */
const MAX_SHAPE_CELLS = 16

export interface Cell {
  readonly level: number
  readonly x: number
  readonly y: number
}
export interface CellRange {
  readonly from: Buffer
  readonly to: Buffer
}

/** The keys under which an index keeps a shape. */
export function shapeKeys(shape: Shape): Buffer[] {
  const spots = shape.points.map(({ position }) => cellAt(position))
  const rest = boxesOf({ ...shape, points: [] })
  const share = Math.max(1, Math.floor(MAX_SHAPE_CELLS / Math.max(1, rest.length)))
  return [...spots, ...rest.flatMap((box) => coverBox(box, share))].map((cell) =>
    Buffer.from([TYPE, ...pathOf(cell), END]),
  )
}

/** True for the keys of a place: an index of such keys alone holds nothing larger than a deepest cell. */
export const areDeepest = (keys: readonly Buffer[]): boolean =>
  keys.every(({ length }) => length === DEEPEST + 2)

/**
 * Every key of a shape that may touch one of the boxes: what lies in the covering cells and, unless the index holds
 * only places, what encloses them.
 */
export function rangesOver(boxes: readonly Box[], maxCells: number, onlyPlaces: boolean): CellRange[] {
  const ranges = new Map<string, CellRange>()
  const add = (path: readonly number[], from: number[], to: number[]): void => {
    ranges.set(String([...path, ...from]), {
      from: Buffer.from([TYPE, ...path, ...from]),
      to: Buffer.from([TYPE, ...path, ...to]),
    })
  }
  for (const cell of boxes.flatMap((box) => coverBox(box, maxCells))) {
    const path = pathOf(cell)
    const last = path.at(-1)
    if (last === undefined) return [{ from: Buffer.from([TYPE]), to: Buffer.from([TYPE + 1]) }]
    add(path.slice(0, -1), [last], [last + 1])
    if (!onlyPlaces)
      for (let level = 0; level < path.length; level++) add(path.slice(0, level), [END], [END + 1])
  }
  return joined([...ranges.values()].sort((a, b) => Buffer.compare(a.from, b.from)))
}

/** Ranges that follow each other without a gap become one. */
function joined(ranges: readonly CellRange[]): CellRange[] {
  const whole: CellRange[] = []
  for (const range of ranges) {
    const before = whole.at(-1)
    if (before?.to.equals(range.from) === true) whole[whole.length - 1] = { from: before.from, to: range.to }
    else whole.push(range)
  }
  return whole
}

/** The length of the geo component that starts at this offset of a key. */
export const cellKeyLength = (key: Buffer, at: number): number => key.indexOf(END, at) + 1 - at

/** The cell whose key starts at this offset. */
export function cellFrom(key: Buffer, at: number): Cell {
  let [x, y, level] = [0, 0, 0]
  for (let digit = key[at + 1]; digit !== undefined && digit !== END; digit = key[at + 1 + level]) {
    x = x * 2 + ((digit - 1) & 1)
    y = y * 2 + ((digit - 1) >> 1)
    level++
  }
  return { level, x, y }
}

/** No place of the cell is nearer to the given one than this angle. */
export function angleToCell({ position, place }: { position: Position; place: Vector }, cell: Cell): number {
  const { west, east, south, north } = boxOf(cell)
  const aside = longitudeStep(west, position.lng)
  if (cell.level === 0 || (aside >= 0 && aside <= east - west)) {
    if (position.lat < south) return radians(south - position.lat)
    return position.lat > north ? radians(position.lat - north) : 0
  }
  return Math.min(
    ...[west, east].map((lng) =>
      angleToArc(place, [vectorAt({ lng, lat: south }), vectorAt({ lng, lat: north })]),
    ),
  )
}

function boxOf({ level, x, y }: Cell): Box {
  const count = 2 ** level
  return {
    west: (x / count) * 360 - 180,
    east: ((x + 1) / count) * 360 - 180,
    south: (y / count) * 180 - 90,
    north: ((y + 1) / count) * 180 - 90,
  }
}

const column = (lng: number): number => clamp(Math.floor(((lng + 180) / 360) * SIDE))
const row = (lat: number): number => clamp(Math.floor(((lat + 90) / 180) * SIDE))
const clamp = (at: number): number => Math.min(SIDE - 1, Math.max(0, at))

const cellAt = ({ lng, lat }: Position): Cell => ({
  level: DEEPEST,
  x: column(lng === 180 ? -180 : lng),
  y: row(lat),
})

/** The cells of one level that touch the box: the deepest level on which they are few enough. */
function coverBox(box: Box, maxCells: number): Cell[] {
  const [x0, x1, y0, y1] = [column(box.west), column(box.east), row(box.south), row(box.north)]
  let level = DEEPEST
  const span = (from: number, to: number): number => {
    const size = 2 ** (DEEPEST - level)
    return Math.floor(to / size) - Math.floor(from / size) + 1
  }
  while (level > 0 && span(x0, x1) * span(y0, y1) > maxCells) level--
  const size = 2 ** (DEEPEST - level)
  const cells: Cell[] = []
  for (let x = Math.floor(x0 / size); x <= Math.floor(x1 / size); x++)
    for (let y = Math.floor(y0 / size); y <= Math.floor(y1 / size); y++) cells.push({ level, x, y })
  return cells
}

function pathOf({ level, x, y }: Cell): number[] {
  return Array.from({ length: level }, (_, at) => {
    const size = 2 ** (level - 1 - at)
    return 1 + (Math.floor(x / size) % 2) + 2 * (Math.floor(y / size) % 2)
  })
}
