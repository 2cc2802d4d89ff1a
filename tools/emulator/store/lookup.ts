import type { Document, Value } from '../engine/ejson'
import { copyValue, isDocument } from '../engine/ejson'
import { openPlace } from '../engine/field-path'
import { fieldValues } from '../engine/field-values'
import { CloudFault } from '../fault'
import type { Stage } from './aggregate'
import type { Environment } from './environment'
import type { Examined } from './found'
import { everything, findDocuments } from './find'

/** A lookup without an index reads the other collection once for each document, in the server's own thread. */
const MOST_EXAMINED = 5_000_000

interface PlainLookup extends Document {
  from: string
  localField: string
  foreignField: string
  as: string
}

export function isPlainLookup(stage: Stage): stage is { key: '$lookup'; value: PlainLookup } {
  const { key, value } = stage
  return (
    key === '$lookup' &&
    isDocument(value) &&
    value['pipeline'] === undefined &&
    ['from', 'localField', 'foreignField', 'as'].every((field) => typeof value[field] === 'string')
  )
}

/** A `$lookup` by equality asks the planner for each document instead of reading the whole other collection. */
export function lookUp(
  environment: Environment,
  documents: readonly Document[],
  lookup: PlainLookup,
  examined: Examined,
): Document[] {
  const other = environment.collection(lookup.from)
  return documents.map((document) => {
    const values = fieldValues(document, lookup.localField)
    const query = {
      [lookup.foreignField]:
        values.length === 1 ? { $eq: values[0] ?? null } : { $in: values.length === 0 ? [null] : values },
    }
    const found = findDocuments(other, { ...everything, query }, examined)
    if (examined.documents > MOST_EXAMINED)
      throw new CloudFault(
        'DATABASE_REQUEST_FAILED',
        `$lookup examined more than ${String(MOST_EXAMINED)} documents: index ${lookup.foreignField} of ${lookup.from}`,
      )
    return withField(
      document,
      lookup.as,
      found.map((one) => one.document),
    )
  })
}

export function withField(document: Document, path: string, value: Value): Document {
  if (!path.includes('.')) return { ...document, [path]: value }
  const copy = copyValue(document)
  openPlace(copy, path).set(value)
  return copy
}
