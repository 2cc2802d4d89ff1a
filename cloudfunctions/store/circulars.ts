import type { Circular, SelfCheck } from '#domain/circular'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { command, db, type Documents, type Stored } from '../cloud/database'
import { isDuplicate } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

/** A circular and where it stands in its group; `seq` null until its message is there. */
export interface CircularRecord extends Circular {
  readonly seq: number | null
}

/** Who said for a shop that they know, and the shop's last self-check. */
export interface Acknowledgement {
  readonly circular: Id<'circular'>
  readonly district: Id<'district'>
  readonly shop: Id<'shop'>
  readonly by: Id<'person'>
  readonly at: Instant
  readonly check: SelfCheck | null
}

export const circularCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'circulars',
    indexes: [
      { name: 'circulars_caseload', fields: ['caseload', 'at:desc', '_id:desc'] },
      { name: 'circulars_district', fields: ['district', 'at:desc', '_id:desc'] },
      { name: 'circulars_by', fields: ['by', 'at:desc', '_id:desc'] },
      { name: 'circulars_dispatch', fields: ['dispatch'] },
      { name: 'circulars_waiting', fields: ['waiting', 'status.kind', 'at:desc'] },
      { name: 'circulars_unposted', fields: ['seq', 'at'] },
    ],
  },
  /** `_id` is `<circular>_<shop>`: a shop acknowledges once, whoever of it does */
  {
    collection: 'acknowledgements',
    indexes: [
      { name: 'acknowledgements_by', fields: ['by', 'at:desc', '_id:desc'] },
      { name: 'acknowledgements_checker', fields: ['check.by', 'at:desc', '_id:desc'] },
    ],
  },
]

const circularFrom = (row: Stored) => thingFrom(row) as CircularRecord

export const findCircular = async (from: Documents, id: Id<'circular'>): Promise<CircularRecord | null> => {
  const { data } = await from.collection('circulars').doc(id).get()
  return data && circularFrom(data)
}

export const addCircular = (tx: Documents, { id, ...fields }: Circular) =>
  tx.collection('circulars').add({ data: { _id: id, ...fields, seq: null } })

/** Its message is there. */
export const notePosted = async (id: Id<'circular'>, seq: number): Promise<void> => {
  await db.collection('circulars').doc(id).update({ data: { seq } })
}

/** Sent, and not yet in their groups; the longest ago first. */
export const listUnposted = async (before: Instant, most: number): Promise<readonly CircularRecord[]> => {
  const { data } = await db
    .collection('circulars')
    .where({ seq: null, at: command.lte(before) })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map(circularFrom)
}

/** What was sent in one go: one for each group. */
export const findOfDispatch = async (dispatch: Id<'dispatch'>): Promise<CircularRecord | null> => {
  const { data } = await db.collection('circulars').where({ dispatch }).limit(1).get()
  const [row] = data
  return row ? circularFrom(row) : null
}

/** The status and the reminder; what shops have answered is written by `takeNote` alone. */
export const saveProgress = async (
  tx: Documents,
  { id, status, reminded }: Pick<Circular, 'id' | 'status' | 'reminded'>,
): Promise<void> => {
  await tx
    .collection('circulars')
    .doc(id)
    .update({ data: { status: command.set(status), reminded: command.set(reminded) } })
}

/** Its message was taken back; nothing is asked any more. */
export const withdraw = async (id: Id<'circular'>, at: Instant): Promise<void> => {
  await db
    .collection('circulars')
    .where({ _id: id, 'status.kind': command.in(['open', 'closed']) })
    .update({ data: { status: command.set({ kind: 'withdrawn', at }) } })
}

/**
 * One write each, so that any number at once are counted exactly: a shop leaves those who wait once, however often, and
 * whoever of it says so.
 */
export const takeNote = async (id: Id<'circular'>, shop: Id<'shop'>, checked: boolean): Promise<void> => {
  await db
    .collection('circulars')
    .where({ _id: id, shops: shop, ...(checked ? { 'status.kind': 'open' } : {}) })
    .update({
      data: { waiting: command.pull(shop), ...(checked ? { checked: command.addToSet(shop) } : {}) },
    })
}

const acknowledgementId = (circular: Id<'circular'>, shop: Id<'shop'>): string => `${circular}_${shop}`

/** The first who says so is kept. */
export const addAcknowledgement = async (acknowledged: Acknowledgement): Promise<void> => {
  const { circular, shop } = acknowledged
  try {
    await db
      .collection('acknowledgements')
      .add({ data: { _id: acknowledgementId(circular, shop), ...acknowledged } })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}

export const saveCheck = async (
  circular: Id<'circular'>,
  shop: Id<'shop'>,
  check: SelfCheck,
): Promise<void> => {
  await db
    .collection('acknowledgements')
    .doc(acknowledgementId(circular, shop))
    .update({ data: { check: command.set(check) } })
}

const atOnce = 200

export const findAcknowledgements = async (
  circular: Id<'circular'>,
  shops: readonly Id<'shop'>[],
): Promise<ReadonlyMap<Id<'shop'>, Acknowledgement>> => {
  const found = new Map<Id<'shop'>, Acknowledgement>()
  for (let from = 0; from < shops.length; from += atOnce) {
    const wanted = shops.slice(from, from + atOnce).map((shop) => acknowledgementId(circular, shop))
    const { data } = await db
      .collection('acknowledgements')
      .where({ _id: command.in(wanted) })
      .limit(wanted.length)
      .get()
    for (const { _id, ...fields } of data) {
      const one = fields as unknown as Acknowledgement
      found.set(one.shop, one)
    }
  }
  return found
}

const newest = { field: 'at', order: 'desc' } as const

/** Of one group, or of a few. */
export const listCirculars = (caseloads: readonly Id<'caseload'>[], most: number, cursor: Cursor | null) => {
  const [only] = caseloads
  const caseload = caseloads.length === 1 ? (only ?? '') : command.in(caseloads)
  return readPage<CircularRecord>('circulars', { caseload }, newest, most, cursor)
}

export const listCircularsIn = (district: Id<'district'>, most: number, cursor: Cursor | null) =>
  readPage<CircularRecord>('circulars', { district }, newest, most, cursor)

/** Open ones that one of these shops has not acknowledged, newest first; the few shops of one person. */
export const listWaitingFor = async (
  shops: readonly Id<'shop'>[],
  most: number,
): Promise<readonly CircularRecord[]> => {
  if (shops.length === 0) return []
  const { data } = await db
    .collection('circulars')
    .where({ waiting: command.in(shops.slice(0, atOnce)), 'status.kind': 'open' })
    .orderBy('at', 'desc')
    .limit(most)
    .get()
  return data.map(circularFrom)
}
