import { z } from 'zod'

import type { GroupEndpoints } from '#domain/contract/group'
import type { GuidanceEndpoints } from '#domain/contract/guidance'
import type { HardshipEndpoints } from '#domain/contract/hardship'
import type { VisitEndpoints } from '#domain/contract/visit'
import { hardshipKinds } from '#domain/hardship'
import { readDay, type Day } from '#domain/kernel/day'

import { cursor, idOf, key, nothing, point, version, words, type Inputs } from './parts'

const channel = idOf<'channel'>()
const shop = idOf<'shop'>()
const seq = z.number().int().positive()
const day = z.string().transform((text, context): Day => {
  const read = readDay(text)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: 'no day' })
  return z.NEVER
})
const when = { day, time: z.number().int().min(0).max(1_439).nullable() }
const ofShop = z.strictObject({ kind: z.literal('shop'), shop })
const ofCaseload = z.strictObject({ kind: z.literal('caseload') })
/** As text alone: an object with ready-made data could be anybody's invention. */
const cloudID = z.string().min(1).max(1_000)

/** What a head does for a shop beside checking it. */
export const careInputs: Inputs<
  keyof GuidanceEndpoints | keyof VisitEndpoints | keyof HardshipEndpoints | keyof GroupEndpoints
> = {
  'guidance.open': z.strictObject({ channel, seq, words }),
  'guidance.list': z.strictObject({
    of: z.discriminatedUnion('kind', [
      ofShop,
      ofCaseload,
      z.strictObject({ kind: z.literal('item'), id: idOf<'guidanceItem'>() }),
      z.strictObject({ kind: z.literal('message'), channel, seq }),
    ]),
    open: z.boolean(),
    cursor,
  }),
  'guidance.move': z.strictObject({
    ...{ id: idOf<'guidanceItem'>(), version },
    move: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sayDone') }),
      z.strictObject({ kind: z.literal('close') }),
      z.strictObject({ kind: z.literal('drop'), why: words }),
    ]),
  }),
  'visit.plan': z.strictObject({ ...when, shop, topic: z.string().max(1_000), key }),
  'visit.list': z.strictObject({
    of: z.discriminatedUnion('kind', [
      ofShop,
      ofCaseload,
      z.strictObject({ kind: z.literal('visit'), id: idOf<'visit'>() }),
    ]),
    cursor,
  }),
  'visit.route': z.strictObject({ day, from: point.nullable() }),
  'visit.move': z.strictObject({
    ...{ id: idOf<'visit'>(), version },
    move: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('shift'), when: z.strictObject(when) }),
      z.strictObject({ kind: z.literal('finish'), words, items: z.array(words).max(50).readonly() }),
      z.strictObject({ kind: z.literal('cancel'), words }),
      z.strictObject({ kind: z.literal('askOther'), words }),
    ]),
  }),
  'hardship.add': z.strictObject({
    ...{ shop, key, words },
    kind: z.enum(hardshipKinds),
    helper: z.string().max(1_000),
  }),
  'hardship.list': z.strictObject({
    of: z.discriminatedUnion('kind', [
      ofShop,
      ofCaseload,
      z.strictObject({ kind: z.literal('district'), only: z.enum(hardshipKinds).nullable() }),
    ]),
    open: z.boolean(),
    cursor,
  }),
  'hardship.counts': nothing,
  'hardship.move': z.strictObject({
    ...{ id: idOf<'hardship'>(), version },
    move: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('assign'), helper: z.string().max(1_000) }),
      z.strictObject({ kind: z.literal('helped'), words }),
      z.strictObject({ kind: z.literal('notPossible'), words }),
    ]),
  }),
  'channel.bindGroup': z.strictObject({ channel, cloudID }),
  'channel.enterGroup': z.strictObject({ cloudID }),
}
