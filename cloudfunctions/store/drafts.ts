import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { command, db, type Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

/**
 * A kept file of one person's that no record names: not yet, while it is being written, or no longer, once another took its
 * place. So every such file can be found, and goes.
 */
export interface Draft {
  readonly id: Id<'draft'>
  readonly person: Id<'person'>
  readonly path: string
  readonly at: Instant
}

export const draftCollection: CollectionDeclaration = {
  collection: 'drafts',
  indexes: [
    { name: 'drafts_at', fields: ['at'] },
    { name: 'drafts_person', fields: ['person', 'at'] },
  ],
}

export const addDraft = (into: Documents, { id, ...fields }: Draft) =>
  into.collection('drafts').add({ data: { _id: id, ...fields } })

export const findDraft = async (id: Id<'draft'>): Promise<Draft | null> => {
  const { data } = await db.collection('drafts').doc(id).get()
  return data && (thingFrom(data) as Draft)
}

export const removeDraft = (from: Documents, id: Id<'draft'>) => from.collection('drafts').doc(id).remove()

/** The oldest first, of one person or of everybody. */
export const listDrafts = async (
  person: Id<'person'> | null,
  before: Instant,
  most: number,
): Promise<readonly Draft[]> => {
  const { data } = await db
    .collection('drafts')
    .where({ ...(person === null ? {} : { person }), at: command.lt(before) })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map((row) => thingFrom(row) as Draft)
}
