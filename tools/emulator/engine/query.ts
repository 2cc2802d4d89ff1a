import { Query } from 'mingo/query'
import { CloudFault, messageOf } from '../fault'
import { mayBacktrack, sharedDeadline, withDeadline } from './deadline'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'
import { nearOperators } from './geo/geo-query'
import { operatorContext } from './operator-context'

export type Matches = (document: Document) => boolean

export interface CompiledQuery {
  readonly matches: Matches
  /** Tests many at once: cheaper when each test has to be watched. */
  readonly matchAll: (documents: readonly Document[]) => boolean[]
  /** True when a test may run long, so that many at once are worth it. */
  readonly watched: boolean
}

const scripts = new Set(['$where', '$function', '$accumulator', '$jsonSchema'])

/** Compiles a query; unknown operators and scripts are refused, and no test runs longer than a second, all of a query no longer than five. */
export function compileQuery(query: Document): Matches {
  return prepareQuery(query).matches
}

export function prepareQuery(query: Document): CompiledQuery {
  refuseOperators(query)
  const compiled = compile(query)
  const test = (document: Document): boolean => {
    try {
      return compiled.test(document)
    } catch (error) {
      throw operatorFault(error)
    }
  }
  const testAll = (documents: readonly Document[]): boolean[] => documents.map(test)
  const watched = mayBacktrack(query) || computes(query)
  const inTime = sharedDeadline()
  return watched
    ? {
        watched,
        matches: (document) => withDeadline(() => test(document)),
        matchAll: (documents) => inTime(() => testAll(documents)),
      }
    : { watched, matches: test, matchAll: testAll }
}

/** An `$expr` may loop for as long as it likes: a `$map` over a `$range` inside another. */
const computes = (value: Value): boolean =>
  Array.isArray(value)
    ? value.some(computes)
    : isDocument(value) &&
      Object.entries(value).some(([field, inner]) => field === '$expr' || computes(inner))

function compile(query: Document): Query {
  try {
    return new Query(query, { scriptEnabled: false, context: operatorContext })
  } catch (error) {
    throw operatorFault(error)
  }
}

/** What mingo says of a query it can't run, as the service's fault. */
export const operatorFault = (error: unknown): CloudFault =>
  error instanceof CloudFault ? error : new CloudFault('DATABASE_INVALID_OPERRATOR', messageOf(error))

export function refuseOperators(value: Value): void {
  if (Array.isArray(value)) value.forEach(refuseOperators)
  else if (isDocument(value)) {
    for (const [field, inner] of Object.entries(value)) {
      if (scripts.has(field))
        throw new CloudFault('DATABASE_INVALID_OPERRATOR', `operator ${field} is not allowed`)
      refuseOperators(inner)
    }
  }
}

/** A near query orders what it finds, so it stands at the top of a query (or in its $and) and nowhere else. */
export function refuseNear(value: Value): void {
  if (Array.isArray(value)) value.forEach(refuseNear)
  else if (isDocument(value)) {
    for (const [field, inner] of Object.entries(value)) {
      if (nearOperators.has(field))
        throw new CloudFault(
          'DATABASE_INVALID_OPERRATOR',
          '$geoNear, $near and $nearSphere are not allowed in this context',
        )
      refuseNear(inner)
    }
  }
}

/** What a query looks like without its values, for the counters: `{"shop":"$eq","at":"$lt"}`. */
export function queryShape(query: Document): string {
  return JSON.stringify(shapeOf(query))
}

function shapeOf(value: Value): unknown {
  if (!isDocument(value)) return '?'
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, inner]) => [
        field,
        Array.isArray(inner) && ['$and', '$or', '$nor'].includes(field) ? inner.map(shapeOf) : shapeOf(inner),
      ]),
  )
}
