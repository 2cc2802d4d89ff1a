import { z } from 'zod'

import { mostShops } from '#domain/caseload'
import type { CaseloadEndpoints } from '#domain/contract/caseload'
import type { ClaimEndpoints } from '#domain/contract/claim'
import type { ShopEndpoints } from '#domain/contract/shop'
import { readDay, type Day } from '#domain/kernel/day'

import { cursor, idOf, key, nothing, point, reason, uploaded, version, words, type Inputs } from './parts'

const shop = idOf<'shop'>()
const day = z
  .string()
  .refine((text) => readDay(text) !== null)
  .transform((text) => text as Day)
/** Over-long facts are the domain's to refuse with a sentence; here only the absurd is cut off. */
const line = z.string().max(400)
const certificateNumber = z.string().trim().min(1).max(40)

const facts = z.strictObject({
  name: line,
  trade: idOf<'trade'>(),
  size: z.strictObject({ area: z.number().nullable(), places: z.number().nullable() }),
  address: line,
  street: idOf<'street'>(),
  cell: idOf<'cell'>(),
  point: point.nullable(),
  state: z.enum(['open', 'paused', 'transferred', 'closed']),
  licences: z
    .array(
      z.strictObject({
        kind: z.enum(['business', 'hygiene', 'food']),
        number: z.string().max(60),
        until: day.nullable(),
      }),
    )
    .max(100)
    .readonly(),
})

const staff = z
  .array(
    z.strictObject({
      id: idOf<'staffMember'>(),
      name: line,
      certificate: z.strictObject({ number: certificateNumber, until: day }).nullable(),
    }),
  )
  .max(1_000)
  .refine((members) => new Set(members.map(({ id }) => id)).size === members.length)
  .readonly()

const shops = z.array(shop).max(mostShops).readonly()
const pick = z.union([
  z.strictObject({ kind: z.literal('shops'), shops }),
  z.strictObject({ kind: z.literal('street'), street: idOf<'street'>() }),
  z.strictObject({ kind: z.literal('cell'), cell: idOf<'cell'>() }),
  z.strictObject({ kind: z.literal('trade'), trade: idOf<'trade'>() }),
  z.strictObject({ kind: z.literal('all') }),
])
const between = { from: idOf<'caseload'>(), to: idOf<'caseload'>() }
const claimMove = z.strictObject({ id: idOf<'claim'>(), version, key, words })

export const shopInputs: Inputs<keyof ShopEndpoints | keyof ClaimEndpoints | keyof CaseloadEndpoints> = {
  'shop.list': z.strictObject({
    scope: z.enum(['mine', 'caseload', 'district']),
    street: idOf<'street'>().nullable(),
    cell: idOf<'cell'>().nullable(),
    trade: idOf<'trade'>().nullable(),
    words: z.string().max(60),
    cursor,
  }),
  'shop.overview': nothing,
  'shop.read': z.strictObject({ id: shop }),
  'shop.public': z.strictObject({ code: idOf<'shopCode'>() }),
  'shop.update': z.strictObject({ id: shop, version, facts }),
  'shop.staff': z.strictObject({ id: shop, version, staff }),
  'shop.code': z.strictObject({ id: shop }),
  'shop.unmask': z.strictObject({ id: shop, why: reason }),

  'claim.offers': nothing,
  'claim.answer': z.strictObject({ shop, yes: z.boolean(), key }),
  'claim.ask': z.strictObject({ ...uploaded, code: idOf<'shopCode'>(), key }),
  'claim.list': z.strictObject({
    scope: z.enum(['mine', 'work']),
    filter: z.enum(['open', 'all']),
    cursor,
  }),
  'claim.confirm': claimMove,
  'claim.refuse': claimMove,
  'claim.undo': claimMove,
  'claim.contest': claimMove,
  'claim.uphold': claimMove,
  'claim.overturn': claimMove,
  'claim.leave': claimMove,
  'agent.invite': z.strictObject({ shop, phone: z.string().max(40), name: z.string().max(40), key }),

  'caseload.list': z.strictObject({ cursor }),
  'caseload.read': z.strictObject({ id: idOf<'caseload'>() }),
  'caseload.preview': z.strictObject({ ...between, pick }),
  'caseload.move': z.strictObject({ ...between, shops, on: day.nullable(), key }),
  'caseload.depute': z.strictObject({
    id: idOf<'caseload'>(),
    version,
    deputy: idOf<'rosterEntry'>().nullable(),
  }),
  'handover.list': z.strictObject({ caseload: idOf<'caseload'>().nullable(), cursor }),
  'handover.cancel': z.strictObject({ id: idOf<'handOver'>(), version }),
  'tree.read': z.strictObject({ street: idOf<'street'>().nullable() }),
}
