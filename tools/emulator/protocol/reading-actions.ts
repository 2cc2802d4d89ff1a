import { CloudFault } from '../fault'
import { idKey, readId } from '../engine/document-id'
import type { Document, DocumentId } from '../engine/ejson'
import { decodeEjson, encodeEjson, isDocument } from '../engine/ejson'
import { readOrder } from '../engine/order'
import { project } from '../engine/projection'
import { queryShape } from '../engine/query'
import type { Stage } from '../store/aggregate'
import { runPipeline } from '../store/aggregate'
import type { Collection } from '../store/collection'
import { documentOf } from '../store/collection'
import type { Examined } from '../store/found'
import { countDocuments, findDocuments } from '../store/find'
import type { Action, ActionCall, ActionReply } from './action'
import { count, ejson, list, optionalText, text } from './body'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** The `_id` of a `doc(id)` request, which is the only kind a transaction takes. */
export const documentId = (query: Document): DocumentId => readId(query['_id'])

export const refuseWhere = (): CloudFault =>
  new CloudFault(
    'INVALID_PARAM',
    'a transaction takes doc() operations and add() only, no where() and no aggregate()',
  )

const getDocument: Action = (call) => {
  const { body, environment } = call
  const collection = environment.collection(text(body, 'collectionName'))
  const query = ejson(body, 'query')
  const projection = ejson(body, 'projection')
  const transactionId = optionalText(body, 'transactionId')
  if (transactionId !== undefined) {
    if (body['queryType'] !== 'DOC') throw refuseWhere()
    const row = environment.transactions.get(transactionId).find(collection, idKey(documentId(query)))
    return listReply(row ? [documentOf(row)] : [], projection)
  }
  const limit = body['queryType'] === 'DOC' ? 1 : count(body, 'limit', DEFAULT_LIMIT, MAX_LIMIT)
  const search = {
    query,
    order: readOrder(ejson(body, 'order')),
    skip: count(body, 'offset', 0, Infinity),
    limit,
  }
  const examined: Examined = { documents: 0, keys: 0 }
  const found = findDocuments(collection, search, examined)
  record(call, collection, shapeOf(query, body), examined, found.length)
  if (Object.keys(projection).length === 0)
    return { data: { list: found.map(({ row }) => row.text), offset: search.skip, limit }, examined }
  return {
    ...listReply(
      found.map(({ document }) => document),
      projection,
    ),
    examined,
  }
}

function listReply(documents: Parameters<typeof project>[0], projection: Document): ActionReply {
  return { data: { list: project(documents, projection).map(encodeEjson) } }
}

const calculateDocument: Action = (call) => {
  const { body, environment } = call
  const collection = environment.collection(text(body, 'collectionName'))
  if (optionalText(body, 'transactionId') !== undefined) throw refuseWhere()
  const query = ejson(body, 'query')
  const examined: Examined = { documents: 0, keys: 0 }
  const total =
    Object.keys(query).length === 0
      ? collection.countUpTo(undefined)
      : countDocuments(collection, query, examined)
  record(call, collection, `count ${queryShape(query)}`, examined, total)
  return { data: { total }, examined }
}

const aggregateDocuments: Action = (call) => {
  const { body, environment } = call
  const collection = environment.collection(text(body, 'collectionName'))
  if (optionalText(body, 'transactionId') !== undefined) throw refuseWhere()
  const stages = list(body, 'stages').map(readStage)
  const examined: Examined = { documents: 0, keys: 0 }
  const results = runPipeline(environment, collection.name, stages, examined)
  record(
    call,
    collection,
    `aggregate ${stages.map(({ key, value }) => (key === '$match' && isDocument(value) ? queryShape(value) : key)).join(' ')}`,
    examined,
    results.length,
  )
  return { data: { list: results.map(encodeEjson) }, examined }
}

function readStage(stage: unknown): Stage {
  const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown }
  if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
    throw new CloudFault('INVALID_PARAM', 'malformed stage')
  return { key: stageKey, value: decodeEjson(stageValue) }
}

function shapeOf(query: Document, body: ActionCall['body']): string {
  const order = optionalText(body, 'order')
  return `${queryShape(query)}${order === undefined ? '' : ` by ${Object.keys(ejson(body, 'order')).join(',')}`}`
}

function record(
  { counters, environment }: ActionCall,
  collection: Collection,
  shape: string,
  examined: Examined,
  returned: number,
): void {
  counters.record(environment.name, collection.name, shape, examined, returned)
}

export const readingActions = {
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.aggregateDocuments': aggregateDocuments,
} satisfies Record<string, Action>
