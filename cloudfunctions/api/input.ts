import { z } from 'zod'

import type { EndpointName, Input } from '#domain/contract/endpoints'
import { asId } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'
import { reportLimits } from '#domain/submission'

const idOf = <Noun extends string>() =>
  z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .transform((value) => asId<Noun>(value))

const key = z.string().regex(/^[\w-]{16,64}$/)
const version = z.number().int().positive()
const cursor = z.string().max(4_000).nullable()
/** Over-long words are the domain's to refuse with a sentence; here only the absurd is cut off. */
const words = z.string().max(10_000)
const target = { id: idOf<'report'>(), version, key }
const uploaded = {
  ticket: idOf<'ticket'>().nullable(),
  files: z.array(z.string().max(300)).max(50).readonly(),
}
const point = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
const nothing = z.strictObject({})
const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

/** Input schemas, held to the contract's types: a field the contract does not name is refused. */
export const inputs: { readonly [E in EndpointName]: z.ZodType<Input<E>> } = {
  'session.open': nothing,
  'district.read': nothing,
  'upload.ticket': nothing,
  'report.submit': z.strictObject({
    ...uploaded,
    key,
    words,
    category: idOf<'category'>().nullable(),
    place: z.strictObject({
      cell: idOf<'cell'>(),
      spot: z.string().max(reportLimits.spot),
      point: point.nullable(),
    }),
  }),
  'report.list': z.strictObject({
    scope: z.enum(['mine', 'work']),
    filter: z.enum(['open', 'ended', 'all']),
    cursor,
  }),
  'report.read': z.strictObject({ id: idOf<'report'>() }),
  'report.triage': z.strictObject({ ...target, category: idOf<'category'>() }),
  'report.decline': z.strictObject({ ...target, reason: words, remedy: words }),
  'report.start': z.strictObject(target),
  'report.fix': z.strictObject({ ...target, ...uploaded, words }),
  'report.confirm': z.strictObject({ ...target, rating: rating.nullable() }),
  'report.reopen': z.strictObject({ ...target, words }),
  'report.close': z.strictObject(target),
  'inbox.list': z.strictObject({ cursor }),
  'inbox.read': z.strictObject({
    until: z
      .number()
      .int()
      .nonnegative()
      .transform((value) => asInstant(value)),
  }),
}
