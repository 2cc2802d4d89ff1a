import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'

/** As much of JSON Schema as the inputs of our endpoints come to. */
interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

const strange = [
  '',
  ' ',
  '<script>alert(1)</script>',
  '__proto__',
  '$where',
  '../..',
  '\u0000',
  '💈'.repeat(40),
]

const texts = ({ pattern, maxLength = 200 }: Schema, known: readonly string[]): Arbitrary<string> => {
  if (pattern === undefined)
    return fc.oneof(fc.string({ unit: 'grapheme', maxLength }), fc.constantFrom(...strange))
  const shape = new RegExp(pattern)
  const fitting = known.filter((one) => shape.test(one))
  const made = fc.stringMatching(shape)
  return fitting.length === 0 ? made : fc.oneof(made, { arbitrary: fc.constantFrom(...fitting), weight: 4 })
}

const numbers = ({ type, minimum, exclusiveMinimum, maximum }: Schema): Arbitrary<number> => {
  const from = minimum ?? (exclusiveMinimum === undefined ? -1e9 : exclusiveMinimum + 1)
  const range = { min: Math.ceil(from), max: Math.floor(Math.min(maximum ?? 1e12, 2e9)) }
  return type === 'integer' ? fc.integer(range) : fc.double({ ...range, noNaN: true })
}

const objects = (schema: Schema, known: readonly string[]): Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties } = schema
  if (typeof additionalProperties === 'object')
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 10 }), valuesOf(additionalProperties, known))
  const fields = Object.entries(properties).map(([name, one]) => [name, valuesOf(one, known)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] })
}

const valuesOf = (schema: Schema, known: readonly string[]): Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, known)))
  switch (schema.type) {
    case 'string':
      return texts(schema, known)
    case 'integer':
    case 'number':
      return numbers(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, known), { maxLength: Math.min(schema.maxItems ?? 4, 4) })
    case 'object':
      return objects(schema, known)
    case undefined:
    default:
      return fc.jsonValue()
  }
}

/** Inputs of the right form that nobody thought of; `known`: ids of things that are there. */
export const madeUpFor = (input: z.ZodType, known: readonly string[]): Arbitrary<unknown> =>
  valuesOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema, known)
