import { z } from 'zod'

import { reasonLength } from '#domain/audit'
import type { EndpointName, Input } from '#domain/contract/endpoints'
import { asId } from '#domain/kernel/id'

/** Schemas of some endpoints, held to the contract's types: a field the contract does not name is refused. */
export type Inputs<E extends EndpointName> = { readonly [N in E]: z.ZodType<Input<N>> }

export const idOf = <Noun extends string>() =>
  z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .transform((value) => asId<Noun>(value))

export const key = z.string().regex(/^[\w-]{16,64}$/)
export const version = z.number().int().positive()
export const cursor = z.string().max(4_000).nullable()
/** Over-long words are the domain's to refuse with a sentence; here only the absurd is cut off. */
export const words = z.string().max(10_000)
/** For the log; one that is too short is the domain's to refuse. */
export const reason = z.string().trim().max(reasonLength.most)
export const uploaded = {
  ticket: idOf<'ticket'>().nullable(),
  files: z.array(z.string().max(300)).max(50).readonly(),
}
export const point = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
export const nothing = z.strictObject({})
