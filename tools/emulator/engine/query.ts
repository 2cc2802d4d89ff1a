import { Query } from 'mingo'
import { CloudFault, messageOf } from '../fault'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'

export type Matches = (document: Document) => boolean

const scripts = new Set(['$where', '$function', '$accumulator', '$jsonSchema'])
const geo = new Set(['$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$geoNear'])

/** Compiles a query; unknown operators, scripts and (for now) geo operators are refused. */
export function compileQuery(query: Document): Matches {
  refuseOperators(query)
  try {
    const compiled = new Query(query, { scriptEnabled: false })
    return (document) => compiled.test(document)
  } catch (error) {
    throw new CloudFault('DATABASE_INVALID_OPERRATOR', messageOf(error))
  }
}

export function refuseOperators(value: Value): void {
  if (Array.isArray(value)) value.forEach(refuseOperators)
  else if (isDocument(value)) {
    for (const [field, inner] of Object.entries(value)) {
      if (scripts.has(field))
        throw new CloudFault('DATABASE_INVALID_OPERRATOR', `operator ${field} is not allowed`)
      if (geo.has(field))
        throw new CloudFault(
          'DATABASE_INVALID_OPERRATOR',
          `operator ${field} is not supported yet by the local cloud`,
        )
      refuseOperators(inner)
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
