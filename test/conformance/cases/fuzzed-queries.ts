import fc from 'fast-check'
import { Query } from 'mingo'
import assert from 'node:assert/strict'
import type { Case, Tools } from '../case'
import { idsOf, seed, sorted } from '../case'
import type { Collection, Command, Data } from '../sdk'
import { scalar, thing, type Scalar } from './arbitraries'

/** A query as the SDK takes it and as mingo alone takes it, over a plain array kept beside. */
interface Both {
  readonly sent: (command: Command) => unknown
  readonly mongo: unknown
}
type Condition = fc.Arbitrary<Both>

const bound = scalar.filter((value) => value !== null)
const range: Condition = fc
  .tuple(fc.constantFrom('gt', 'gte'), bound, fc.constantFrom('lt', 'lte'), bound)
  .map(([from, low, to, high]) => ({
    sent: (_) => _[from as 'gt'](low).and(_[to as 'lt'](high)),
    mongo: { [`$${from}`]: low, [`$${to}`]: high },
  }))
const existence: Condition = fc
  .boolean()
  .map((value) => ({ sent: (_) => _.exists(value), mongo: { $exists: value } }))
const size: Condition = fc.nat(3).map((value) => ({ sent: (_) => _.size(value), mongo: { $size: value } }))
const modulo: Condition = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(2))
  .map(([by, rest]) => ({ sent: (_) => _.mod(by, rest), mongo: { $mod: [by, rest] } }))
const pattern: Condition = fc
  .constantFrom(/^a/, /b$/i, /中/)
  .map((value) => ({ sent: () => value, mongo: value }))

const equality = (value: fc.Arbitrary<Scalar>): Condition =>
  fc.tuple(fc.constantFrom('eq', 'neq'), value).map(([name, one]) => ({
    sent: (_) => _[name as 'eq'](one),
    mongo: { [name === 'neq' ? '$ne' : '$eq']: one },
  }))
const comparison: Condition = fc
  .tuple(fc.constantFrom('gt', 'gte', 'lt', 'lte'), bound)
  .map(([name, one]) => ({ sent: (_) => _[name as 'gt'](one), mongo: { [`$${name}`]: one } }))
const membership = (value: fc.Arbitrary<Scalar>): Condition =>
  fc
    .tuple(fc.constantFrom('in', 'nin'), fc.array(value, { minLength: 1, maxLength: 3 }))
    .map(([name, all]) => ({ sent: (_) => _[name as 'in'](all), mongo: { [`$${name}`]: all } }))
const allOfOne = (value: fc.Arbitrary<Scalar>): Condition =>
  value.map((one) => ({ sent: (_) => _.all([one]), mongo: { $in: [one] } }))
const negated = (condition: Condition): Condition =>
  condition.map(({ sent, mongo }) => ({ sent: (_) => _.not(sent(_)), mongo: { $not: mongo } }))

const conditionsOn = (value: fc.Arbitrary<Scalar>): Condition =>
  fc.oneof(
    { weight: 2, arbitrary: equality(value) },
    { weight: 3, arbitrary: comparison },
    { weight: 2, arbitrary: range },
    { weight: 2, arbitrary: membership(value) },
    { weight: 3, arbitrary: value.map((one): Both => ({ sent: () => one, mongo: one })) },
    allOfOne(value),
    existence,
    size,
    modulo,
    pattern,
    negated(fc.oneof(equality(value), comparison, membership(value), existence)),
  )
const condition = conditionsOn(scalar)
/** mingo is no oracle for null and a field that is missing in an element; query-arrays.ts holds what MongoDB does. */
const inElements = conditionsOn(bound)
const inList: Condition = fc.oneof(equality(scalar), comparison).map(({ sent, mongo }) => ({
  sent: (_) => _.elemMatch({ k: sent(_) }),
  mongo: { $elemMatch: { k: mongo } },
}))

const onFields: Condition = fc
  .tuple(
    fc.dictionary(fc.constantFrom('a', 'b', 'n', 'o.x', 'o'), condition, { maxKeys: 2 }),
    fc.dictionary(fc.constantFrom('l.k', 'a.0'), inElements, { maxKeys: 1 }),
    fc.option(inList, { nil: undefined, freq: 5 }),
  )
  .filter(
    ([fields, elements, list]) => Object.keys({ ...fields, ...elements }).length > 0 || list !== undefined,
  )
  .map(([fields, elements, list]) => {
    const all = Object.entries({ ...fields, ...elements, ...(list !== undefined && { l: list }) })
    return {
      sent: (_) => Object.fromEntries(all.map(([field, { sent }]) => [field, sent(_)])),
      mongo: Object.fromEntries(all.map(([field, { mongo }]) => [field, mongo])),
    }
  })
