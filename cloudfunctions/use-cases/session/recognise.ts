import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { findIdentity, findPerson } from '../../store/people'
import { noteVerified } from './verified'

/** An openid belongs to one person until the account is deleted; which one a warm instance remembers, what they may do never. */
const known = new Map<string, Id<'person'>>()
const mostKnown = 10_000

const remember = (openid: string, person: Id<'person'>): void => {
  if (known.size >= mostKnown) known.clear()
  known.set(openid, person)
}

const present = async (id: Id<'person'>): Promise<Actor | null> => {
  const person = await findPerson(id)
  return person?.leftAt === null ? { id, district: person.district, grants: person.grants } : null
}

/** Who an openid is: the person on record; null is a visitor, of whom nothing is kept until they agree to it. */
export const recognise = async (openid: string, now: Instant): Promise<Actor | null> => {
  const remembered = known.get(openid)
  const again = remembered === undefined ? null : await present(remembered)
  if (again) return again
  known.delete(openid)
  const identity = await findIdentity(openid)
  if (!identity) return null
  const actor = await present(identity.id)
  if (!actor) throw new Error(`identity ${identity.id} without a person`)
  remember(openid, identity.id)
  noteVerified(identity, now)
  return actor
}
