import { z } from 'zod'

import { roles } from '#domain/actor'
import { auditedActs } from '#domain/audit'
import type { AuditEndpoints } from '#domain/contract/audit'
import type { RoleEndpoints } from '#domain/contract/role'

import { cursor, idOf, reason, type Inputs } from './parts'

const role = z.enum(roles)
const scope = z.union([
  z.strictObject({ kind: z.literal('district'), district: idOf<'district'>() }),
  z.strictObject({ kind: z.literal('street'), street: idOf<'street'>() }),
  z.strictObject({ kind: z.literal('cell'), cell: idOf<'cell'>() }),
  z.strictObject({ kind: z.literal('department'), department: idOf<'department'>() }),
  z.strictObject({ kind: z.literal('shop'), shop: idOf<'shop'>() }),
])

/** What command does with people's roles and with the audit log. */
export const officeInputs: Inputs<keyof RoleEndpoints | keyof AuditEndpoints> = {
  'role.list': z.strictObject({ role, cursor }),
  'role.grant': z.strictObject({
    phone: z.string().max(40),
    name: z.string().max(200),
    grant: z.strictObject({ role, scope, agency: idOf<'agency'>().exactOptional() }),
  }),
  'role.revoke': z.strictObject({
    entry: idOf<'rosterEntry'>(),
    grant: z.strictObject({ role, scope }),
    why: reason,
  }),
  'role.unmask': z.strictObject({ entry: idOf<'rosterEntry'>(), why: reason }),
  'audit.list': z.strictObject({
    what: z.enum(auditedActs).nullable(),
    by: idOf<'person'>().nullable(),
    about: idOf<'person'>().nullable(),
    subject: z.string().max(200).nullable(),
    cursor,
  }),
}
