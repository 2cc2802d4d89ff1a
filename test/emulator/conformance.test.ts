import fc from 'fast-check'
import { Query } from 'mingo'
import { startTestCloud } from '../support/local-cloud'
import type { Command, TestCloud } from '../support/local-cloud'

/** Queries are held to mingo over a plain array and to an order written here; updates to a model written here. */
let test: TestCloud

beforeAll(async () => {
  const fields = [['a', 'b'], ['o.x', 'b:desc'], ['b', 'a:desc'], ['b:desc'], ['a']]
  test = await startTestCloud({
    indexes: {
      things: fields.map((one) => ({ name: one.join('_'), fields: one })),
      plain: [],
      updated: [{ name: 'list', fields: ['list', 'n'] }],
    },
  })
})
afterAll(() => test.close())

const db = () => test.cloud.database({ throwOnNotFound: false })

type Scalar = null | boolean | number | string | Date
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom<Scalar>(null, true, false, 'a', 'ab', '', '中'),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(-1.5, 2.25, new Date(0), new Date(1000)),
)
const spread = <T>(field: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined, freq: 6 }).map((one) => (one === undefined ? {} : { [field]: one }))
const manyOrOne = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
)
const inner = spread('x', manyOrOne)
const thing = fc
  .tuple(
    spread('a', manyOrOne),
    spread('b', scalar),
    fc.oneof(
      fc.constant({}),
      inner.map((o) => ({ o })),
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as Record<string, unknown>)

interface Condition {
  readonly sent: (command: Command) => unknown
  readonly mongo: unknown
}
const comparison = fc
  .tuple(
    fc.constantFrom('eq', 'neq', 'gt', 'gte', 'lt', 'lte'),
    scalar.filter((value) => value !== null),
  )
  .map(([operator, value]): Condition => ({
    sent: (command) => command[operator as 'eq'](value),
    mongo: { [operator === 'neq' ? '$ne' : `$${operator}`]: value },
  }))
const membership = fc
  .tuple(fc.constantFrom('in', 'nin'), fc.array(scalar, { minLength: 1, maxLength: 3 }))
  .map(([operator, values]): Condition => ({
    sent: (command) => command[operator as 'in'](values),
    mongo: { [`$${operator}`]: values },
  }))
const existence = fc
  .boolean()
  .map((value): Condition => ({ sent: (command) => command.exists(value), mongo: { $exists: value } }))
const literal = scalar.map((value): Condition => ({ sent: () => value, mongo: value }))
const condition = fc.oneof({ weight: 3, arbitrary: comparison }, membership, existence, {
  weight: 2,
  arbitrary: literal,
})
const onFields = fc
  .dictionary(fc.constantFrom('a', 'b', 'o.x'), condition, { minKeys: 1, maxKeys: 3 })
  .map((fields): Condition => ({
    sent: (command) =>
      Object.fromEntries(Object.entries(fields).map(([field, one]) => [field, one.sent(command)])),
    mongo: Object.fromEntries(Object.entries(fields).map(([field, { mongo }]) => [field, mongo])),
  }))
const query = fc.oneof(
  { weight: 3, arbitrary: onFields },
  fc
    .tuple(fc.constantFrom('and', 'or'), fc.array(onFields, { minLength: 1, maxLength: 3 }))
    .map(([operator, parts]): Condition => ({
      sent: (command) => command[operator as 'and'](parts.map((part) => part.sent(command))),
      mongo: { [`$${operator}`]: parts.map(({ mongo }) => mongo) },
    })),
)

const rank = (value: unknown): number =>
  value === undefined || value === null
    ? 0
    : typeof value === 'number'
      ? 1
      : typeof value === 'string'
        ? 2
        : typeof value === 'boolean'
          ? 3
          : 4
const byMongo = (a: unknown, b: unknown): number => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string))
  return rank(a) === 0 ? 0 : Number(a) - Number(b)
}

it('finds, orders, skips and limits exactly as an independent engine does, whatever index is taken', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(thing, { minLength: 1, maxLength: 15 }),
      fc.array(query, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('asc' as const, 'desc' as const),
      fc.nat(4),
      fc.integer({ min: 1, max: 6 }),
      async (things, queries, way, skip, limit) => {
        await db()
          .collection('things')
          .where({ _id: db().command.exists(true) })
          .remove()
        const stored: Record<string, unknown>[] = []
        for (const [n, data] of things.entries()) {
          const _id = `t${String(n).padStart(2, '0')}`
          await db()
            .collection('things')
            .add({ data: { _id, ...data } })
          stored.push({ _id, ...data })
        }
        for (const { sent, mongo } of queries) {
          const matching = stored.filter((one) => new Query(mongo as never).test(one))
          const ids = (list: Record<string, unknown>[]) => list.map(({ _id }) => _id)
          const asked = db().collection('things').where(sent(db().command))
          expect(ids((await asked.get()).data).sort()).toEqual(ids(matching))
          const turn = way === 'asc' ? 1 : -1
          const ordered = [...matching].sort(
            (x, y) => turn * (byMongo(x['b'], y['b']) || (String(x['_id']) < String(y['_id']) ? -1 : 1)),
          )
          expect(
            ids((await asked.orderBy('b', way).orderBy('_id', way).skip(skip).limit(limit).get()).data),
          ).toEqual(ids(ordered.slice(skip, skip + limit)))
        }
      },
    ),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
  )
}, 60_000)

