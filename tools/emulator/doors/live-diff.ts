import { isDeepStrictEqual } from 'node:util'
import type { Document, DocumentId, StoredDocument, Value } from '../engine/ejson'
import { isDocument } from '../engine/ejson'
import { isReplacement } from '../engine/update'
import { documentOf } from '../store/collection'
import type { Change } from '../store/environment'

/** One change as the service's snapshots tell it; changes of one commit share an `id`. */
export interface DocumentChange {
  readonly id: number
  readonly queueType: 'init' | 'enqueue' | 'update' | 'dequeue'
  readonly dataType: 'init' | 'add' | 'update' | 'replace' | 'remove' | 'limit'
  readonly docId: DocumentId
  /** The document after the change; of a removed one what it was. */
  readonly doc: unknown
  /** By field path, with an update only. */
  readonly updatedFields?: Readonly<Record<string, unknown>>
  readonly removedFields?: readonly string[]
}

type Window = ReadonlyMap<string, StoredDocument>

/** What a commit did to a listener's list: first what left it, then what changed in it or came in. */
export function changesBetween(
  held: Window,
  next: Window,
  commit: ReadonlyMap<string, Change>,
  id: number,
): DocumentChange[] {
  const left = [...held].flatMap(([key, document]) => {
    if (next.has(key)) return []
    const change = commit.get(key)
    const docId = document._id
    const told = change ? dataOf(change) : ({ dataType: 'limit' } as const)
    return [{ id, queueType: 'dequeue' as const, docId, doc: plain(change?.after ?? document), ...told }]
  })
  const stays = [...next].flatMap(([key, document]) => {
    const change = commit.get(key)
    const docId = document._id
    const queueType = held.has(key) ? ('update' as const) : ('enqueue' as const)
    if (change === undefined && queueType === 'update') return []
    const told = change ? dataOf(change) : ({ dataType: 'limit' } as const)
    return [{ id, queueType, docId, doc: plain(document), ...told }]
  })
  return [...left, ...stays]
}

function dataOf({
  before,
  after,
}: Change): Pick<DocumentChange, 'dataType' | 'updatedFields' | 'removedFields'> {
  if (after === undefined) return { dataType: 'remove' }
  if (before === undefined) return { dataType: 'add' }
  if (isReplacement(after)) return { dataType: 'replace' }
  const updatedFields: Record<string, unknown> = {}
  const removedFields: string[] = []
  compare(documentOf(before), after, '', updatedFields, removedFields)
  return { dataType: 'update', updatedFields, removedFields }
}

/** A list that changed counts as one value. */
function compare(
  before: Document,
  after: Document,
  prefix: string,
  updated: Record<string, unknown>,
  removed: string[],
): void {
  for (const field of Object.keys(before)) if (!Object.hasOwn(after, field)) removed.push(prefix + field)
  for (const [field, value] of Object.entries(after)) {
    const old = before[field]
    if (isDocument(old) && isDocument(value)) compare(old, value, `${prefix}${field}.`, updated, removed)
    else if (!isDeepStrictEqual(old, value)) updated[prefix + field] = plain(value)
  }
}

/** As a page reads it: plain JSON, dates as `{"$date": ms}`. */
export function plain(value: Value): unknown {
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(plain)
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, plain(inner)]))
}
