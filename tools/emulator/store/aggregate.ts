import { aggregate } from 'mingo'
import { CloudFault, messageOf } from '../fault'
import type { Document, StoredDocument, Value } from '../engine/ejson'
import { isDocument } from '../engine/ejson'
import { fieldValues } from '../engine/field-values'
import type { OrderField } from '../engine/order'
import { readOrder } from '../engine/order'
import { refuseOperators } from '../engine/query'
import { documentOf } from './collection'
import type { Environment } from './environment'
import type { Examined } from './find'
import { everything, findDocuments } from './find'

/** The service gives 20 results to a pipeline without a `$limit`. */
const DEFAULT_LIMIT = 20
const refused = new Set(['$out', '$merge', '$geoNear', '$documents'])

export interface Stage {
  readonly key: string
  readonly value: Value
}

export function runPipeline(
  environment: Environment,
  name: string,
  stages: readonly Stage[],
  examined: Examined,
): Document[] {
  for (const { key, value } of stages) {
    if (refused.has(key))
      throw new CloudFault('DATABASE_INVALID_OPERRATOR', `stage ${key} is not supported by the local cloud`)
    refuseOperators(value)
  }
  const { documents, rest } = head(environment, name, stages, examined)
  let current: Document[] = documents
  let pending: Stage[] = []
  for (const stage of rest) {
    if (isPlainLookup(stage)) {
      current = lookUp(environment, runPlain(environment, current, pending, examined), stage.value, examined)
      pending = []
    } else pending.push(stage)
  }
  const results = runPlain(environment, current, pending, examined)
  return stages.some(({ key }) => key === '$limit') ? results : results.slice(0, DEFAULT_LIMIT)
}

/** The leading $match, $sort, $skip and $limit go through the planner. */
function head(
  environment: Environment,
  name: string,
  stages: readonly Stage[],
  examined: Examined,
): { documents: StoredDocument[]; rest: readonly Stage[] } {
  let at = 0
  const take = (key: string): Value | undefined => (stages[at]?.key === key ? stages[at++]?.value : undefined)
  const query = take('$match')
  const sort = take('$sort')
  const order: OrderField[] = isDocument(sort) ? readOrder(sort) : []
  const skip = take('$skip')
  const limit = take('$limit')
  const search = {
    ...everything,
    query: isDocument(query) ? query : {},
    order,
    skip: typeof skip === 'number' ? skip : 0,
    limit: typeof limit === 'number' ? limit : Infinity,
  }
  return {
    documents: findDocuments(environment.collection(name), search, examined).map(({ document }) => document),
    rest: stages.slice(at),
  }
}

function runPlain(
  environment: Environment,
  documents: Document[],
  stages: readonly Stage[],
  examined: Examined,
): Document[] {
  if (stages.length === 0) return documents
  const collectionResolver = (name: string): Document[] => {
    const all = [...environment.collection(name).scan()].map(documentOf)
    examined.documents += all.length
    return all
  }
  try {
    const pipeline = stages.map(({ key, value }) => ({ [key]: value }))
    return aggregate(documents, pipeline, { collectionResolver, scriptEnabled: false }) as Document[]
  } catch (error) {
    throw error instanceof CloudFault ? error : new CloudFault('DATABASE_INVALID_OPERRATOR', messageOf(error))
  }
}

interface PlainLookup extends Document {
  from: string
  localField: string
  foreignField: string
  as: string
}

function isPlainLookup(stage: Stage): stage is { key: '$lookup'; value: PlainLookup } {
  const { key, value } = stage
  return (
    key === '$lookup' &&
    isDocument(value) &&
    value['pipeline'] === undefined &&
    ['from', 'localField', 'foreignField', 'as'].every((field) => typeof value[field] === 'string')
  )
}

/** A `$lookup` by equality asks the planner for each document instead of reading the whole other collection. */
function lookUp(
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
        values.length === 1 ? (values[0] ?? null) : { $in: values.length === 0 ? [null] : values },
    }
    return {
      ...document,
      [lookup.as]: findDocuments(other, { ...everything, query }, examined).map((found) => found.document),
    }
  })
}