interface Model {
  n: number
  list: number[]
  gone?: number
}
type Step = readonly [sent: (command: Command) => Record<string, unknown>, model: (held: Model) => void]
const number = fc.integer({ min: -5, max: 5 })
const step: fc.Arbitrary<Step> = fc.oneof(
  number.map((by): Step => [(_) => ({ n: _.inc(by) }), (held) => (held.n += by)]),
  number.map((by): Step => [(_) => ({ n: _.mul(by) }), (held) => (held.n = held.n * by || 0)]),
  number.map((by): Step => [(_) => ({ n: _.min(by) }), (held) => (held.n = Math.min(held.n, by))]),
  number.map((by): Step => [(_) => ({ n: _.max(by) }), (held) => (held.n = Math.max(held.n, by))]),
  number.map((value): Step => [
    () => ({ n: value, gone: value }),
    (held) => Object.assign(held, { n: value, gone: value }),
  ]),
  fc.constant<Step>([(_) => ({ gone: _.remove() }), (held) => delete held.gone]),
  fc
    .array(number, { minLength: 1, maxLength: 3 })
    .map((values): Step => [(_) => ({ list: _.push(values) }), (held) => held.list.push(...values)]),
  fc
    .array(number, { minLength: 1, maxLength: 2 })
    .map((values): Step => [(_) => ({ list: _.unshift(values) }), (held) => held.list.unshift(...values)]),
  fc.tuple(number, fc.nat(3), fc.integer({ min: -4, max: 4 })).map(([value, position, slice]): Step => [
    (_) => ({ list: _.push({ each: [value], position, sort: 1, slice }) }),
    (held) => {
      const sorted = [...held.list, value].sort((a, b) => a - b)
      held.list = slice >= 0 ? sorted.slice(0, slice) : sorted.slice(slice)
    },
  ]),
  fc.constant<Step>([(_) => ({ list: _.pop() }), (held) => held.list.pop()]),
  fc.constant<Step>([(_) => ({ list: _.shift() }), (held) => held.list.shift()]),
  number.map((value): Step => [
    (_) => ({ list: _.addToSet(value) }),
    (held) => {
      if (!held.list.includes(value)) held.list.push(value)
    },
  ]),
  fc.array(number, { maxLength: 3 }).map((each): Step => [
    (_) => ({ list: _.addToSet({ each }) }),
    (held) => {
      for (const value of each) if (!held.list.includes(value)) held.list.push(value)
    },
  ]),
  number.map((value): Step => [
    (_) => ({ list: _.pull(value) }),
    (held) => (held.list = held.list.filter((one) => one !== value)),
  ]),
  number.map((value): Step => [
    (_) => ({ list: _.pull(_.gt(value)) }),
    (held) => (held.list = held.list.filter((one) => one <= value)),
  ]),
  fc
    .array(number, { maxLength: 3 })
    .map((values): Step => [
      (_) => ({ list: _.pullAll(values) }),
      (held) => (held.list = held.list.filter((one) => !values.includes(one))),
    ]),
)

it('updates a document as a model of every operator does, and keeps its index rows in step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const held: Model = { n: 1, list: [1, 2] }
      const document = db().collection('updated').doc('one')
      await document.set({ data: { ...held } })
      for (const [sent, model] of steps) {
        await document.update({ data: sent(db().command) })
        model(held)
        expect((await document.get()).data).toEqual({ _id: 'one', ...held })
      }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
  )
  expect(await (await test.at('/debug/verify?env=test')).json()).toMatchObject({ ok: true, problems: [] })
}, 60_000)

it('renames, sets dotted paths inside arrays, and refuses what MongoDB refuses', async () => {
  const document = db().collection('plain').doc('p')
  await document.set({ data: { from: 1, list: [{ k: 1 }, { k: 2 }], none: null, word: 'x' } })
  await document.update({ data: { from: db().command.rename('to'), 'list.1.k': 5 } })
  expect((await document.get()).data).toEqual({
    _id: 'p',
    to: 1,
    list: [{ k: 1 }, { k: 5 }],
    none: null,
    word: 'x',
  })
  const _ = db().command
  for (const data of [{ none: { deep: 1 } }, { word: _.inc(1) }, { word: _.push([1]) }, { 'word.x': 1 }])
    await expect(document.update({ data })).rejects.toMatchObject({ errCode: -502001 })
})
