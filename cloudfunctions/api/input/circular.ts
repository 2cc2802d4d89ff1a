import { z } from 'zod'

import { answerMarks, circularParts, lacks } from '#domain/circular'
import type { CircularEndpoints } from '#domain/contract/circular'

import { cursor, idOf, key, nothing, words, type Inputs } from './parts'

const id = idOf<'circular'>()
const shop = idOf<'shop'>()

const to = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('district') }),
  z.strictObject({
    kind: z.literal('groups'),
    caseloads: z.array(idOf<'caseload'>()).min(1).max(200).readonly(),
  }),
])
const aim = z.strictObject({
  trades: z.array(idOf<'trade'>()).max(50).readonly(),
  streets: z.array(idOf<'street'>()).max(100).readonly(),
  without: z.array(z.enum(lacks)).max(lacks.length).readonly(),
})

/** Notices that must be acknowledged. */
export const circularInputs: Inputs<keyof CircularEndpoints> = {
  'circular.preview': z.strictObject({ to, aim }),
  'circular.send': z.strictObject({
    ...{ to, aim, key, words },
    title: z.string().max(200),
    items: z.array(z.string().max(500)).max(50).readonly(),
  }),
  'circular.list': z.strictObject({ scope: z.enum(['mine', 'district']), cursor }),
  'circular.mine': nothing,
  'circular.read': z.strictObject({ id }),
  'circular.acknowledge': z.strictObject({ id, shop }),
  'circular.check': z.strictObject({
    ...{ id, shop },
    answers: z
      .array(z.strictObject({ mark: z.enum(answerMarks), words: z.string().max(2_000) }))
      .max(50)
      .readonly(),
  }),
  'circular.shops': z.strictObject({ id, part: z.enum(circularParts), cursor }),
  'circular.remind': z.strictObject({ id, key }),
  'circular.close': z.strictObject({ id }),
  'circular.export': z.strictObject({ id, key }),
}
