import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { command, db } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

/** A right to hand in files for an hour, bound to one person. */
export interface Ticket {
  readonly id: Id<'ticket'>
  readonly person: Id<'person'>
  readonly until: Instant
}

export const ticketCollection: CollectionDeclaration = {
  collection: 'tickets',
  indexes: [{ name: 'tickets_until', fields: ['until'] }],
}

export const addTicket = ({ id, ...fields }: Ticket) =>
  db.collection('tickets').add({ data: { _id: id, ...fields } })

export const findTicket = async (id: Id<'ticket'>): Promise<Ticket | null> => {
  const { data } = await db.collection('tickets').doc(id).get()
  return data && (thingFrom(data) as Ticket)
}

/** Tickets that open nothing any more. */
export const removeSpentTickets = async (now: Instant): Promise<number> => {
  const { stats } = await db
    .collection('tickets')
    .where({ until: command.lt(now) })
    .remove()
  return stats.removed
}
