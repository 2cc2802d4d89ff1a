import { CloudFault, messageOf } from '../fault'

export type Value = null | boolean | number | string | Date | RegExp | Value[] | Document
export interface Document {
  [field: string]: Value
}
/** What the service takes as `_id`: the SDK's `doc()` knows texts and numbers. */
export type DocumentId = string | number
export interface StoredDocument extends Document {
  _id: DocumentId
}

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

export function copyValue<T extends Value>(value: T): T
export function copyValue(value: Value): Value {
  if (Array.isArray(value)) return value.map((inner) => copyValue(inner))
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, copyValue(inner)]))
}

const INT32 = 0x7fffffff
const INT64 = 2 ** 63

/** Reads a string of EJSON as the SDK sends it (canonical form). */
export function decodeEjson(text: string): Value {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new CloudFault('INVALID_PARAM', `malformed EJSON: ${messageOf(error)}`)
  }
  return revive(json, 0)
}

export function decodeDocument(text: string): Document {
  const value = decodeEjson(text)
  if (!isDocument(value)) throw new CloudFault('INVALID_PARAM', 'malformed EJSON: an object was expected')
  return value
}

/** What the store keeps and the SDK reads: canonical EJSON. */
export const encodeEjson = (value: Value): string => JSON.stringify(toCanonical(value))

const wrappers: Readonly<Record<string, (inner: unknown) => Value>> = {
  $numberInt: toNumber,
  $numberLong: toNumber,
  $numberDouble: toNumber,
  $date: toDate,
  $regularExpression: toRegExp,
  $undefined: () => null,
}
const unsupported = new Set([
  '$oid',
  '$binary',
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
])

/** MongoDB's depth of nested documents and arrays. */
const MAX_DEPTH = 100

const tooDeep = (): CloudFault =>
  new CloudFault('INVALID_PARAM', `nested deeper than ${String(MAX_DEPTH)} levels`)

/** Refuses what could not be read back: one such document would stop every scan of its collection. */
export function checkReadable(value: Value, depth = 0): void {
  if (value instanceof Date && Number.isNaN(value.getTime()))
    throw new CloudFault('INVALID_PARAM', 'a date lies outside of what dates can hold')
  if (!Array.isArray(value) && !isDocument(value)) return
  if (depth >= MAX_DEPTH) throw tooDeep()
  const [only = '', ...others] = Object.keys(value)
  if (others.length === 0 && (Object.hasOwn(wrappers, only) || unsupported.has(only)))
    throw new CloudFault('DATABASE_REQUEST_FAILED', `The dollar ($) prefixed field '${only}' is not valid`)
  for (const inner of Object.values(value)) checkReadable(inner, depth + 1)
}

function revive(json: unknown, depth: number): Value {
  if (json === null || typeof json === 'string' || typeof json === 'boolean' || typeof json === 'number')
    return json
  if (Array.isArray(json)) {
    if (depth >= MAX_DEPTH) throw tooDeep()
    return json.map((inner) => revive(inner, depth + 1))
  }
  const entries = Object.entries(json as Record<string, unknown>)
  const [first] = entries
  if (entries.length === 1 && first !== undefined) {
    const wrapper = Object.hasOwn(wrappers, first[0]) ? wrappers[first[0]] : undefined
    if (wrapper !== undefined) return wrapper(first[1])
    if (unsupported.has(first[0]))
      throw new CloudFault('INVALID_PARAM', `EJSON type ${first[0]} is not supported by the local cloud`)
  }
  if (depth >= MAX_DEPTH) throw tooDeep()
  const document: Document = {}
  for (const [field, inner] of entries) {
    if (/(^|\.)__proto__(\.|$)/.test(field))
      throw new CloudFault('INVALID_PARAM', 'a field cannot be named __proto__')
    document[field] = revive(inner, depth + 1)
  }
  return document
}

function toNumber(inner: unknown): number {
  const number = Number(inner)
  if (typeof inner !== 'string' && typeof inner !== 'number')
    throw new CloudFault('INVALID_PARAM', 'malformed EJSON: a number')
  if (Number.isNaN(number) && inner !== 'NaN')
    throw new CloudFault('INVALID_PARAM', `malformed EJSON: number ${String(inner)}`)
  return number
}

function toDate(inner: unknown): Date {
  const at = typeof inner === 'string' || typeof inner === 'number' ? inner : revive(inner, 0)
  const date = typeof at === 'string' || typeof at === 'number' ? new Date(at) : new Date(NaN)
  if (Number.isNaN(date.getTime())) throw new CloudFault('INVALID_PARAM', 'malformed EJSON: $date')
  return date
}

function toRegExp(inner: unknown): RegExp {
  const { pattern, options } = inner as { pattern?: unknown; options?: unknown }
  if (typeof pattern !== 'string')
    throw new CloudFault('INVALID_PARAM', 'malformed EJSON: $regularExpression')
  const flags = typeof options === 'string' ? options.replace(/[^ims]/g, '') : ''
  try {
    return new RegExp(pattern, flags)
  } catch (error) {
    throw new CloudFault('INVALID_PARAM', messageOf(error))
  }
}

/** An aggregation may leave `undefined` where a field is missing: such a field is left out. */
function toCanonical(value: Value | undefined): unknown {
  if (value === undefined) return null
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return canonicalNumber(value)
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(toCanonical)
  const fields = Object.entries(value) as [string, Value | undefined][]
  return Object.fromEntries(
    fields.flatMap(([field, inner]) => (inner === undefined ? [] : [[field, toCanonical(inner)]])),
  )
}

function canonicalNumber(value: number): unknown {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (Math.abs(value) <= INT32) return { $numberInt: String(value) }
    if (Math.abs(value) < INT64) return { $numberLong: BigInt(value).toString() }
  }
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) }
}

/** `db.serverDate()` travels as `{"$tcb_server_date": {"offset": ms}}` (seen on the wire). */
export function stampServerDates(value: Value, now: number): Value {
  if (Array.isArray(value)) return value.map((inner) => stampServerDates(inner, now))
  if (!isDocument(value)) return value
  const stamp = value['$tcb_server_date']
  if (stamp !== undefined && isDocument(stamp)) {
    const offset = stamp['offset']
    return new Date(now + (typeof offset === 'number' ? offset : 0))
  }
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, stampServerDates(inner, now)]),
  )
}
