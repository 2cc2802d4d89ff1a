import type { AuditedAct, AuditEntry } from '../audit'
import type { Id } from '../kernel/id'
import type { Page } from './page'

/** Someone in the log; the name is today's, null where the account is gone. */
interface Named {
  readonly id: Id<'person'>
  readonly name: string | null
}

export interface AuditRow extends Omit<AuditEntry, 'district' | 'by' | 'person'> {
  /** null: the clock */
  readonly by: Named | null
  readonly person: Named | null
  /** today's name of the shop, the officer or the caseload's holder; null for other things, and for what is gone */
  readonly subjectName: string | null
}

export interface AuditEndpoints {
  /** newest first; by at most one of the four, the narrowest first: subject, about (whom it concerns), by, what */
  'audit.list': {
    input: {
      readonly what: AuditedAct | null
      readonly by: Id<'person'> | null
      readonly about: Id<'person'> | null
      readonly subject: string | null
      readonly cursor: string | null
    }
    output: Page<AuditRow>
    refusal: never
  }
}
