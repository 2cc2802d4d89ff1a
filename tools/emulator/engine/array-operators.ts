import { CloudFault } from '../fault'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'
import type { Place } from './field-path'
import { crossesArray, findPlace, openPlace, viablePlace } from './field-path'
import { compileQuery } from './query'
import { compareValues, keyText, sameValue } from './sort-key'

const fail = (message: string): CloudFault => new CloudFault('DATABASE_REQUEST_FAILED', message)

export function push(place: Place, argument: Value): void {
  const array = arrayAt(place, '$push')
  if (!isDocument(argument) || !Object.hasOwn(argument, '$each')) {
    place.set([...array, argument])
    return
  }
  const { each, position, sort, slice } = readPush(argument)
  const pushed = [...array]
  pushed.splice(position ?? array.length, 0, ...each)
  const sorted = sort === undefined ? pushed : sortElements(pushed, sort)
  place.set(sliced(sorted, slice))
}

interface PushModifiers {
  readonly each: Value[]
  readonly position: number | undefined
  readonly sort: Value | undefined
  readonly slice: number | undefined
}

function readPush(argument: Document): PushModifiers {
  const { $each: each, $position: position, $sort: sort, $slice: slice, ...others } = argument
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw fail(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray(each)) throw fail('The argument to $each in $push must be an array')
  if (sort !== undefined && !isOrder(sort))
    throw fail('The $sort is invalid: use 1/-1 to sort the whole element, or {field: 1/-1}')
  return { each, position: integer(position, '$position'), sort, slice: integer(slice, '$slice') }
}

function integer(value: Value | undefined, name: string): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw fail(`The value for ${name} must be an integer value`)
  return value
}

const isDirection = (value: Value): boolean => value === 1 || value === -1

const isOrder = (sort: Value): boolean =>
  isDocument(sort)
    ? Object.keys(sort).length > 0 && Object.values(sort).every(isDirection)
    : isDirection(sort)

/** `_.addToSet({each: […]})` reaches the wire untranslated (seen with wx-server-sdk 4.0.2): both spellings are taken. */
export function addToSet(place: Place, argument: Value): void {
  const set = [...arrayAt(place, '$addToSet')]
  const held = new Set(set.map(keyText))
  for (const value of eachOf(argument) ?? [argument]) {
    const key = keyText(value)
    if (!held.has(key)) set.push(value)
    held.add(key)
  }
  place.set(set)
}

function eachOf(argument: Value): Value[] | undefined {
  if (!isDocument(argument)) return undefined
  const [name, ...others] = Object.keys(argument)
  if (name !== '$each') {
    const each = name === 'each' && others.length === 0 ? argument['each'] : undefined
    return Array.isArray(each) ? each : undefined
  }
  const each = argument['$each']
  if (others.length > 0) throw fail(`Found unexpected fields after $each in $addToSet: ${others.join(', ')}`)
  if (!Array.isArray(each)) throw fail('The argument to $each in $addToSet must be an array')
  return each
}

export function pop(place: Place | undefined, argument: Value): void {
  const array = place && existingArray(place, '$pop')
  if (argument !== 1 && argument !== -1) throw fail('$pop expects 1 or -1')
  if (array !== undefined) place?.set(argument === 1 ? array.slice(0, -1) : array.slice(1))
}

export function pull(place: Place | undefined, condition: Value): void {
  const array = place && existingArray(place, '$pull')
  const pulled = pulls(condition)
  if (array !== undefined) place?.set(array.filter((element) => !pulled(element)))
}

export function pullAll(place: Place | undefined, values: Value): void {
  if (!Array.isArray(values)) throw fail('$pullAll expects an array')
  const array = place && existingArray(place, '$pullAll')
  const pulled = new Set(values.map(keyText))
  if (array !== undefined) place?.set(array.filter((element) => !pulled.has(keyText(element))))
}

export function rename(document: Document, from: string, to: Value): void {
  if (typeof to !== 'string') throw fail("The 'to' field for $rename must be a string")
  const place = viablePlace(document, from)
  const value = place?.get()
  if (place === undefined || value === undefined) return
  for (const path of [from, to])
    if (crossesArray(document, path))
      throw fail(`The source and the destination field of $rename cannot be an array element: '${path}'`)
  place.remove()
  openPlace(document, to).set(value)
}

function pulls(condition: Value): (element: Value) => boolean {
  if (condition instanceof RegExp) return (element) => typeof element === 'string' && condition.test(element)
  if (!isDocument(condition)) return (element) => sameValue(condition, element)
  const operators = Object.keys(condition).some(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  )
  const matches = compileQuery(operators ? { element: condition } : condition)
  return (element) => (operators ? matches({ element }) : isDocument(element) && matches(element))
}

function arrayAt(place: Place, operator: string): Value[] {
  const value = place.get()
  if (value === undefined) return []
  if (!Array.isArray(value)) throw fail(`${operator}: the field must be an array`)
  return value
}

function existingArray(place: Place, operator: string): Value[] | undefined {
  const value = place.get()
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw fail(`${operator}: the field must be an array`)
  return value
}

function sortElements(elements: Value[], order: Value): Value[] {
  if (typeof order === 'number') return [...elements].sort((a, b) => order * compareValues(a, b))
  const fields = isDocument(order) ? Object.entries(order) : []
  return [...elements].sort((a, b) => {
    for (const [field, way] of fields) {
      const compared = compareValues(fieldOf(a, field), fieldOf(b, field)) * Number(way)
      if (compared !== 0) return compared
    }
    return 0
  })
}

const fieldOf = (element: Value, path: string): Value =>
  isDocument(element) ? (findPlace(element, path)?.get() ?? null) : null

function sliced(elements: Value[], slice: number | undefined): Value[] {
  if (slice === undefined) return elements
  return slice >= 0 ? elements.slice(0, slice) : elements.slice(slice)
}
