import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { db } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

/** A right to hand in files for an hour, bound to one person. */
export interface Ticket {
  readonly id: Id<'ticket'>
  readonly person: Id<'person'>
  readonly until: Instant
}

export const ticketCollection: CollectionDeclaration = { collection: 'tickets', indexes: [] }

export const addTicket = ({ id, ...fields }: Ticket) =>
  db.collection('tickets').add({ data: { _id: id, ...fields } })

export const findTicket = async (id: Id<'ticket'>): Promise<Ticket | null> => {
  const { data } = await db.collection('tickets').doc(id).get()
  return data && (thingFrom(data) as Ticket)
}
