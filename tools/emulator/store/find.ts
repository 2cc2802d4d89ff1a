import type { Document } from '../engine/ejson'
import { CloudFault } from '../fault'
import type { OrderField } from '../engine/order'
import { sortDocuments } from '../engine/order'
import type { IndexScan } from '../engine/index-scan'
import type { Plan } from '../engine/planner'
import { describePlan, mergeNotes, planQuery } from '../engine/planner'
import { prefilterFor } from '../engine/prefilter'
import type { CompiledQuery } from '../engine/query'
import { prepareQuery } from '../engine/query'
import type { Collection, IndexRow, Row } from './collection'
import type { Examined, Found } from './found'
import { foundIn } from './found'
import { nearestFirst } from './near'

export interface Search {
  readonly query: Document
  readonly order: readonly OrderField[]
  readonly skip: number
  readonly limit: number
}
export const everything = { order: [], skip: 0, limit: Infinity } as const

export function findDocuments(collection: Collection, search: Search, examined: Examined): Found[] {
  const prepared = prepare(collection, search.query, search.order)
  const sorted = search.order.length === 0 || isSorted(prepared.plan)
  const most = search.skip + search.limit
  let found: Found[] = []
  let characters = 0
  for (const one of matching(collection, prepared, sorted ? most : Infinity, examined)) {
    found.push(one)
    characters += one.row.text.length
    if (!sorted && found.length > 2 * most + SORTED_AT_ONCE) {
      found = sortFound(found, search.order).slice(0, most)
      characters = found.reduce((sum, { row }) => sum + row.text.length, 0)
    }
    if (characters > MOST_HELD) throw tooMuch()
  }
  return (sorted ? found : sortFound(found, search.order)).slice(search.skip, most)
}

export function countDocuments(collection: Collection, query: Document, examined: Examined): number {
  const found = matching(collection, prepare(collection, query, []), Infinity, examined)
  let count = 0
  while (found.next().done !== true) count++
  return count
}

/** A sort keeps what it may still give, and this many more before it sorts again. */
const SORTED_AT_ONCE = 10_000
/** Characters of stored text that one query may hold; decoded it takes several times as much. */
const MOST_HELD = 256 * 1024 * 1024

const tooMuch = (): CloudFault =>
  new CloudFault(
    'DATABASE_REQUEST_FAILED',
    `this needs more than ${String(MOST_HELD / 1024 / 1024)} MB of documents at once: narrow the query or set a limit`,
  )

interface Prepared extends CompiledQuery {
  readonly query: Document
  readonly plan: Plan
}

const prepare = (collection: Collection, query: Document, order: readonly OrderField[]): Prepared => ({
  ...prepareQuery(query),
  query,
  plan: planQuery(query, order, collection.indexes),
})

/** At least `wanted` documents that match, if there are so many, in the order of the plan. */
function* matching(
  collection: Collection,
  { query, plan, matchAll, watched }: Prepared,
  wanted: number,
  examined: Examined,
): Generator<Found> {
  examined.plan = mergeNotes(examined.plan ?? {}, describePlan(plan))
  const source = candidates(collection, plan, query, examined)
  let found = 0
  try {
    for (let passed = 0; found < wanted;) {
      const missing = wanted - found
      const batch = take(source, watched ? Math.min(MAX_BATCH, Math.max(missing, passed >> 4)) : 1)
      if (batch.length === 0) return
      const matched = matchAll(batch.map(({ document }) => document))
      const those = batch.filter((_, at) => matched[at] === true)
      yield* those
      found += those.length
      passed += batch.length
    }
  } finally {
    source.return(undefined)
  }
}

/** A watched test is started once a batch; a batch reads at most a sixteenth more than is needed. */
const MAX_BATCH = 256

