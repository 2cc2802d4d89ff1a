import { readConstraints } from '../engine/bounds'
import type { Document, StoredDocument } from '../engine/ejson'
import type { OrderField } from '../engine/order'
import { sortDocuments } from '../engine/order'
import type { IndexScan, Plan } from '../engine/planner'
import { planQuery } from '../engine/planner'
import { compileQuery } from '../engine/query'
import type { Collection, IndexRow, Row } from './collection'
import { documentOf } from './collection'

/** What a query cost; the local cloud reports it and tests forbid scans with it. */
export interface Examined {
  documents: number
  keys: number
}
export interface Search {
  readonly query: Document
  readonly order: readonly OrderField[]
  readonly skip: number
  readonly limit: number
}
export interface Found {
  readonly row: Row
  readonly document: StoredDocument
}

export const everything = { order: [], skip: 0, limit: Infinity } as const

export function findDocuments(collection: Collection, search: Search, examined: Examined): Found[] {
  const matches = compileQuery(search.query)
  const plan = planQuery(readConstraints(search.query), search.order, collection.indexes)
  const sorted = search.order.length === 0 || isSorted(plan)
  const wanted = sorted ? search.skip + search.limit : Infinity
  const found: Found[] = []
  if (wanted > 0) {
    for (const row of candidates(collection, plan, examined)) {
      examined.documents++
      const document = documentOf(row)
      if (matches(document)) found.push({ row, document })
      if (found.length >= wanted) break
    }
  }
  return (sorted ? found : sortFound(found, search.order)).slice(search.skip, search.skip + search.limit)
}

function isSorted(plan: Plan): boolean {
  if (plan.kind === 'index') return plan.scan.sorted
  return plan.kind === 'idRange' && plan.sorted
}

function sortFound(found: readonly Found[], order: readonly OrderField[]): Found[] {
  const rows = new Map(found.map((one) => [one.document, one]))
  return sortDocuments([...rows.keys()], order).flatMap((document) => rows.get(document) ?? [])
}

function* candidates(collection: Collection, plan: Plan, examined: Examined): Generator<Row> {
  if (plan.kind === 'scan') yield* collection.scan()
  else if (plan.kind === 'idRange') yield* collection.scanIds(plan.range, plan.reverse)
  else if (plan.kind === 'ids') {
    for (const id of plan.ids) {
      const row = collection.find(id)
      if (row !== undefined) yield row
    }
  } else yield* fromIndex(collection, plan.scan, examined)
}

function* fromIndex(collection: Collection, scan: IndexScan, examined: Examined): Generator<Row> {
  const index = collection.indexes.find(({ definition }) => definition.name === scan.index)
  if (index === undefined) return
  const streams = scan.ranges.map((range) => ({
    rows: collection.scanIndex(index, range, scan.reverse),
    prefixLength: range.prefixLength,
  }))
  const seen = new Set<string>()
  for (const { id } of scan.sorted && streams.length > 1 ? merge(streams, scan.reverse) : inTurn(streams)) {
    examined.keys++
    if (seen.has(id)) continue
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
