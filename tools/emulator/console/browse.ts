import { readConstraints } from '../engine/bounds'
import type { Document } from '../engine/ejson'
import type { KeyRange } from '../engine/index-scan'
import { scanWith } from '../engine/index-scan'
import { compileQuery } from '../engine/query'
import { CloudFault } from '../fault'
import type { Collection, Row, StoredIndex } from '../store/collection'
import { documentOf } from '../store/collection'
import type { Environment } from '../store/environment'
import type { Examined } from '../store/found'
import { bytesOf, textOf } from '../store/sqlite'

const PAGE = 50
/** A filter that an index narrows badly ends its page here; the next page goes on from there. */
const MOST_EXAMINED = 2000
const LAST_CHARACTER = '\u{10ffff}'

export interface Page {
  readonly rows: readonly Row[]
  /** Give it back to read the next page; absent on the last one. */
  readonly next?: string
  readonly examined: Examined
}

/** Documents by `_id`, those whose id starts with `prefix`. Pages are told apart by the key an id is stored under. */
export function pageById(collection: Collection, prefix: string, after: string | undefined): Page {
  const lower = after === undefined ? { value: prefix, inclusive: true } : { value: after, inclusive: false }
  const upper = { value: prefix + LAST_CHARACTER, inclusive: true }
  const rows: Row[] = []
  let more = false
  for (const row of collection.scanIds({ lower, upper }, false)) {
    more = rows.length === PAGE
    if (more) break
    rows.push(row)
  }
  const examined = { documents: rows.length + (more ? 1 : 0), keys: 0 }
  const last = rows.at(-1)
  return { rows, examined, ...(more && last && { next: last.id }) }
}

/** Documents in the order of an index, those that meet `query`. A document with several keys may come again on a later page. */
export function pageByIndex(
  environment: Environment,
  collection: Collection,
  name: string,
  query: Document,
  after: string | undefined,
): Page {
  const index = collection.indexes.find(({ definition }) => definition.name === name)
  if (index === undefined)
    throw new CloudFault('NOT_FOUND', `${collection.name} has no index ${name}: choose one that it has`)
  const { scan } = scanWith(index, readConstraints(query), index.definition.fields)
  const ranges = [...scan.ranges].sort((a, b) => Buffer.compare(a.from, b.from))
  const matches = compileQuery(query)
  const rows = new Map<string, Row>()
  const examined: Examined = { documents: 0, keys: 0 }
  let cursor = after === undefined ? undefined : readCursor(after)
  for (const entry of entries(environment, index, ranges, cursor)) {
    if (rows.size === PAGE || examined.keys === MOST_EXAMINED)
      return { rows: [...rows.values()], examined, ...(cursor && { next: cursorText(cursor) }) }
    examined.keys++
    cursor = entry
    if (rows.has(entry.id)) continue
    const row = collection.find(entry.id)
    if (row === undefined) continue
    examined.documents++
    if (matches(documentOf(row))) rows.set(row.id, row)
  }
  return { rows: [...rows.values()], examined }
}

interface Cursor {
  readonly range: number
  readonly key: Buffer
  readonly id: string
}

function* entries(
  { db }: Environment,
  index: StoredIndex,
  ranges: readonly KeyRange[],
  after: Cursor | undefined,
): Generator<Cursor> {
  for (const [range, { from, to }] of ranges.entries()) {
    if (after !== undefined && range < after.range) continue
    const start = after?.range === range ? after : undefined
    const lower = start ? '(key, id) > (?, ?)' : 'key >= ?'
    const sql = `SELECT key, id FROM i${String(index.id)} WHERE ${lower} ${to ? 'AND key < ?' : ''} ORDER BY key, id`
    const values = [...(start ? [start.key, start.id] : [from]), ...(to ? [to] : [])]
    for (const row of db.stream(sql, ...values))
      yield { range, key: bytesOf(row['key']), id: textOf(row['id']) }
  }
}

const cursorText = ({ range, key, id }: Cursor): string =>
  `${String(range)}.${key.toString('base64url')}.${Buffer.from(id).toString('base64url')}`

function readCursor(text: string): Cursor {
  const [range = '', key, id] = text.split('.')
  if (!/^\d+$/.test(range) || key === undefined || id === undefined)
    throw new CloudFault('INVALID_PARAM', '"after" is not what an earlier page gave as "next"')
  return {
    range: Number(range),
    key: Buffer.from(key, 'base64url'),
    id: Buffer.from(id, 'base64url').toString(),
  }
}
