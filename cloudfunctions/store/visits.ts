import type { Id } from '#domain/kernel/id'
import { momentOf, type Visit } from '#domain/visit'

import type { Documents, Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { listOfShops } from './of-shops'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export const visitCollection: CollectionDeclaration = {
  collection: 'visits',
  indexes: [
    { name: 'visits_shop', fields: ['shop', 'moment:desc', '_id:desc'] },
    { name: 'visits_planned', fields: ['shop', 'planned', 'moment'] },
    { name: 'visits_day', fields: ['shop', 'planned', 'when.day', 'moment'] },
    { name: 'visits_visitor', fields: ['visitor', 'at:desc', '_id:desc'] },
  ],
}

const documentOf = ({ id, ...fields }: Visit) => ({
  _id: id,
  ...fields,
  moment: momentOf(fields.when),
  planned: fields.status.kind === 'planned',
})

const visitFrom = ({ moment: _moment, planned: _planned, ...fields }: Stored): Visit =>
  thingFrom(fields) as Visit

export const findVisit = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'visit'>,
): Promise<Visit | null> => {
  const { data } = await from.collection('visits').doc(id).get()
  const visit = data && visitFrom(data)
  return visit?.district === district ? visit : null
}

export const addVisit = (tx: Documents, visit: Visit) =>
  tx.collection('visits').add({ data: documentOf(visit) })

export const saveVisit = async (tx: Documents, visit: Visit): Promise<void> => {
  const { _id, ...fields } = documentOf(visit)
  await tx.collection('visits').doc(_id).set({ data: fields })
}

const soonest = { field: 'moment', order: 'asc' } as const

/** The latest day first. */
export const listVisitsOfShop = async (shop: Id<'shop'>, most: number, cursor: Cursor | null) => {
  const latest = { field: 'moment', order: 'desc' } as const
  const page = await readPage<Stored & { id: string }>('visits', { shop }, latest, most, cursor)
  return { rows: page.rows.map(({ id, ...row }) => visitFrom({ ...row, _id: id })), next: page.next }
}

/** Planned ones, the earliest first; of one day, or all. */
export const listPlannedVisits = async (
  shops: readonly Id<'shop'>[],
  day: Visit['when']['day'] | null,
  most: number,
): Promise<readonly Visit[]> => {
  const condition = { planned: true, ...(day === null ? {} : { 'when.day': day }) }
  return (await listOfShops('visits', shops, condition, soonest, most)).map(visitFrom)
}
