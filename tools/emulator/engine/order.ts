import { CloudFault } from '../fault'
import { idKey } from './document-id'
import type { Document, StoredDocument, Value } from './ejson'
import { fieldKeys } from './index-keys'

export interface OrderField {
  readonly path: string
  readonly descending: boolean
}

export function readOrder(order: Document): OrderField[] {
  return Object.entries(order).map(([path, direction]) => ({
    path,
    descending: isDescending(path, direction),
  }))
}

function isDescending(path: string, direction: Value): boolean {
  if (direction !== 1 && direction !== -1)
    throw new CloudFault('INVALID_PARAM', `order of ${path} must be 1 or -1`)
  return direction === -1
}

/** Sorts as MongoDB does: an array counts by its smallest element ascending, by its largest descending. */
export function sortDocuments<T extends StoredDocument>(
  documents: readonly T[],
  order: readonly OrderField[],
): T[] {
  const keyed = documents.map((document) => ({
    document,
    keys: order.map((field) => keyOf(document, field)),
  }))
  keyed.sort((a, b) => {
    for (const [at, field] of order.entries()) {
      const compared = Buffer.compare(a.keys[at] ?? none, b.keys[at] ?? none)
      if (compared !== 0) return field.descending ? -compared : compared
    }
    return Buffer.compare(Buffer.from(idKey(a.document._id)), Buffer.from(idKey(b.document._id)))
  })
  return keyed.map(({ document }) => document)
}

const none = Buffer.alloc(0)

function keyOf(document: Document, field: OrderField): Buffer {
  const { keys } = fieldKeys(document, field.path)
  return (field.descending ? keys.at(-1) : keys[0]) ?? none
}
