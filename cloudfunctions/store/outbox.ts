import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Audience, Notice } from '#domain/notice'

import { command, db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

export interface Message {
  readonly audience: Audience
  readonly notice: Notice
}

/** A consequence that waits to be told: written with the change itself, delivered at least once. */
export interface OutboxEntry extends Message {
  readonly id: Id<'outboxEntry'>
  readonly at: Instant
  /** what the same change tells others, each its own words: one document, however many shops were moved */
  readonly more?: readonly Message[]
}

export const outboxCollection: CollectionDeclaration = {
  collection: 'outbox',
  indexes: [{ name: 'outbox_waiting', fields: ['waiting', 'at'] }],
}

export const addOutboxEntry = (tx: Documents, { id, ...fields }: OutboxEntry) =>
  tx.collection('outbox').add({ data: { _id: id, ...fields, waiting: true } })

export const findOutboxEntry = async (id: Id<'outboxEntry'>): Promise<OutboxEntry | null> => {
  const { data } = await db.collection('outbox').doc(id).get()
  return data && data['waiting'] === true ? entryFrom(data) : null
}

export const markDelivered = async (id: Id<'outboxEntry'>): Promise<void> => {
  await db
    .collection('outbox')
    .doc(id)
    .update({ data: { waiting: false } })
}

/** The longest waiting first; entries younger than `before` are still being told by the call that made them. */
export const listWaiting = async (before: Instant, most: number): Promise<readonly OutboxEntry[]> => {
  const { data } = await db
    .collection('outbox')
    .where({ waiting: true, at: command.lte(before) })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map(entryFrom)
}

const entryFrom = ({ waiting: _waiting, ...fields }: Stored) => thingFrom(fields) as OutboxEntry
