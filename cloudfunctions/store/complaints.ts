import type { Complaint } from '#domain/complaint'
import type { Id } from '#domain/kernel/id'

import type { Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export const complaintCollection: CollectionDeclaration = {
  collection: 'complaints',
  indexes: [
    { name: 'complaints_mine', fields: ['by', 'at:desc', '_id:desc'] },
    { name: 'complaints_work', fields: ['district', 'at:desc', '_id:desc'] },
    { name: 'complaints_open', fields: ['district', 'status.kind', 'at:desc', '_id:desc'] },
  ],
}

export const findComplaint = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'complaint'>,
): Promise<Complaint | null> => {
  const { data } = await from.collection('complaints').doc(id).get()
  const complaint = data && (thingFrom(data) as Complaint)
  return complaint?.district === district ? complaint : null
}

export const saveComplaint = async (tx: Documents, { id, ...fields }: Complaint): Promise<void> => {
  await tx.collection('complaints').doc(id).set({ data: fields })
}

const newestFirst = { field: 'at', order: 'desc' } as const

export const listComplaintsBy = (by: Id<'person'>, open: boolean, most: number, cursor: Cursor | null) =>
  readPage<Complaint>('complaints', { by, ...(open && { 'status.kind': 'open' }) }, newestFirst, most, cursor)

export const listComplaintsIn = (
  district: Id<'district'>,
  open: boolean,
  most: number,
  cursor: Cursor | null,
) =>
  readPage<Complaint>(
    'complaints',
    { district, ...(open && { 'status.kind': 'open' }) },
    newestFirst,
    most,
    cursor,
  )
