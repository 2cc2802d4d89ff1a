import type { Id } from '#domain/kernel/id'
import { actingGrants, type RosterEntry } from '#domain/roster'

import type { Documents } from '../../cloud/database'
import { audit, occasionOf } from '../audit/write'
import type { Call } from '../call'
import { randomId } from '../derived-id'
import { tellRole } from './tell'

/** An entry's phone was verified: its roles go from who had them to who has the phone now; both hear of it. */
export const recordNewBearer = async (
  tx: Documents,
  before: RosterEntry,
  after: RosterEntry,
  call: Call,
): Promise<void> => {
  const record = async (what: 'granted' | 'revoked', person: Id<'person'> | null): Promise<void> => {
    if (person === null) return
    for (const { role } of actingGrants(after)) {
      await audit(tx, occasionOf(call), `role.${what}`, `roster/${after.id}`, {
        person,
        detail: { role, way: 'phone' },
      })
      // The office gave the role, not whoever verified the phone: they are told as anybody else.
      await tellRole(tx, randomId(), what, role, person, { actor: null, now: call.now })
    }
  }
  await record('revoked', before.person)
  await record('granted', after.person)
}
