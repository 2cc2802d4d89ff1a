import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Card } from '#domain/message'
import type { Audience, Notice } from '#domain/notice'

import { command, db, type Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

export interface Message {
  readonly audience: Audience
  readonly notice: Notice
}

/** A consequence that waits to be told: written with the change itself, delivered at least once, then removed. */
export interface OutboxEntry extends Message {
  readonly id: Id<'outboxEntry'>
  readonly at: Instant
  /** what the same change tells others, each its own words: one document, however many shops were moved */
  readonly more?: readonly Message[]
  /** a card at this shop's desk, which says the same to those who look there */
  readonly desk?: {
    readonly district: Id<'district'>
    readonly shop: { readonly id: Id<'shop'>; readonly name: string }
    readonly card: Card
  }
}

export const outboxCollection: CollectionDeclaration = {
  collection: 'outbox',
  indexes: [{ name: 'outbox_at', fields: ['at'] }],
}

export const addOutboxEntry = (tx: Documents, { id, ...fields }: OutboxEntry) =>
  tx.collection('outbox').add({ data: { _id: id, ...fields } })

export const findOutboxEntry = async (id: Id<'outboxEntry'>): Promise<OutboxEntry | null> => {
  const { data } = await db.collection('outbox').doc(id).get()
  return data && (thingFrom(data) as OutboxEntry)
}

/** Once everyone has been told; nothing is kept of who heard what but their own inboxes. */
export const removeOutboxEntry = (id: Id<'outboxEntry'>) => db.collection('outbox').doc(id).remove()

/** Whatever failed goes behind the others: however many fail, the rest is reached. */
export const putBack = (id: Id<'outboxEntry'>, at: Instant) =>
  db.collection('outbox').doc(id).update({ data: { at } })

/** The longest waiting first; entries younger than `before` are still being told by the call that made them. */
export const listWaiting = async (before: Instant, most: number): Promise<readonly OutboxEntry[]> => {
  const { data } = await db
    .collection('outbox')
    .where({ at: command.lte(before) })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map((row) => thingFrom(row) as OutboxEntry)
}
