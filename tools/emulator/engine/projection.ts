import { find } from 'mingo'
import { CloudFault, messageOf } from '../fault'
import type { Document, StoredDocument } from './ejson'

export function project(documents: readonly StoredDocument[], projection: Document): Document[] {
  if (Object.keys(projection).length === 0) return [...documents]
  try {
    return find<Document>([...documents], {}, projection).all()
  } catch (error) {
    throw new CloudFault('DATABASE_INVALID_OPERRATOR', messageOf(error))
  }
}
