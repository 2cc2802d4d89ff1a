import fc from 'fast-check'

/** Documents full of nulls, missing fields, nested lists, dates and mixed types. */
export type Scalar = null | boolean | number | string | Date

export const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom<Scalar>(null, true, false, 'a', 'ab', 'B', '', '中'),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(-1.5, 2.25, 3_000_000_000, new Date(0), new Date(1000)),
)

export const optional = <T>(field: string, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.option(value, { nil: undefined, freq: 6 }).map((one) => (one === undefined ? {} : { [field]: one }))

export const merged = (
  ...parts: readonly fc.Arbitrary<Record<string, unknown>>[]
): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Record<string, unknown>)

export const manyOrOne = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalar, { maxLength: 2 }), { minLength: 1, maxLength: 2 }) },
)

/** Fields: a anything or a list, b a value, o.x nested, l a list of objects, n a number. */
export const thing = merged(
  optional('a', manyOrOne),
  optional('b', scalar),
  optional('n', fc.integer({ min: -3, max: 3 })),
  optional('o', fc.oneof<fc.Arbitrary<unknown>[]>(optional('x', manyOrOne), scalar)),
  optional('l', fc.array(optional('k', scalar), { maxLength: 3 })),
)
