import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { command, db, type Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

/** A deleted account, as long as something of it may still have to go. */
export interface Departure {
  /** the person's */
  readonly id: Id<'person'>
  readonly district: Id<'district'>
  /** when the clock looks at it next */
  readonly due: Instant
  readonly signal: Id<'signal'>
  /** the avatar and the last copy, both under random paths */
  readonly files: readonly string[]
}

export const departureCollection: CollectionDeclaration = {
  collection: 'departures',
  indexes: [{ name: 'departures_due', fields: ['due'] }],
}

export const saveDeparture = async (into: Documents, { id, ...fields }: Departure): Promise<void> => {
  await into.collection('departures').doc(id).set({ data: fields })
}

export const removeDeparture = (id: Id<'person'>) => db.collection('departures').doc(id).remove()

export const listDepartures = async (now: Instant, most: number): Promise<readonly Departure[]> => {
  const { data } = await db
    .collection('departures')
    .where({ due: command.lte(now) })
    .orderBy('due', 'asc')
    .limit(most)
    .get()
  return data.map((row) => thingFrom(row) as Departure)
}
