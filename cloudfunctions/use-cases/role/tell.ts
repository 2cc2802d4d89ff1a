import type { Role } from '#domain/actor'
import type { Id } from '#domain/kernel/id'

import type { Documents } from '../../cloud/database'
import { addOutboxEntry } from '../../store/outbox'
import type { Call } from '../call'

/** Whoever gets or loses a role hears of it, unless it was their own act. */
export const tellRole = (
  tx: Documents,
  id: Id<'outboxEntry'>,
  what: 'granted' | 'revoked',
  role: Role,
  person: Id<'person'>,
  { actor, now }: Pick<Call, 'now'> & { readonly actor: { readonly id: Id<'person'> } | null },
) =>
  addOutboxEntry(tx, {
    id,
    at: now,
    audience: { persons: [person], posts: [], except: actor && actor.id },
    notice: { kind: 'role', what, role, title: '' },
  })
