import type { GuidanceItem, GuidanceSource } from '#domain/guidance-item'
import type { Id } from '#domain/kernel/id'

import { db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { listOfShops } from './of-shops'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export const guidanceItemCollection: CollectionDeclaration = {
  collection: 'guidanceitems',
  indexes: [
    { name: 'guidanceitems_shop', fields: ['shop', 'at:desc', '_id:desc'] },
    { name: 'guidanceitems_shop_open', fields: ['shop', 'open', 'at:desc', '_id:desc'] },
    { name: 'guidanceitems_source', fields: ['source'] },
    { name: 'guidanceitems_by', fields: ['by', 'at:desc', '_id:desc'] },
  ],
}

/** What it came from, as one word. */
const wordOf = (from: GuidanceSource): string =>
  from.kind === 'message' ? `${from.channel}:${String(from.seq)}` : `visit:${from.visit}`

const documentOf = ({ id, ...fields }: GuidanceItem) => ({
  _id: id,
  ...fields,
  open: fields.status.kind === 'open',
  source: wordOf(fields.from),
})

const itemFrom = ({ open: _open, source: _source, ...fields }: Stored): GuidanceItem =>
  thingFrom(fields) as GuidanceItem

export const findGuidanceItem = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'guidanceItem'>,
): Promise<GuidanceItem | null> => {
  const { data } = await from.collection('guidanceitems').doc(id).get()
  const item = data && itemFrom(data)
  return item?.district === district ? item : null
}

export const addGuidanceItem = (tx: Documents, item: GuidanceItem) =>
  tx.collection('guidanceitems').add({ data: documentOf(item) })

export const saveGuidanceItem = async (tx: Documents, item: GuidanceItem): Promise<void> => {
  const { _id, ...fields } = documentOf(item)
  await tx.collection('guidanceitems').doc(_id).set({ data: fields })
}

const newest = { field: 'at', order: 'desc' } as const

export const listGuidanceOfShop = async (
  shop: Id<'shop'>,
  open: boolean,
  most: number,
  cursor: Cursor | null,
) => {
  const condition = { shop, ...(open && { open }) }
  const page = await readPage<Stored & { id: string }>('guidanceitems', condition, newest, most, cursor)
  return { rows: page.rows.map(({ id, ...row }) => itemFrom({ ...row, _id: id })), next: page.next }
}

/** Those still open, newest first. */
export const listOpenGuidance = async (
  shops: readonly Id<'shop'>[],
  most: number,
): Promise<readonly GuidanceItem[]> =>
  (await listOfShops('guidanceitems', shops, { open: true }, newest, most)).map(itemFrom)

export const listGuidanceFrom = async (from: GuidanceSource): Promise<readonly GuidanceItem[]> => {
  const { data } = await db
    .collection('guidanceitems')
    .where({ source: wordOf(from) })
    .limit(20)
    .get()
  return data.map(itemFrom)
}
