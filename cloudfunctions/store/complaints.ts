import type { Complaint } from '#domain/complaint'
import type { Id } from '#domain/kernel/id'

import { db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export const complaintCollection: CollectionDeclaration = {
  collection: 'complaints',
  indexes: [
    { name: 'complaints_mine', fields: ['by', 'at:desc', '_id:desc'] },
    { name: 'complaints_work', fields: ['district', 'at:desc', '_id:desc'] },
    { name: 'complaints_channel', fields: ['channel', 'status.kind'] },
    { name: 'complaints_open', fields: ['district', 'status.kind', 'at:desc', '_id:desc'] },
  ],
}

const complaintFrom = ({ channel: _channel, ...row }: Stored): Complaint => thingFrom(row) as Complaint

/** Whether a complaint about a message in this channel waits for its answer. */
export const isComplainedAbout = async (channel: Id<'channel'>): Promise<boolean> => {
  const { data } = await db.collection('complaints').where({ channel, 'status.kind': 'open' }).limit(1).get()
  return data.length > 0
}

export const findComplaint = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'complaint'>,
): Promise<Complaint | null> => {
  const { data } = await from.collection('complaints').doc(id).get()
  const complaint = data && complaintFrom(data)
  return complaint?.district === district ? complaint : null
}

export const saveComplaint = async (tx: Documents, { id, ...fields }: Complaint): Promise<void> => {
  // Beside it, so that a channel knows of complaints about its messages.
  const channel = fields.about?.kind === 'message' ? fields.about.channel : null
  await tx
    .collection('complaints')
    .doc(id)
    .set({ data: { ...fields, channel } })
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