const anyQuery = fc.oneof(
  { weight: 3, arbitrary: onFields },
  fc
    .tuple(fc.constantFrom('and', 'or', 'nor'), fc.array(onFields, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]): Both => ({
      sent: (_) => _[name as 'and'](parts.map(({ sent }) => sent(_))),
      mongo: { [`$${name}`]: parts.map(({ mongo }) => mongo) },
    })),
)

/** MongoDB's order of types, an array standing for its smallest element ascending and its largest descending. */
const rank = (value: unknown): number => {
  if (value === empty) return -1
  if (value === null || value === undefined) return 0
  if (typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  if (Array.isArray(value)) return 4
  if (typeof value === 'boolean') return 5
  return value instanceof Date ? 6 : 3
}
const empty = Symbol('empty list')
const compare = (a: unknown, b: unknown): number => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string))
  if (Array.isArray(a)) return compareLists(a, b as unknown[])
  return rank(a) <= 0 || rank(a) === 3 ? 0 : Number(a) - Number(b)
}
const compareLists = (a: readonly unknown[], b: readonly unknown[]): number => {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const compared = compare(a[at], b[at])
    if (compared !== 0) return compared
  }
  return a.length - b.length
}
const sortValue = (value: unknown, turn: number): unknown => {
  if (!Array.isArray(value)) return value
  if (value.length === 0) return empty
  return value.reduce((best: unknown, one: unknown) => (turn * compare(one, best) < 0 ? one : best))
}
const inOrder = (documents: readonly Data[], field: string, turn: number): Data[] =>
  [...documents].sort(
    (x, y) =>
      turn *
      (compare(sortValue(x[field], turn), sortValue(y[field], turn)) ||
        (String(x['_id']) < String(y['_id']) ? -1 : 1)),
  )

interface Page {
  readonly field: string
  readonly way: 'asc' | 'desc'
  readonly skip: number
  readonly limit: number
}
const page: fc.Arbitrary<Page> = fc.record({
  field: fc.constantFrom('a', 'b', 'n'),
  way: fc.constantFrom('asc' as const, 'desc' as const),
  skip: fc.nat(4),
  limit: fc.integer({ min: 1, max: 6 }),
})

async function compareAll(
  { _ }: Tools,
  collection: Collection,
  stored: readonly Data[],
  asked: readonly (readonly [Both, Page])[],
): Promise<void> {
  await seed(collection, stored)
  for (const [query, { field, way, skip, limit }] of asked) {
    const matching = stored.filter((one) => new Query(query.mongo as never).test(one))
    const search = collection.where(query.sent(_))
    assert.deepEqual(sorted(idsOf((await search.get()).data)), sorted(idsOf(matching)))
    const ordered = search.orderBy(field, way).orderBy('_id', way).skip(skip).limit(limit)
    const expected = inOrder(matching, field, way === 'asc' ? 1 : -1).slice(skip, skip + limit)
    assert.deepEqual(idsOf((await ordered.get()).data), idsOf(expected))
  }
}

const against =
  (kind: 'plain' | 'indexed') =>
  (tools: Tools): Promise<void> => {
    const collection = tools[kind]
    return fc.assert(
      fc.asyncProperty(
        fc.array(thing, { minLength: 1, maxLength: 15 }),
        fc.array(fc.tuple(anyQuery, page), { minLength: 1, maxLength: 6 }),
        async (things, asked) => {
          const stored = things.map((data, n) => ({ _id: `t${String(n).padStart(2, '0')}`, ...data }))
          try {
            await compareAll(tools, collection, stored, asked)
          } finally {
            await collection.where({ _id: tools._.exists(true) }).remove()
          }
        },
      ),
      { numRuns: tools.runs },
    )
  }

export const fuzzedQueryCases: readonly Case[] = [
  {
    name: 'finds, orders, skips and limits as mingo does over an array, without indexes',
    run: against('plain'),
  },
  {
    name: 'finds, orders, skips and limits as mingo does over an array, whatever index is taken',
    run: against('indexed'),
  },
]
