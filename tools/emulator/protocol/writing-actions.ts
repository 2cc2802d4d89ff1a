import { randomBytes } from 'node:crypto'
import { CloudFault } from '../fault'
import { mayBacktrack, withDeadline } from '../engine/deadline'
import { idKey } from '../engine/document-id'
import type { Document, StoredDocument } from '../engine/ejson'
import { checkReadable, decodeDocument, encodeEjson } from '../engine/ejson'
import { queryShape } from '../engine/query'
import { applyUpdate, newDocument, replacement } from '../engine/update'
import type { Collection, Row } from '../store/collection'
import { documentOf, duplicateKey } from '../store/collection'
import { DocumentLocked } from '../store/environment'
import type { Examined } from '../store/found'
import { everything, findDocuments } from '../store/find'
import type { Transaction } from '../store/transaction'
import type { Action, ActionCall } from './action'
import { ejson, list, optionalText, text } from './body'
import { documentId, refuseWhere } from './reading-actions'

/** Documents hold up to 512 KB (platform limit of one record). */
const MAX_DOCUMENT = 512 * 1024

const insertDocument: Action = (call) => {
  const { body, clock } = call
  const documents = list(body, 'data').map((data) => newStored(decodeData(data), clock.now()))
  return targeted(call, (collection, transaction) => {
    if (transaction !== undefined)
      for (const document of documents) insertInside(transaction, collection, document)
    else {
      const refusal = call.environment.change((write) =>
        firstRefusal(documents, (document) => {
          if (collection.find(idKey(document._id)) !== undefined) throw duplicateKey(collection.name, '_id_')
          write(collection, undefined, document)
        }),
      )
      if (refusal !== undefined) throw refusal
    }
    return { data: { insertedIds: documents.map(({ _id }) => _id) } }
  })
}

/** An ordered insert, as MongoDB's: what comes before the first refused document stays, what follows is left out. */
function firstRefusal(
  documents: readonly StoredDocument[],
  insert: (document: StoredDocument) => void,
): CloudFault | undefined {
  for (const document of documents) {
    try {
      insert(document)
    } catch (error) {
      if (error instanceof CloudFault) return error
      throw error
    }
  }
  return undefined
}

function decodeData(data: unknown): Document {
  if (typeof data !== 'string') throw new CloudFault('INVALID_PARAM', 'data must be a list of EJSON strings')
  return decodeDocument(data)
}

function newStored(data: Document, now: number): StoredDocument {
  const _id = data['_id'] === undefined ? randomBytes(16).toString('hex') : documentId(data)
  return checkSize(newDocument({ ...data, _id }, now))
}

function insertInside(transaction: Transaction, collection: Collection, document: StoredDocument): void {
  const id = idKey(document._id)
  if (transaction.find(collection, id) !== undefined) throw duplicateKey(collection.name, '_id_')
  transaction.write(collection, id, document)
}

const modifyDocument: Action = (call) => {
  const { body, clock } = call
  const data = ejson(body, 'data')
  const merge = body['merge'] !== false
  if (Object.keys(data).length === 0 && merge)
    throw new CloudFault('INVALID_PARAM', 'an update must not be empty')
  const query = ejson(body, 'query')
  const change = (before: StoredDocument): StoredDocument =>
    checkSize(merge ? update(before, data, clock.now(), query) : replacement(before._id, data, clock.now()))
  return targeted(call, (collection, transaction) => {
    const upsertId = body['upsert'] === true ? documentId(query) : undefined
    let updated = 0
    let found = 0
    apply(call, collection, transaction, (row) => {
      found++
      const after = change(documentOf(row))
      if (encodeEjson(after) === row.text) return 'same'
      updated++
      return after
    })
    if (found > 0 || upsertId === undefined) return { data: { updated, upsert_id: null } }
    const created = checkSize(replacement(upsertId, data, clock.now()))
    if (transaction !== undefined) transaction.write(collection, idKey(upsertId), created)
    else
      call.environment.change((write) => {
        write(collection, undefined, created)
      })
    return { data: { updated: 0, upsert_id: upsertId } }
  })
}

const modifyAndReturnDoc: Action = (call) => {
  const data = ejson(call.body, 'data')
  const query = ejson(call.body, 'query')
  return targeted(call, (collection, transaction) => {
    let doc: StoredDocument | undefined
    apply(
      { ...call, body: { ...call.body, multi: false } },
      collection,
      transaction,
      (row) => (doc = checkSize(update(documentOf(row), data, call.clock.now(), query))),
    )
    return { data: { updated: doc === undefined ? 0 : 1, doc: doc === undefined ? null : encodeEjson(doc) } }
  })
}

/** `_.pull` may hold a regular expression, and so may the query that says which element `$` is. */
function update(before: StoredDocument, data: Document, now: number, query: Document): StoredDocument {
  const work = (): StoredDocument => applyUpdate(before, data, now, query)
  return mayBacktrack([data, query]) ? withDeadline(work) : work()
}

const removeDocument: Action = (call) =>
  targeted(call, (collection, transaction) => {
    let deleted = 0
    apply(call, collection, transaction, () => {
      deleted++
      return undefined
    })
    return { data: { deleted } }
  })

/** Rewrites each document the request names: by id inside a transaction, by query outside. */
function apply(
  call: ActionCall,
  collection: Collection,
  transaction: Transaction | undefined,
  rewrite: (row: Row) => StoredDocument | undefined | 'same',
): void {
  const { body, environment, counters } = call
  const query = ejson(body, 'query')
  if (transaction !== undefined) {
    if (body['queryType'] !== 'DOC') throw refuseWhere()
    const row = transaction.find(collection, idKey(documentId(query)))
    const after = row && rewrite(row)
    if (row !== undefined) transaction.write(collection, row.id, after === 'same' ? documentOf(row) : after)
    return
  }
  environment.change((write) => {
    const examined: Examined = { documents: 0, keys: 0 }
    const found = findDocuments(
      collection,
      { ...everything, query, limit: body['multi'] === true ? Infinity : 1 },
      examined,
    )
    counters.record(environment.name, collection.name, `write ${queryShape(query)}`, examined, found.length)
    for (const { row } of found) {
      const after = rewrite(row)
      if (after !== 'same') write(collection, row, after)
    }
  })
}

/** Runs a write; outside a transaction it waits for the transactions that hold its documents, as MongoDB does. */
async function targeted<T>(
  call: ActionCall,
  work: (collection: Collection, transaction: Transaction | undefined) => T,
): Promise<T> {
  const { body, environment } = call
  const collection = environment.collection(text(body, 'collectionName'))
  const transactionId = optionalText(body, 'transactionId')
  if (transactionId !== undefined) return work(collection, environment.transactions.get(transactionId))
  for (;;) {
    try {
      return work(collection, undefined)
    } catch (error) {
      if (!(error instanceof DocumentLocked)) throw error
      await error.holder.ended
    }
  }
}

function checkSize(document: StoredDocument): StoredDocument {
  checkReadable(document)
  if (Buffer.byteLength(JSON.stringify(document)) > MAX_DOCUMENT)
    throw new CloudFault('DATABASE_REQUEST_FAILED', 'the document is larger than 512 KB')
  return document
}

const addCollection: Action = ({ environment, body }) => {
  environment.addCollection(text(body, 'collectionName'))
  return {}
}

export const writingActions = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
} satisfies Record<string, Action>
