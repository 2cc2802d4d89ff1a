import type { Actor, Role } from './actor'
import { hasRole } from './actor'
import type { EndpointName } from './contract/endpoints'

/** Who may call each endpoint at all; what of it they see or change is decided with the thing in hand. */
export const permissions = {
  'session.open': ['resident'],
  'district.read': ['resident'],
  'upload.ticket': ['resident'],
  'report.submit': ['resident'],
  'report.list': ['resident'],
  'report.read': ['resident'],
  'report.triage': ['grid', 'command'],
  'report.decline': ['grid', 'command'],
  'report.start': ['handler'],
  'report.fix': ['handler'],
  'report.confirm': ['resident'],
  'report.reopen': ['resident'],
  'report.close': ['command'],
  'inbox.list': ['resident'],
  'inbox.read': ['resident'],
} as const satisfies Record<EndpointName, readonly Role[]>

export const mayCall = (actor: Actor, endpoint: EndpointName): boolean =>
  permissions[endpoint].some((role) => hasRole(actor, role))
