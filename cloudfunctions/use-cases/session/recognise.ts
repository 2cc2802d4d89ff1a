import type { Actor } from '#domain/actor'

import { findIdentity, findPerson } from '../../store/people'

/** Who an openid is: the person on record; null is a visitor, of whom nothing is kept until they agree to it. */
export const recognise = async (openid: string): Promise<Actor | null> => {
  const identity = await findIdentity(openid)
  if (!identity) return null
  const person = await findPerson(identity.id)
  if (!person) throw new Error(`identity ${identity.id} without a person`)
  return { id: person.id, district: person.district, grants: person.grants }
}
