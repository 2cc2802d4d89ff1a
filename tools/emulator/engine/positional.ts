import { CloudFault } from '../fault'
import type { Document, Value } from './ejson'
import { copyValue, isDocument } from './ejson'
import { findPlace } from './field-path'
import { compileQuery } from './query'

/**
 * Replaces `$` (the first element the query matched) and `$[]` (every element) in an update path by indexes
 * (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/query-array-object.html).
 */
export function expandPath(document: Document, path: string, query: Document): string[] {
  const steps = path.split('.')
  const at = steps.findIndex((step) => step === '$' || step === '$[]')
  if (at < 0) return [path]
  const prefix = steps.slice(0, at).join('.')
  const held = prefix === '' ? undefined : findPlace(document, prefix)?.get()
  const indexes = steps[at] === '$' ? [matchedIndex(document, prefix, held, query)] : everyIndex(prefix, held)
  return indexes.flatMap((index) =>
    expandPath(document, [prefix, String(index), ...steps.slice(at + 1)].join('.'), query),
  )
}

function everyIndex(prefix: string, held: Value | undefined): number[] {
  if (held === undefined)
    throw refuse(`The path '${prefix}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(held)) throw refuse(`Cannot apply array updates to non-array element ${prefix}`)
  return held.map((_, index) => index)
}

function matchedIndex(document: Document, prefix: string, held: Value | undefined, query: Document): number {
  const tests = conditionsOn(query, prefix).map(compileQuery)
  const narrowed = copyValue(document)
  const place = findPlace(narrowed, prefix)
  const index =
    Array.isArray(held) && tests.length > 0
      ? held.findIndex((element) => {
          place?.set([element])
          return tests.every((matches) => matches(narrowed))
        })
      : -1
  if (index < 0) throw refuse('The positional operator did not find the match needed from the query.')
  return index
}

/** The conditions of a query that speak of this array; a negative one names no element, as in MongoDB. */
function conditionsOn(query: Document, prefix: string): Document[] {
  return Object.entries(query).flatMap(([field, condition]) => {
    if (field === '$and' && Array.isArray(condition))
      return condition.flatMap((part) => (isDocument(part) ? conditionsOn(part, prefix) : []))
    return field === prefix || field.startsWith(`${prefix}.`) ? [{ [field]: condition }] : []
  })
}

const refuse = (message: string): CloudFault => new CloudFault('DATABASE_REQUEST_FAILED', message)
