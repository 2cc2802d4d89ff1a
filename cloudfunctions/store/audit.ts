import type { AuditEntry } from '#domain/audit'

import type { Id } from '#domain/kernel/id'

import type { Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'

/** Append-only: this file adds lines, and nothing anywhere changes or removes one. */
export const auditCollection: CollectionDeclaration = {
  collection: 'audit',
  indexes: [
    { name: 'audit_at', fields: ['district', 'at:desc', '_id:desc'] },
    { name: 'audit_what', fields: ['district', 'what', 'at:desc', '_id:desc'] },
    { name: 'audit_by', fields: ['by', 'at:desc', '_id:desc'] },
    { name: 'audit_person', fields: ['district', 'person', 'at:desc', '_id:desc'] },
    { name: 'audit_subject', fields: ['district', 'subject', 'at:desc', '_id:desc'] },
  ],
}

export const addAuditEntry = (into: Documents, { id, ...fields }: AuditEntry) =>
  into.collection('audit').add({ data: { _id: id, ...fields } })

/** Newest first, by at most one of the four. */
export const listAudit = (
  district: Id<'district'>,
  by: Partial<Pick<AuditEntry, 'what' | 'by' | 'person' | 'subject'>>,
  most: number,
  cursor: Cursor | null,
) => readPage<AuditEntry>('audit', { district, ...by }, { field: 'at', order: 'desc' }, most, cursor)
