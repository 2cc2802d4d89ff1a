import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'

/** What the audit log knows: every change of people, roles, assignments and decisions, and every look at a hidden field. */
export const auditedActs = [
  'consent.given',
  'phone.verified',
  'account.changed',
  'account.exported',
  'account.deleted',
  'role.granted',
  'role.revoked',
  'role.awaiting',
  'roster.changed',
  'field.unmasked',
  'shop.changed',
  'shop.staffed',
  'claim.moved',
  'agent.invited',
  'caseload.moved',
  'caseload.deputised',
  'handover.cancelled',
  'handover.carriedOut',
  'import.started',
  'import.committed',
  'import.ended',
  'export.asked',
  'export.opened',
  'complaint.answered',
  'report.moved',
  'content.decided',
  'message.hidden',
  'question.settled',
  'article.saved',
  'article.published',
  'article.withdrawn',
  'cannedAnswer.saved',
  'cannedAnswer.removed',
  'circular.sent',
  'circular.reminded',
  'circular.closed',
  'guidance.moved',
  'visit.moved',
  'hardship.moved',
  'channel.bound',
] as const
export type AuditedAct = (typeof auditedActs)[number]

/** One line, written with the change it speaks of and never touched again. It holds ids, never names, phones or openids. */
export interface AuditEntry {
  readonly id: Id<'auditEntry'>
  readonly district: Id<'district'>
  readonly at: Instant
  /** null: the clock */
  readonly by: Id<'person'> | null
  readonly what: AuditedAct
  /** the thing it happened to, as `<collection>/<id>` */
  readonly subject: string
  /** whom it concerns, where that is a person */
  readonly person: Id<'person'> | null
  readonly detail: Readonly<Record<string, string | number>>
  readonly why: string
}

/** characters: one is no reason */
export const reasonLength = { least: 2, most: 300 } as const

/** Why a number was looked at or a role taken back, as the log keeps it. */
export const checkReason = (given: string): Decision<string, 'reason-missing'> => {
  const reason = given.trim()
  return Array.from(reason).length < reasonLength.least ? refuse('reason-missing') : become(reason)
}
