import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Held } from '#domain/moderation'

import { command, db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

/** Fields kept beside a held message for its lists. */
interface Lookup {
  /** what the platform's callbacks name */
  readonly traces: readonly string[]
  readonly dueAt: number
}

export const heldCollection: CollectionDeclaration = {
  collection: 'held',
  indexes: [
    { name: 'held_trace', fields: ['traces'] },
    { name: 'held_due', fields: ['dueAt'] },
    { name: 'held_author', fields: ['author', 'at:desc', '_id:desc'] },
    { name: 'held_mine', fields: ['author', 'channel', 'at'] },
    { name: 'held_moderator', fields: ['district', 'state.kind', 'at', '_id'] },
  ],
}

/** Null would come first in the index: what waits for a person is due at the far end of time. */
const never = 8_640_000_000_000_000

const heldFrom = (row: Stored): Held => {
  const { traces: _traces, dueAt: _dueAt, ...fields } = row
  return thingFrom(fields) as Held
}

const fieldsOf = ({ id: _id, ...fields }: Held): Omit<Held, 'id'> & Lookup => ({
  ...fields,
  traces: fields.checks.flatMap(({ trace }) => trace ?? []),
  dueAt: fields.due ?? never,
})

export const findHeld = async (from: Documents, id: Id<'held'>): Promise<Held | null> => {
  const { data } = await from.collection('held').doc(id).get()
  return data && heldFrom(data)
}

export const addHeld = (tx: Documents, held: Held) =>
  tx.collection('held').add({ data: { _id: held.id, ...fieldsOf(held) } })

export const saveHeld = (tx: Documents, held: Held) =>
  tx
    .collection('held')
    .doc(held.id)
    .set({ data: { ...fieldsOf(held) } })

export const removeHeld = (tx: Documents, id: Id<'held'>) => tx.collection('held').doc(id).remove()

export const findHeldByTrace = async (trace: string): Promise<Held | null> => {
  const { data } = await db.collection('held').where({ traces: trace }).limit(1).get()
  const [row] = data
  return row ? heldFrom(row) : null
}

/** What the clock is to look at, the longest due first. */
export const listHeldDue = async (now: Instant, most: number): Promise<readonly Held[]> => {
  const { data } = await db
    .collection('held')
    .where({ dueAt: command.lte(now) })
    .orderBy('dueAt', 'asc')
    .limit(most)
    .get()
  return data.map(heldFrom)
}

/** One person's in one channel, the oldest first. */
export const listHeldIn = async (
  author: Id<'person'>,
  channel: Id<'channel'>,
  most: number,
): Promise<readonly Held[]> => {
  const { data } = await db
    .collection('held')
    .where({ author, channel })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map(heldFrom)
}

export const listHeldOf = async (author: Id<'person'>, most: number): Promise<readonly Held[]> => {
  const { data } = await db.collection('held').where({ author }).orderBy('at', 'desc').limit(most).get()
  return data.map(heldFrom)
}

/** What waits for a moderator, the longest waiting first. */
export const listForModerator = async (district: Id<'district'>, most: number, cursor: Cursor | null) => {
  const condition = { district, 'state.kind': 'moderator' }
  const page = await readPage<Stored & { readonly id: string }>(
    'held',
    condition,
    { field: 'at', order: 'asc' },
    most,
    cursor,
  )
  return { rows: page.rows.map((row) => heldFrom({ ...row, _id: row.id })), next: page.next }
}
