import { headsOf, poolOf, type Caseload, type HandOver, type Officer } from '#domain/caseload'
import type { Day } from '#domain/kernel/day'
import { asId, type Id } from '#domain/kernel/id'

import { command, db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export const caseloadCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'caseloads',
    indexes: [
      { name: 'caseloads_shops', fields: ['shops'] },
      { name: 'caseloads_heads', fields: ['heads'] },
      { name: 'caseloads_entries', fields: ['entries'] },
      { name: 'caseloads_kind', fields: ['district', 'kind', '_id'] },
    ],
  },
  {
    collection: 'handovers',
    indexes: [
      { name: 'handovers_at', fields: ['district', 'at:desc', '_id:desc'] },
      { name: 'handovers_caseload', fields: ['district', 'ends', 'at:desc', '_id:desc'] },
      { name: 'handovers_due', fields: ['due'] },
      { name: 'handovers_unannounced', fields: ['unannounced', 'at'] },
    ],
  },
]

export const caseloadOfEntry = (entry: Id<'rosterEntry'>): Id<'caseload'> => asId(`head-${entry}`)

export const newPool = (district: Id<'district'>, cell: Id<'cell'>): Caseload => ({
  id: poolOf(cell),
  district,
  holder: { kind: 'pool', cell },
  shops: [],
  version: 1,
})

export const newCaseload = (district: Id<'district'>, head: Officer): Caseload => ({
  id: caseloadOfEntry(head.entry),
  district,
  holder: { kind: 'head', head, deputy: null },
  shops: [],
  version: 1,
})

const entriesOf = ({ holder }: Caseload): readonly Id<'rosterEntry'>[] =>
  holder.kind === 'pool' ? [] : [holder.head, holder.deputy].flatMap((officer) => officer?.entry ?? [])

/** `heads`, `entries`, `kind` and `count` are what lists look caseloads up by. */
export const caseloadDocument = ({ id, ...fields }: Caseload) => ({
  _id: id,
  ...fields,
  heads: headsOf(fields),
  entries: entriesOf({ id, ...fields }),
  kind: fields.holder.kind === 'head' ? 'head' : fields.shops.length > 0 ? 'pool' : 'empty',
})

const caseloadFrom = ({ heads: _heads, entries: _entries, kind: _kind, ...fields }: Stored): Caseload =>
  thingFrom(fields) as Caseload

export const findCaseload = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'caseload'>,
): Promise<Caseload | null> => {
  const { data } = await from.collection('caseloads').doc(id).get()
  const caseload = data && caseloadFrom(data)
  return caseload?.district === district ? caseload : null
}

export const saveCaseload = async (tx: Documents, caseload: Caseload): Promise<void> => {
  const { _id, ...fields } = caseloadDocument(caseload)
  await tx.collection('caseloads').doc(_id).set({ data: fields })
}

/** The one caseload a shop is in. */
export const findCaseloadOfShop = async (shop: Id<'shop'>): Promise<Caseload | null> => {
  const { data } = await db.collection('caseloads').where({ shops: shop }).limit(1).get()
  const [row] = data
  return row ? caseloadFrom(row) : null
}

const shopsAtOnce = 200

/** The caseloads in which any of these shops is. */
export const listCaseloadsOfShops = async (shops: readonly Id<'shop'>[]): Promise<readonly Caseload[]> => {
  const found = new Map<string, Caseload>()
  for (let from = 0; from < shops.length; from += shopsAtOnce) {
    const wanted = shops.slice(from, from + shopsAtOnce)
    const { data } = await db
      .collection('caseloads')
      .where({ shops: command.in(wanted) })
      .limit(wanted.length)
      .get()
    for (const row of data) found.set(row._id, caseloadFrom(row))
  }
  return [...found.values()]
}

/** The caseloads of which this person is head or deputy. */
export const listCaseloadsOf = async (person: Id<'person'>): Promise<readonly Caseload[]> => {
  const { data } = await db.collection('caseloads').where({ heads: person }).limit(20).get()
  return data.map(caseloadFrom)
}

