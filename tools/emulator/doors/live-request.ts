import type { Document, Value } from '../engine/ejson'
import { decodeEjson, isDocument } from '../engine/ejson'
import type { OrderField } from '../engine/order'
import { CloudFault } from '../fault'
import { DEFAULT_ENV } from './exchange'

/** What a page says: `watch` starts (or replaces) the watch of that id, `unwatch` ends it. */
export type PageMessage =
  | ({ readonly type: 'watch'; readonly id: WatchId } & WatchRequest)
  | { readonly type: 'unwatch'; readonly id: WatchId }
export type WatchId = string | number

export interface WatchRequest {
  readonly env: string
  readonly collection: string
  readonly openid: string | undefined
  readonly query: Document
  readonly order: readonly OrderField[]
  /** Absent: all that match, up to what a listener holds. */
  readonly limit: number | undefined
}

/** The service lets a listener hold this many documents. */
export const MAX_DOCUMENTS = 5000
const MAX_DEPTH = 20
const MAX_ID = 128

const known = new Set(['type', 'id', 'env', 'collection', 'openid', 'query', 'orderBy', 'limit'])
/** What `db.command` gives a client for a query, regular expressions included. */
const operators = new Set([
  ...['$eq', '$ne', '$lt', '$lte', '$gt', '$gte', '$in', '$nin', '$exists', '$mod'],
  ...['$and', '$or', '$nor', '$not', '$all', '$elemMatch', '$size', '$regex', '$options'],
])

const malformed = (message: string): CloudFault => new CloudFault('MALFORMED_REQUEST', message)

export function readMessage(text: string): Readonly<Record<string, unknown>> {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message === 'object' && message !== null && !Array.isArray(message)) return { ...message }
  } catch {
    // answered below
  }
  throw malformed('a message must be a JSON object')
}

export function readPageMessage(message: Readonly<Record<string, unknown>>): PageMessage {
  const { type, collection, env, openid, query, orderBy, limit } = message
  const id = readId(message['id'])
  if (type === 'unwatch') return { type, id }
  if (type !== 'watch') throw malformed('type must be watch or unwatch')
  const unknown = Object.keys(message).find((field) => !known.has(field))
  if (unknown !== undefined)
    throw new CloudFault('INVALID_PARAM', `a watch takes query, orderBy and limit, not ${unknown}`)
  if (typeof collection !== 'string' || collection === '') throw malformed('collection is missing')
  const person = typeof openid === 'string' && openid !== '' ? openid : undefined
  return {
    type,
    id,
    env: typeof env === 'string' && env !== '' ? env : DEFAULT_ENV,
    collection,
    openid: person,
    query: readQuery(query, person),
    order: readOrderBy(orderBy),
    limit: readLimit(limit),
  }
}

function readId(id: unknown): WatchId {
  if (typeof id === 'number' || (typeof id === 'string' && id !== '' && id.length <= MAX_ID)) return id
  throw malformed(`id must be a number or a text of 1 to ${String(MAX_ID)} characters`)
}

function readQuery(query: unknown, openid: string | undefined): Document {
  if (query === undefined || query === null) return {}
  checkQuery(query, 0)
  const condition = withOpenid(decodeEjson(JSON.stringify(query)), openid)
  if (!isDocument(condition)) throw new CloudFault('INVALID_PARAM', 'query must be an object')
  return condition
}

/** EJSON values (`{"$date": ms}`) are taken as values, every other `$` as an operator a client may use. */
function checkQuery(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH)
    throw new CloudFault('INVALID_PARAM', `the query is nested deeper than ${String(MAX_DEPTH)} levels`)
  if (typeof value !== 'object' || value === null) return
  for (const [field, inner] of Object.entries(value)) {
    if (field === '$date' || field.startsWith('$number') || field === '$regularExpression') continue
    if (field.startsWith('$') && !operators.has(field))
      throw new CloudFault('DATABASE_INVALID_OPERRATOR', `operator ${field} is not allowed in a watch`)
    checkQuery(inner, depth + 1)
  }
}

/** `{openid}` in a client's query stands for the caller, as the service's rules have it. */
function withOpenid(value: Value, openid: string | undefined): Value {
  if (value === '{openid}') return openid ?? value
  if (Array.isArray(value)) return value.map((inner) => withOpenid(inner, openid))
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withOpenid(inner, openid)]))
}

/** `{"at": "desc", "n": "asc"}`, as INIT_WATCH carries it; without any the service orders by `_id` descending. */
function readOrderBy(orderBy: unknown): readonly OrderField[] {
  if (orderBy === undefined || orderBy === null) return [{ path: '_id', descending: true }]
  const entries = typeof orderBy === 'object' && !Array.isArray(orderBy) ? Object.entries(orderBy) : []
  const order = entries.flatMap(([path, direction]) =>
    direction === 'asc' || direction === 'desc' ? [{ path, descending: direction === 'desc' }] : [],
  )
  if (order.length === 0 || order.length < entries.length)
    throw new CloudFault('INVALID_PARAM', 'orderBy must name fields with "asc" or "desc"')
  return order
}

function readLimit(limit: unknown): number | undefined {
  if (limit === undefined || limit === null) return undefined
  if (typeof limit === 'number' && Number.isInteger(limit) && limit > 0 && limit <= MAX_DOCUMENTS)
    return limit
  throw new CloudFault('INVALID_PARAM', `limit must be a whole number from 1 to ${String(MAX_DOCUMENTS)}`)
}
