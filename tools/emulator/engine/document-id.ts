import { CloudFault } from '../fault'
import type { DocumentId, Value } from './ejson'
import { sortKey } from './sort-key'

/** Below every text that may be an id, so that numbers sort before texts as MongoDB sorts them. */
const NUMBER = '\u0001'

/** The text under which a document is stored: its id itself, or for a number its order-preserving form. */
export const idKey = (id: DocumentId): string =>
  typeof id === 'number' ? NUMBER + sortKey(id).toString('hex') : id

export function readId(id: Value | undefined): DocumentId {
  if (typeof id === 'number' && Number.isFinite(id)) return id
  if (typeof id === 'string' && id !== '' && !id.startsWith(NUMBER)) return id
  throw new CloudFault('INVALID_PARAM', '_id must be a text that is not empty or a finite number')
}
