import type { Document, Value } from './ejson'
import { isDocument } from './ejson'
import { compareValues, typeBracket } from './sort-key'

export interface Bound {
  readonly value: Value
  readonly inclusive: boolean
}
/** What a query demands of one field; a document that breaks it cannot match (the converse need not hold). */
export interface Bounds {
  readonly points?: readonly Value[]
  readonly lower?: Bound
  readonly upper?: Bound
}
export type Constraints = ReadonlyMap<string, Bounds>

export function readConstraints(query: Document): Constraints {
  const constraints = new Map<string, Bounds>()
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDocument(part)) mergeAll(constraints, readConstraints(part))
    } else if (field === '$or' && Array.isArray(condition)) {
      mergeAll(
        constraints,
        unite(
          condition.map((part) => (isDocument(part) ? readConstraints(part) : new Map<string, Bounds>())),
        ),
      )
    } else if (!field.startsWith('$')) merge(constraints, field, boundsOf(condition))
  }
  return constraints
}

const plannable = (value: Value): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  value instanceof Date

export function boundsOf(condition: Value): Bounds {
  if (plannable(condition)) return { points: [condition] }
  if (!isDocument(condition)) return {}
  let bounds: Bounds = {}
  for (const [operator, value] of Object.entries(condition))
    bounds = narrow(bounds, operatorBounds(operator, value))
  return bounds
}

function operatorBounds(operator: string, value: Value): Bounds {
  if (operator === '$in') return Array.isArray(value) && value.every(plannable) ? { points: value } : {}
  if (!plannable(value)) return {}
  if (operator === '$eq') return { points: [value] }
  if (value === null) return {}
  if (operator === '$gt' || operator === '$gte') return { lower: { value, inclusive: operator === '$gte' } }
  if (operator === '$lt' || operator === '$lte') return { upper: { value, inclusive: operator === '$lte' } }
  return {}
}

function mergeAll(into: Map<string, Bounds>, from: Constraints): void {
  for (const [field, bounds] of from) merge(into, field, bounds)
}

function merge(into: Map<string, Bounds>, field: string, bounds: Bounds): void {
  if (Object.keys(bounds).length > 0) into.set(field, narrow(into.get(field) ?? {}, bounds))
}

/** Either demand may be taken for both: it only has to let every match through. */
function narrow(a: Bounds, b: Bounds): Bounds {
  const points =
    a.points !== undefined && b.points !== undefined
      ? a.points.length <= b.points.length
        ? a.points
        : b.points
      : (a.points ?? b.points)
  const lower = a.lower ?? b.lower
  const upper = a.upper ?? b.upper
  return { ...(points && { points }), ...(lower && { lower }), ...(upper && { upper }) }
}

/** What all branches of an `$or` agree on, so that `(at < t) or (at = t and _id < i)` still bounds `at`. */
function unite(branches: readonly Constraints[]): Constraints {
  const [first, ...others] = branches
  const united = new Map<string, Bounds>()
  for (const [field, bounds] of first ?? []) {
    const all = others.map((branch) => branch.get(field))
    let widened: Bounds | undefined = bounds
    for (const other of all) widened = widened && other && widen(widened, other)
    if (widened) merge(united, field, widened)
  }
  return united
}

function widen(a: Bounds, b: Bounds): Bounds {
  if (a.points !== undefined && b.points !== undefined) return { points: [...a.points, ...b.points] }
  const lower = outer(lowerOf(a), lowerOf(b), -1)
  const upper = outer(upperOf(a), upperOf(b), 1)
  return { ...(lower && { lower }), ...(upper && { upper }) }
}

const lowerOf = (bounds: Bounds): Bound | undefined => bounds.lower ?? onlyPoint(bounds)
const upperOf = (bounds: Bounds): Bound | undefined => bounds.upper ?? onlyPoint(bounds)

function onlyPoint({ points }: Bounds): Bound | undefined {
  const [value, ...more] = points ?? []
  return value === undefined || value === null || more.length > 0 ? undefined : { value, inclusive: true }
}

function outer(a: Bound | undefined, b: Bound | undefined, side: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined || !sameType(a.value, b.value)) return undefined
  const compared = compareValues(a.value, b.value) * side
  if (compared === 0) return a.inclusive ? a : b
  return compared > 0 ? a : b
}

export const sameType = (a: Value, b: Value): boolean => typeBracket(a).from.equals(typeBracket(b).from)
