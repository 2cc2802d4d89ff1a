import { asId } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { db } from '../../cloud/database'
import { findIdentityOf, type Identity } from '../../store/people'
import type { Call } from '../call'
import { minuteMemory } from '../minute-memory'

const verified = ({ openid, phone }: Identity): string | null => (phone === null ? null : openid)

const openids = minuteMemory(async (person) => {
  const identity = await findIdentityOf(db, asId<'person'>(person))
  return identity && verified(identity)
})

/** Whoever was just recognised need not be looked up again. */
export const noteVerified = (identity: Identity, now: Instant): void => {
  const openid = verified(identity)
  if (openid !== null) openids.note(identity.id, openid, now)
}

/** The openid of whoever has verified a phone: nobody else speaks. Null: not verified. */
export const speakerOf = ({ actor, now }: Call): Promise<string | null> => openids.recall(actor.id, now)