/** The caseloads in which a roster entry is head or deputy. */
export const listCaseloadsOfEntry = async (entry: Id<'rosterEntry'>): Promise<readonly Caseload[]> => {
  const { data } = await db.collection('caseloads').where({ entries: entry }).limit(20).get()
  return data.map(caseloadFrom)
}

export const addCaseload = (caseload: Caseload) =>
  db.collection('caseloads').add({ data: caseloadDocument(caseload) })

/** New shops into a pool that is there, in one write that conflicts with any move of the moment. */
export const putIntoPool = async (pool: Id<'caseload'>, shops: readonly Id<'shop'>[]): Promise<void> => {
  await db
    .collection('caseloads')
    .doc(pool)
    .update({ data: { shops: command.addToSet({ $each: shops }), kind: 'pool', version: command.inc(1) } })
}

/** Heads first, then cells with shops nobody has; `after` is the last row's kind and id. */
export const listCaseloads = async (
  district: Id<'district'>,
  kind: 'head' | 'pool',
  after: string,
  most: number,
): Promise<readonly Caseload[]> => {
  const { data } = await db
    .collection('caseloads')
    .where({ district, kind, ...(after === '' ? {} : { _id: command.gt(after) }) })
    .orderBy('_id', 'asc')
    .limit(most)
    .get()
  return data.map(caseloadFrom)
}

const handOverFrom = ({ ends: _ends, due: _due, unannounced: _unannounced, ...fields }: Stored): HandOver =>
  thingFrom(fields) as HandOver

/** `ends`: both caseloads; `due`: the day of a planned one; `unannounced`: done, and not yet said in its channels. */
const handOverDocument = ({ id, ...fields }: HandOver) => ({
  _id: id,
  ...fields,
  ends: [fields.from, fields.to],
  due: fields.status.kind === 'planned' ? fields.status.on : null,
  unannounced: fields.status.kind === 'done',
})

export const findHandOver = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'handOver'>,
): Promise<HandOver | null> => {
  const { data } = await from.collection('handovers').doc(id).get()
  const handOver = data && handOverFrom(data)
  return handOver?.district === district ? handOver : null
}

export const saveHandOver = async (tx: Documents, handOver: HandOver): Promise<void> => {
  const { _id, ...fields } = handOverDocument(handOver)
  await tx.collection('handovers').doc(_id).set({ data: fields })
}

/** Newest first; of one caseload, or of the district. */
export const listHandOvers = async (
  district: Id<'district'>,
  caseload: Id<'caseload'> | null,
  most: number,
  cursor: Cursor | null,
) => {
  const condition = { district, ...(caseload === null ? {} : { ends: caseload }) }
  const sort = { field: 'at', order: 'desc' } as const
  const page = await readPage<Stored & { id: string }>('handovers', condition, sort, most, cursor)
  return { rows: page.rows.map(({ id, ...row }) => handOverFrom({ ...row, _id: id })), next: page.next }
}

/** The few caseloads with these ids; a pool that nobody needed yet has none. */
export const findCaseloads = async (ids: readonly Id<'caseload'>[]): Promise<readonly Caseload[]> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const { data } = await db
    .collection('caseloads')
    .where({ _id: command.in(wanted) })
    .limit(wanted.length)
    .get()
  return data.map(caseloadFrom)
}

/** Done, and not yet said in the channels they concern; the earliest first. */
export const listUnannounced = async (most: number): Promise<readonly HandOver[]> => {
  const { data } = await db
    .collection('handovers')
    .where({ unannounced: true })
    .orderBy('at', 'asc')
    .limit(most)
    .get()
  return data.map(handOverFrom)
}

export const noteAnnounced = async (id: Id<'handOver'>): Promise<void> => {
  await db
    .collection('handovers')
    .doc(id)
    .update({ data: { unannounced: false } })
}

/** Planned hand-overs whose day has come. */
export const listDueHandOvers = async (today: Day, most: number): Promise<readonly HandOver[]> => {
  const { data } = await db
    .collection('handovers')
    .where({ due: command.lte(today) })
    .orderBy('due', 'asc')
    .limit(most)
    .get()
  return data.map(handOverFrom)
}
