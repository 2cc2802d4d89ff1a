import {
  hardshipKinds,
  hardshipStates,
  type Hardship,
  type HardshipKind,
  type HardshipStatus,
} from '#domain/hardship'
import type { Id } from '#domain/kernel/id'

import { db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { listOfShops } from './of-shops'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export const hardshipCollection: CollectionDeclaration = {
  collection: 'hardships',
  indexes: [
    { name: 'hardships_shop', fields: ['shop', 'at:desc', '_id:desc'] },
    { name: 'hardships_shop_open', fields: ['shop', 'open', 'at:desc', '_id:desc'] },
    { name: 'hardships_district', fields: ['district', 'at:desc', '_id:desc'] },
    { name: 'hardships_district_open', fields: ['district', 'open', 'at:desc', '_id:desc'] },
    { name: 'hardships_kind', fields: ['district', 'kind', 'at:desc', '_id:desc'] },
    { name: 'hardships_kind_open', fields: ['district', 'kind', 'open', 'at:desc', '_id:desc'] },
    { name: 'hardships_count', fields: ['district', 'kind', 'status.kind'] },
    { name: 'hardships_by', fields: ['by', 'at:desc', '_id:desc'] },
  ],
}

const documentOf = ({ id, ...fields }: Hardship) => ({
  _id: id,
  ...fields,
  open: fields.status.kind === 'open',
})

const hardshipFrom = ({ open: _open, ...fields }: Stored): Hardship => thingFrom(fields) as Hardship

export const findHardship = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'hardship'>,
): Promise<Hardship | null> => {
  const { data } = await from.collection('hardships').doc(id).get()
  const hardship = data && hardshipFrom(data)
  return hardship?.district === district ? hardship : null
}

export const addHardship = (tx: Documents, hardship: Hardship) =>
  tx.collection('hardships').add({ data: documentOf(hardship) })

export const saveHardship = async (tx: Documents, hardship: Hardship): Promise<void> => {
  const { _id, ...fields } = documentOf(hardship)
  await tx.collection('hardships').doc(_id).set({ data: fields })
}

const newest = { field: 'at', order: 'desc' } as const

type Where =
  { readonly shop: Id<'shop'> } | { readonly district: Id<'district'>; readonly kind?: HardshipKind }

export const listHardships = async (where: Where, open: boolean, most: number, cursor: Cursor | null) => {
  const condition = { ...where, ...(open && { open }) }
  const page = await readPage<Stored & { id: string }>('hardships', condition, newest, most, cursor)
  return { rows: page.rows.map(({ id, ...row }) => hardshipFrom({ ...row, _id: id })), next: page.next }
}

export const listHardshipsOf = async (
  shops: readonly Id<'shop'>[],
  open: boolean,
  most: number,
): Promise<readonly Hardship[]> =>
  (await listOfShops('hardships', shops, open ? { open } : {}, newest, most)).map(hardshipFrom)

const countOf = async (
  district: Id<'district'>,
  kind: HardshipKind,
  state: HardshipStatus['kind'],
): Promise<number> => {
  const { total } = await db.collection('hardships').where({ district, kind, 'status.kind': state }).count()
  return total
}

/** Counted over the index at each asking: one page of one person of command. */
export const countHardships = async (district: Id<'district'>) => {
  const rows = await Promise.all(
    hardshipKinds.map(async (kind) => {
      const counts = await Promise.all(
        hardshipStates.map(async (state) => [state, await countOf(district, kind, state)] as const),
      )
      return [kind, Object.fromEntries(counts)] as const
    }),
  )
  return Object.fromEntries(rows) as Record<HardshipKind, Record<HardshipStatus['kind'], number>>
}
