import { angleToCell, cellFrom, rangesOver } from '../engine/geo/cells'
import { boxesOfCap } from '../engine/geo/box'
import { distanceTo, shapesAt } from '../engine/geo/geo-query'
import { EARTH_RADIUS } from '../engine/geo/sphere'
import type { NearScan } from '../engine/planner'
import type { Collection, StoredIndex } from './collection'
import type { Examined, Found } from './found'
import { foundIn } from './found'
import { Heap } from './heap'

const FIRST_REACH = 250
const HALF_WAY_ROUND = Math.PI * EARTH_RADIUS
const RING_CELLS = 16
/** Metres by which a cell may seem farther than it is, by rounding. */
const SLACK = 1e-3

/** A row of the index, at least this many metres away, or a document at its distance. */
interface Candidate {
  readonly metres: number
  readonly id: string
  readonly found?: Found
}

const isNearer = (a: Candidate, b: Candidate): boolean => {
  if (a.metres !== b.metres) return a.metres < b.metres
  if ((a.found === undefined) !== (b.found === undefined)) return a.found === undefined
  return a.id < b.id
}

/** The documents of a near query, nearest first; a document is fetched when nothing nearer is left to look at. */
export function* nearestFirst(
  collection: Collection,
  index: StoredIndex,
  scan: NearScan,
  examined: Examined,
): Generator<Found> {
  const { near } = scan
  const farthest = Math.min(near.maxDistance, HALF_WAY_ROUND)
  const waiting = new Heap<Candidate>(isNearer)
  const seenRows = new Set<string>()
  const fetched = new Set<string>()
  let reach = Math.min(farthest, Math.max(FIRST_REACH, near.minDistance))
  for (;;) {
    const before = seenRows.size
    for (const row of rowsWithin(collection, index, scan, reach, examined, seenRows))
      if (row.metres <= farthest) waiting.push(row)
    for (let next = waiting.first(); next !== undefined && next.metres <= reach; next = waiting.first()) {
      waiting.takeFirst()
      if (next.found !== undefined) yield next.found
      else if (!fetched.has(next.id)) {
        fetched.add(next.id)
        const reached = fetch(collection, scan, next.id, examined)
        if (reached !== undefined) waiting.push(reached)
      }
    }
    if (reach >= farthest) return
    reach = Math.min(farthest, reach * (seenRows.size - before < RING_CELLS ? 4 : 2))
  }
}

function* rowsWithin(
  collection: Collection,
  index: StoredIndex,
  { near, prefixes, onlyPlaces, accepts }: NearScan,
  reach: number,
  examined: Examined,
  seen: Set<string>,
): Generator<Candidate> {
  const boxes = boxesOfCap({ position: near.position, radius: reach / EARTH_RADIUS })
  for (const { from, to } of rangesOver(boxes, RING_CELLS, onlyPlaces)) {
    for (const prefix of prefixes) {
      const range = { from: Buffer.concat([prefix, from]), to: Buffer.concat([prefix, to]) }
      for (const { key, id } of collection.rowsIn(index, range)) {
        examined.keys++
        const row = key.toString('latin1') + id
        if (seen.has(row) || accepts?.(key) === false) continue
        seen.add(row)
        const metres = angleToCell(near, cellFrom(key, prefix.length)) * EARTH_RADIUS
        yield { metres: Math.max(0, metres - SLACK), id }
      }
    }
  }
}

function fetch(
  collection: Collection,
  { near, path }: NearScan,
  id: string,
  examined: Examined,
): Candidate | undefined {
  const row = collection.find(id)
  if (row === undefined) return undefined
  examined.documents++
  const found = foundIn(row)
  const metres = distanceTo(near, shapesAt(found.document, path))
  return metres !== undefined && metres >= near.minDistance && metres <= near.maxDistance
    ? { metres, id, found }
    : undefined
}
