import { CloudFault } from '../fault'
import type { Document, StoredDocument } from '../engine/ejson'
import { decodeEjson, isDocument } from '../engine/ejson'
import { compileQuery } from '../engine/query'
import type { Change, Environment } from '../store/environment'
import { everything, findDocuments } from '../store/find'

export interface DocumentChange {
  readonly queueType: 'init' | 'enqueue' | 'update' | 'dequeue'
  readonly dataType: 'init' | 'add' | 'update' | 'remove'
  readonly docId: string
}
export interface LiveEvent {
  readonly type: 'init' | 'next'
  readonly docs: readonly Document[]
  readonly docChanges: readonly DocumentChange[]
}
export interface LiveQuery {
  hear(env: string, changes: readonly Change[]): void
}

/** The service lets a listener hold this many documents. */
const MAX_DOCUMENTS = 5000

/** Sends what matches now, and again after each committed write that touches a match. */
export function openLiveQuery(
  environment: Environment,
  collection: string,
  query: unknown,
  send: (event: LiveEvent) => void,
): LiveQuery {
  const condition = query === undefined ? {} : decodeEjson(JSON.stringify(query))
  if (!isDocument(condition)) throw new CloudFault('INVALID_PARAM', 'query must be an object')
  const matches = compileQuery(condition)
  const found = findDocuments(
    environment.collection(collection),
    { ...everything, query: condition, limit: MAX_DOCUMENTS + 1 },
    { documents: 0, keys: 0 },
  )
  if (found.length > MAX_DOCUMENTS)
    throw new CloudFault('INVALID_PARAM', `a listener holds at most ${String(MAX_DOCUMENTS)} documents`)
  const held = new Map(found.map(({ document }) => [document._id, document]))
  send({
    type: 'init',
    docs: [...held.values()],
    docChanges: [...held.keys()].map((docId) => ({ queueType: 'init', dataType: 'init', docId })),
  })
  return {
    hear(env, changes) {
      if (env !== environment.name) return
      const docChanges = changes
        .filter((change) => change.collection === collection)
        .flatMap((change) => takeIn(held, change, matches) ?? [])
      if (docChanges.length > 0) send({ type: 'next', docs: [...held.values()], docChanges })
    },
  }
}

function takeIn(
  held: Map<string, StoredDocument>,
  { id, after }: Change,
  matches: (document: Document) => boolean,
): DocumentChange | undefined {
  const known = held.has(id)
  if (after !== undefined && matches(after)) {
    held.set(id, after)
    return known
      ? { queueType: 'update', dataType: 'update', docId: id }
      : { queueType: 'enqueue', dataType: 'add', docId: id }
  }
  if (!known) return undefined
  held.delete(id)
  return { queueType: 'dequeue', dataType: after === undefined ? 'remove' : 'update', docId: id }
}
