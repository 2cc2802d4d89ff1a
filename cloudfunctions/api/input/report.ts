import { z } from 'zod'

import type { ReportEndpoints } from '#domain/contract/report'
import { reportLimits } from '#domain/submission'

import { cursor, idOf, key, point, uploaded, version, words, type Inputs } from './parts'

const target = { id: idOf<'report'>(), version, key }
const filter = z.enum(['open', 'ended', 'all'])
const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

export const reportInputs: Inputs<keyof ReportEndpoints> = {
  'report.submit': z.strictObject({
    ...uploaded,
    key,
    words,
    from: z.strictObject({ channel: idOf<'channel'>(), seq: z.number().int().positive() }).optional(),
    category: idOf<'category'>().nullable(),
    place: z.strictObject({
      cell: idOf<'cell'>(),
      spot: z.string().max(reportLimits.spot),
      point: point.nullable(),
    }),
  }),
  'report.list': z.strictObject({
    scope: z.enum(['mine', 'work']),
    filter,
    cursor,
  }),
  'report.read': z.strictObject({ id: idOf<'report'>() }),
  'report.street': z.strictObject({ street: idOf<'street'>().nullable(), filter, cursor }),
  'report.triage': z.strictObject({ ...target, category: idOf<'category'>() }),
  'report.decline': z.strictObject({ ...target, reason: words, remedy: words }),
  'report.start': z.strictObject(target),
  'report.fix': z.strictObject({ ...target, ...uploaded, words }),
  'report.confirm': z.strictObject({ ...target, rating: rating.nullable() }),
  'report.reopen': z.strictObject({ ...target, words }),
  'report.close': z.strictObject(target),
}
