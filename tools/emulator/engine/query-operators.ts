import type { Context } from 'mingo/core'
import { $and, $nor, $or } from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'
import { compareValues, sameValue } from './sort-key'

export type QueryOperators = Parameters<Context['addQueryOps']>[0]
type Held = Value | undefined
type Operator = (path: string, argument: Value, options: never) => (document: Document) => boolean

/**
 * Where mingo 7.2 departs from MongoDB's manual: documents equal in another order of fields, null in ranges, a field
 * missing in one element of a list, `$all` of a plain value, logic over no queries at all.
 */
const operators: Readonly<Record<string, Operator>> = {
  $eq: (path, wanted) => {
    const candidates = candidatesAt(path)
    const holds = equals(wanted)
    return (document) => candidates(document).some(holds)
  },
  $ne: (path, unwanted) => {
    const candidates = candidatesAt(path)
    const holds = equals(unwanted)
    return (document) => !candidates(document).some(holds)
  },
  $in: (path, list) => {
    const candidates = candidatesAt(path)
    const holds = oneOf(list, '$in')
    return (document) => candidates(document).some(holds)
  },
  $nin: (path, list) => {
    const candidates = candidatesAt(path)
    const holds = oneOf(list, '$nin')
    return (document) => !candidates(document).some(holds)
  },
  $gt: range((compared) => compared > 0, false),
  $gte: range((compared) => compared >= 0, true),
  $lt: range((compared) => compared < 0, false),
  $lte: range((compared) => compared <= 0, true),
  $all: (path, list, options) => {
    if (!Array.isArray(list)) throw new Error('$all needs an array')
    const candidates = candidatesAt(path)
    const tests = list.map((wanted) => {
      if (isDocument(wanted) && Object.hasOwn(wanted, '$elemMatch'))
        return elemMatch(path, wanted['$elemMatch'] ?? null, options)
      const holds = oneOf([wanted], '$all')
      return (document: Document) => candidates(document).some(holds)
    })
    return (document) => tests.length > 0 && tests.every((test) => test(document))
  },
  $elemMatch: elemMatch,
  $and: logic('$and', $and as unknown as Operator),
  $or: logic('$or', $or as unknown as Operator),
  $nor: logic('$nor', $nor as unknown as Operator),
}
export const queryOperators = operators as unknown as QueryOperators

/** What a condition on this path is tried on: the values there and the elements of lists among them. */
function candidatesAt(path: string): (document: Document) => Held[] {
  const values = valuesAt(path)
  return (document) => {
    const found = values(document)
    return found.some(Array.isArray)
      ? found.flatMap((held) => (Array.isArray(held) ? [held, ...held] : [held]))
      : found
  }
}

/** The values at a path, in every element of the lists on the way; undefined stands for a field that is missing. */
function valuesAt(path: string): (document: Document) => Held[] {
  const steps = path.split('.')
  if (steps.includes('__proto__')) throw new Error(`the field path '${path}' is not allowed`)
  return (document) => {
    const found: Held[] = []
    collect(document, steps, 0, found)
    return found
  }
}

function collect(value: Held, steps: readonly string[], at: number, found: Held[]): void {
  const step = steps[at]
  if (step === undefined) found.push(value)
  else if (Array.isArray(value)) {
    const element = /^\d+$/.test(step) ? value[Number(step)] : undefined
    if (element !== undefined) collect(element, steps, at + 1, found)
    for (const inner of value) if (isDocument(inner)) collect(inner, steps, at, found)
  } else
    collect(isDocument(value) && Object.hasOwn(value, step) ? value[step] : undefined, steps, at + 1, found)
}

/** Conditions on fields are for elements that have fields; conditions without are for any element. */
function elemMatch(path: string, criteria: Value, options: never): (document: Document) => boolean {
  if (!isDocument(criteria)) throw new Error('$elemMatch needs an object')
  const bare = Object.keys(criteria).some(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  )
  const values = valuesAt(path)
  const query = new Query(bare ? { element: criteria } : criteria, options)
  const holds = (element: Value): boolean =>
    bare ? query.test({ element }) : isDocument(element) && query.test(element)
  return (document) => values(document).some((held) => Array.isArray(held) && held.some(holds))
}

function equals(wanted: Value): (held: Held) => boolean {
  if (wanted === null) return (held) => held === undefined || held === null
  if (typeof wanted === 'object' || Number.isNaN(wanted))
    return (held) => held !== undefined && sameValue(held, wanted)
  return (held) => held === wanted
}

/** A range holds values of its bound's type only, and NaN is in none but its own; null and missing are one. */
function range(within: (compared: number) => boolean, inclusive: boolean): Operator {
  return (path, bound) => {
    const candidates = candidatesAt(path)
    if (bound === null) {
      const holds = equals(null)
      return (document) => inclusive && candidates(document).some(holds)
    }
    const type = typeOf(bound)
    return (document) =>
      candidates(document).some(
        (held) =>
          held !== undefined &&
          typeOf(held) === type &&
          Number.isNaN(held) === Number.isNaN(bound) &&
          within(compareValues(held, bound)),
      )
  }
}

function typeOf(value: Value): string {
  if (typeof value !== 'object') return typeof value
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return value instanceof RegExp ? 'regexp' : 'object'
}

function oneOf(list: Value, operator: string): (held: Held) => boolean {
  if (!Array.isArray(list)) throw new Error(`${operator} needs an array`)
  const plain = new Set<Held>(list.filter((one) => typeof one !== 'object' && !Number.isNaN(one)))
  const tests = list
    .filter((one) => !plain.has(one))
    .map((one) => (one instanceof RegExp ? (held: Held) => matchesText(one, held) : equals(one)))
  return (held) => plain.has(held) || tests.some((test) => test(held))
}

const matchesText = (pattern: RegExp, held: Held): boolean =>
  (typeof held === 'string' && pattern.test(held)) || (held instanceof RegExp && sameValue(held, pattern))

function logic(name: string, combine: Operator): Operator {
  return (path, queries, options) => {
    if (!Array.isArray(queries) || queries.length === 0) throw new Error(`${name} must be a nonempty array`)
    return combine(path, queries, options)
  }
}