function take(source: Generator<Found>, count: number): Found[] {
  const taken: Found[] = []
  while (taken.length < count) {
    const next = source.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

function isSorted(plan: Plan): boolean {
  if (plan.kind === 'index') return plan.scan.sorted
  return plan.kind === 'idRange' && plan.sorted
}

function sortFound(found: readonly Found[], order: readonly OrderField[]): Found[] {
  const rows = new Map(found.map((one) => [one.document, one]))
  return sortDocuments([...rows.keys()], order).flatMap((document) => rows.get(document) ?? [])
}

function* candidates(
  collection: Collection,
  plan: Plan,
  query: Document,
  examined: Examined,
): Generator<Found> {
  if (plan.kind === 'scan') yield* scanned(collection, query, examined)
  else if (plan.kind === 'near') {
    const index = collection.indexes.find(({ definition }) => definition.name === plan.scan.index)
    if (index !== undefined) yield* nearestFirst(collection, index, plan.scan, examined)
  } else {
    for (const row of plannedRows(collection, plan, examined, new Set())) {
      examined.documents++
      yield foundIn(row)
    }
  }
}

/** Reads the whole collection, whatever SQLite passes over without decoding it. */
function* scanned(collection: Collection, query: Document, examined: Examined): Generator<Found> {
  const filter = prefilterFor(query)
  let last: number | undefined = 0
  try {
    for (const { row, seq } of collection.scanRows(filter)) {
      last = seq
      yield foundIn(row)
    }
    last = undefined
  } finally {
    examined.documents += collection.countUpTo(last)
  }
}

function* plannedRows(
  collection: Collection,
  plan: Plan,
  examined: Examined,
  seen: Set<string>,
): Generator<Row> {
  switch (plan.kind) {
    case 'idRange':
      yield* unseen(collection.scanIds(plan.range, plan.reverse), seen)
      return
    case 'ids':
      yield* unseen(
        plan.ids.flatMap((id) => (seen.has(id) ? [] : (collection.find(id) ?? []))),
        seen,
      )
      return
    case 'union':
      for (const part of plan.plans) yield* plannedRows(collection, part, examined, seen)
      return
    case 'index':
      yield* fromIndex(collection, plan.scan, examined, seen)
      return
    case 'near':
    case 'scan':
  }
}

function* unseen(rows: Iterable<Row>, seen: Set<string>): Generator<Row> {
  for (const row of rows) {
    if (seen.has(row.id)) continue
    seen.add(row.id)
    yield row
  }
}

function* fromIndex(
  collection: Collection,
  scan: IndexScan,
  examined: Examined,
  seen: Set<string>,
): Generator<Row> {
  const index = collection.indexes.find(({ definition }) => definition.name === scan.index)
  if (index === undefined) return
  const streams = scan.ranges.map((range) => ({
    rows: collection.scanIndex(index, range, scan.reverse),
    prefixLength: range.prefixLength,
  }))
  for (const { key, id } of scan.sorted && streams.length > 1
    ? merge(streams, scan.reverse)
    : inTurn(streams)) {
    examined.keys++
    if (seen.has(id) || scan.accepts?.(key) === false) continue
    seen.add(id)
    const row = collection.find(id)
    if (row !== undefined) yield row
  }
}

interface Stream {
  readonly rows: Generator<IndexRow>
  readonly prefixLength: number
}

function* inTurn(streams: readonly Stream[]): Generator<IndexRow> {
  for (const { rows } of streams) yield* rows
}

/** Merges the ranges of an `$in` by what follows their prefix, so that a sorted page needs no more than its length. */
function* merge(streams: readonly Stream[], reverse: boolean): Generator<IndexRow> {
  const heads = streams.flatMap((stream) => head(stream) ?? [])
  try {
    while (heads.length > 0) {
      let next = 0
      for (let at = 1; at < heads.length; at++) if (comesBefore(heads[at], heads[next], reverse)) next = at
      const taken = heads[next]
      if (taken === undefined) return
      yield taken.row
      const follower = head(taken.stream)
      heads.splice(next, 1, ...(follower ? [follower] : []))
    }
  } finally {
    for (const { rows } of streams) rows.return(undefined)
  }
}

interface Head {
  readonly stream: Stream
  readonly row: IndexRow
}

function head(stream: Stream): Head | undefined {
  const next = stream.rows.next()
  return next.done === true ? undefined : { stream, row: next.value }
}

function comesBefore(a: Head | undefined, b: Head | undefined, reverse: boolean): boolean {
  if (a === undefined || b === undefined) return false
  const keys = Buffer.compare(
    a.row.key.subarray(a.stream.prefixLength),
    b.row.key.subarray(b.stream.prefixLength),
  )
  const compared = keys === 0 ? Buffer.compare(Buffer.from(a.row.id), Buffer.from(b.row.id)) : keys
  return reverse ? compared > 0 : compared < 0
}
