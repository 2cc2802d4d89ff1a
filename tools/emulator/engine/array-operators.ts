import { CloudFault } from '../fault'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'
import type { Place } from './field-path'
import { findPlace } from './field-path'
import { compileQuery } from './query'
import { compareValues, sameValue } from './sort-key'

const fail = (message: string): CloudFault => new CloudFault('DATABASE_REQUEST_FAILED', message)

export function push(place: Place, argument: Value): void {
  const array = arrayAt(place, '$push')
  const each = isDocument(argument) && Array.isArray(argument['$each']) ? argument['$each'] : undefined
  if (each === undefined || !isDocument(argument)) {
    place.set([...array, argument])
    return
  }
  const at = argument['$position']
  const pushed = [...array]
  pushed.splice(typeof at === 'number' ? at : array.length, 0, ...each)
  const sorted = argument['$sort'] === undefined ? pushed : sortElements(pushed, argument['$sort'])
  place.set(sliced(sorted, argument['$slice']))
}

/** `_.addToSet({each: […]})` reaches the wire untranslated (seen with wx-server-sdk 4.0.2): both spellings are taken. */
export function addToSet(place: Place, argument: Value): void {
  const set = [...arrayAt(place, '$addToSet')]
  for (const value of eachOf(argument) ?? [argument])
    if (!set.some((held) => sameValue(held, value))) set.push(value)
  place.set(set)
}

function eachOf(argument: Value): Value[] | undefined {
  if (!isDocument(argument) || Object.keys(argument).length !== 1) return undefined
  const each = argument['$each'] ?? argument['each']
  return Array.isArray(each) ? each : undefined
}

export function pop(place: Place | undefined, argument: Value): void {
  const array = place && existingArray(place, '$pop')
  if (argument !== 1 && argument !== -1) throw fail('$pop expects 1 or -1')
  if (array !== undefined) place?.set(argument === 1 ? array.slice(0, -1) : array.slice(1))
}

export function pull(place: Place | undefined, condition: Value): void {
  const array = place && existingArray(place, '$pull')
  if (array !== undefined) place?.set(array.filter((element) => !pulls(condition, element)))
}

export function pullAll(place: Place | undefined, values: Value): void {
  if (!Array.isArray(values)) throw fail('$pullAll expects an array')
  const array = place && existingArray(place, '$pullAll')
  if (array !== undefined)
    place?.set(array.filter((element) => !values.some((value) => sameValue(value, element))))
}

export function rename(document: Document, from: string, to: Value): void {
  if (typeof to !== 'string') throw fail('$rename expects a field name')
  const place = findPlace(document, from)
  const value = place?.get()
  if (place === undefined || value === undefined) return
  place.remove()
  const target = findPlace(document, to)
  if (target === undefined) throw fail(`$rename: the way to '${to}' does not exist`)
  target.set(value)
}

function pulls(condition: Value, element: Value): boolean {
  if (condition instanceof RegExp) return typeof element === 'string' && condition.test(element)
  if (!isDocument(condition)) return sameValue(condition, element)
  const operators = Object.keys(condition).some(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  )
  if (operators) return compileQuery({ element: condition })({ element })
  return isDocument(element) && compileQuery(condition)(element)
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

function sliced(elements: Value[], slice: Value | undefined): Value[] {
  if (typeof slice !== 'number') return elements
  return slice >= 0 ? elements.slice(0, slice) : elements.slice(slice)
}
