import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Notice } from '#domain/notice'

import { command, db } from '../cloud/database'
import { isDuplicate } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'

export interface InboxRow {
  readonly id: Id<'inboxEntry'>
  readonly person: Id<'person'>
  readonly at: Instant
  readonly notice: Notice
  /** what it asks for has been done, by whoever of the shop: unread no more */
  readonly settled: boolean
}

export const inboxCollection: CollectionDeclaration = {
  collection: 'inbox',
  indexes: [
    { name: 'inbox_person', fields: ['person', 'at:desc', '_id:desc'] },
    { name: 'inbox_unsettled', fields: ['person', 'settled', 'at:desc'] },
    { name: 'inbox_circular', fields: ['person', 'notice.circular', 'settled'] },
  ],
}

/** True the first time, false where this entry is there already: delivering again changes nothing. */
export const addInboxRow = async ({ id, ...fields }: InboxRow): Promise<boolean> => {
  try {
    await db.collection('inbox').add({ data: { _id: id, ...fields } })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

export const listInbox = (person: Id<'person'>, most: number, cursor: Cursor | null) =>
  readPage<InboxRow>('inbox', { person }, { field: 'at', order: 'desc' }, most, cursor)

/** True where something this circular told them was still open; again changes nothing. */
export const settleCircularRows = async (
  person: Id<'person'>,
  circular: Id<'circular'>,
): Promise<boolean> => {
  const { stats } = await db
    .collection('inbox')
    .where({ person, 'notice.circular': circular, settled: false })
    .update({ data: { settled: true } })
  return stats.updated > 0
}

/** Unsettled entries after the reading mark, counted up to `most`: beyond it the badge only says "more". */
export const countUnread = async (person: Id<'person'>, after: Instant, most: number): Promise<number> => {
  const { data } = await db
    .collection('inbox')
    .where({ person, settled: false, at: command.gt(after) })
    .orderBy('at', 'desc')
    .limit(most)
    .get()
  return data.length
}

/** Nobody reads a deleted account's inbox any more. */
export const emptyInbox = (person: Id<'person'>) => db.collection('inbox').where({ person }).remove()
