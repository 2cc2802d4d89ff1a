import { z } from 'zod'

import type { AccountEndpoints } from '#domain/contract/account'
import type { ComplaintEndpoints } from '#domain/contract/complaint'
import type { DistrictEndpoints } from '#domain/contract/district'
import type { InboxEndpoints } from '#domain/contract/inbox'
import type { SessionEndpoints } from '#domain/contract/session'
import type { UploadEndpoints } from '#domain/contract/upload'
import { complaintReasons } from '#domain/complaint'
import { asInstant } from '#domain/kernel/instant'

import { cursor, idOf, key, nothing, uploaded, version, words, type Inputs } from './parts'

const subject = z.union([
  z.strictObject({ kind: z.literal('report'), id: idOf<'report'>() }),
  z.strictObject({ kind: z.literal('shop'), id: idOf<'shop'>() }),
  z.strictObject({ kind: z.literal('person'), id: idOf<'person'>() }),
  z.strictObject({
    kind: z.literal('message'),
    channel: idOf<'channel'>(),
    seq: z.number().int().positive(),
  }),
])
const termVersion = z.string().max(40)

/** What every person does with the product itself: signing in, files, inbox, account, complaints. */
export const accountInputs: Inputs<
  | keyof SessionEndpoints
  | keyof DistrictEndpoints
  | keyof UploadEndpoints
  | keyof InboxEndpoints
  | keyof AccountEndpoints
  | keyof ComplaintEndpoints
> = {
  'session.open': nothing,
  'session.agree': z.strictObject({ privacy: termVersion, agreement: termVersion }),
  'district.read': nothing,
  'upload.ticket': nothing,
  'inbox.list': z.strictObject({ cursor }),
  'inbox.read': z.strictObject({
    until: z
      .number()
      .int()
      .nonnegative()
      .transform((value) => asInstant(value)),
  }),
  'account.read': nothing,
  'account.rename': z.strictObject({ name: z.string().max(200) }),
  'account.portray': z.strictObject(uploaded),
  'account.verifyPhone': z.strictObject({ code: z.string().min(1).max(200) }),
  'account.export': nothing,
  'account.delete': z.strictObject({ confirm: z.literal(true) }),
  'complaint.submit': z.strictObject({
    about: subject.nullable(),
    reason: z.enum(complaintReasons),
    words,
    key,
  }),
  'complaint.list': z.strictObject({
    scope: z.enum(['mine', 'work']),
    filter: z.enum(['open', 'all']),
    cursor,
  }),
  'complaint.answer': z.strictObject({ id: idOf<'complaint'>(), version, words }),
}
