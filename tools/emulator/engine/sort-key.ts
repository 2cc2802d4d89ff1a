import type { Value } from './ejson'

/**
 * Memcomparable keys: comparing the bytes of two keys compares the two values in MongoDB's type order
 * (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/). Every component is prefix-free,
 * so components can be joined, and inverting the bytes of one reverses its order.
 */
const TYPE = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  document: 0x40,
  array: 0x50,
  boolean: 0x80,
  date: 0x90,
  regexp: 0xa0,
}
const END = 0x00

/** The key an empty array has in an index and in a sort: below null, as MongoDB's `undefined`. */
export const EMPTY_ARRAY_KEY = Buffer.from([TYPE.emptyArray])

export function sortKey(value: Value): Buffer {
  const bytes: number[] = []
  append(bytes, value)
  return Buffer.from(bytes)
}

export function descending(key: Buffer): Buffer {
  const inverted = Buffer.from(key)
  for (let at = 0; at < inverted.length; at++) inverted[at] = 0xff - (inverted[at] ?? 0)
  return inverted
}

/** All keys of values of the same type lie in [from, to). */
export function typeBracket(value: Value): { from: Buffer; to: Buffer } {
  const type = typeByte(value)
  return { from: Buffer.from([type]), to: Buffer.from([type + 1]) }
}

/** The smallest key greater than every key that starts with this prefix; undefined when there is none. */
export function afterPrefix(prefix: Buffer): Buffer | undefined {
  let end = prefix.length
  while (end > 0 && prefix[end - 1] === 0xff) end--
  if (end === 0) return undefined
  const next = Buffer.from(prefix.subarray(0, end))
  next[end - 1] = (next[end - 1] ?? 0) + 1
  return next
}

export const compareValues = (a: Value, b: Value): number => Buffer.compare(sortKey(a), sortKey(b))

/** One text for all values that are the same, so that a Set or a Map can hold them. */
export const keyText = (value: Value): string => sortKey(value).toString('latin1')

export const sameValue = (a: Value, b: Value): boolean => compareValues(a, b) === 0

function typeByte(value: Value): number {
  if (value === null) return TYPE.null
  if (typeof value === 'number') return TYPE.number
  if (typeof value === 'string') return TYPE.string
  if (typeof value === 'boolean') return TYPE.boolean
  if (value instanceof Date) return TYPE.date
  if (value instanceof RegExp) return TYPE.regexp
  return Array.isArray(value) ? TYPE.array : TYPE.document
}

function append(bytes: number[], value: Value): void {
  if (value === null) bytes.push(TYPE.null)
  else if (typeof value === 'number') appendNumber(bytes, TYPE.number, value)
  else if (typeof value === 'string') appendString(bytes, TYPE.string, value)
  else if (typeof value === 'boolean') bytes.push(TYPE.boolean, value ? 1 : 0)
  else if (value instanceof Date) appendNumber(bytes, TYPE.date, value.getTime())
  else if (value instanceof RegExp) appendString(bytes, TYPE.regexp, `${value.source}\u0000${value.flags}`)
  else if (Array.isArray(value)) {
    bytes.push(TYPE.array)
    for (const inner of value) append(bytes, inner)
    bytes.push(END)
  } else {
    bytes.push(TYPE.document)
    for (const [field, inner] of Object.entries(value)) {
      bytes.push(typeByte(inner))
      appendString(bytes, TYPE.string, field)
      append(bytes, inner)
    }
    bytes.push(END)
  }
}

function appendNumber(bytes: number[], type: number, value: number): void {
  const buffer = Buffer.alloc(8)
  if (Number.isNaN(value)) {
    bytes.push(type, ...buffer)
    return
  }
  buffer.writeDoubleBE(value === 0 ? 0 : value)
  const negative = ((buffer[0] ?? 0) & 0x80) !== 0
  bytes.push(type, ...(negative ? descending(buffer) : [(buffer[0] ?? 0) | 0x80, ...buffer.subarray(1)]))
}

function appendString(bytes: number[], type: number, value: string): void {
  bytes.push(type)
  for (const byte of Buffer.from(value, 'utf8')) {
    bytes.push(byte)
    if (byte === END) bytes.push(0xff)
  }
  bytes.push(END, 0x01)
}
