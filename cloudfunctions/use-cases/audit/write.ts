import type { AuditedAct, AuditEntry } from '#domain/audit'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import type { Documents } from '../../cloud/database'
import { addAuditEntry } from '../../store/audit'
import type { Call } from '../call'
import { randomId } from '../derived-id'

/** Who did it, and when; `by` null is the clock. */
export interface AuditOccasion {
  readonly district: Id<'district'>
  readonly by: Id<'person'> | null
  readonly now: Instant
}

export const occasionOf = ({ actor, now }: Call): AuditOccasion => ({
  district: actor.district,
  by: actor.id,
  now,
})

type More = Partial<Pick<AuditEntry, 'person' | 'detail' | 'why'>>

/** One line of the audit log, in the transaction of the change it speaks of; `subject` is `<collection>/<id>`. */
export const audit = async (
  tx: Documents,
  { district, by, now }: AuditOccasion,
  what: AuditedAct,
  subject: string,
  { person = null, detail = {}, why = '' }: More = {},
): Promise<void> => {
  await addAuditEntry(tx, { id: randomId(), district, at: now, by, what, subject, person, detail, why })
}
