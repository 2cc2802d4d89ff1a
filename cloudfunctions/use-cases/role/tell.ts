import type { Role } from '#domain/actor'
import type { Id } from '#domain/kernel/id'

import type { Documents } from '../../cloud/database'
import { addOutboxEntry } from '../../store/outbox'
import type { Call } from '../call'

/** Whoever gets or loses a role hears of it. */
export const tellRole = (
  tx: Documents,
  id: Id<'outboxEntry'>,
  what: 'granted' | 'revoked',
  role: Role,
  person: Id<'person'>,
  { actor, now }: Call,
) =>
  addOutboxEntry(tx, {
    id,
    at: now,
    audience: { persons: [person], posts: [], except: actor.id },
    notice: { kind: 'role', what, role, title: '' },
  })
