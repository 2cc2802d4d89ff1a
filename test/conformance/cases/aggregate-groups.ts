import assert from 'node:assert/strict'
import { aggregates, seed, sorted, type Case } from '../case'

const sales = [
  { _id: '1', city: 'gz', price: 10, tags: ['a', 'b'] },
  { _id: '2', city: 'sz', price: 30, tags: ['b'] },
  { _id: '3', city: 'gz', price: 20, tags: [] },
  { _id: '4', city: 'gz', price: 20 },
]

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/ */
export const aggregateGroupCases: readonly Case[] = [
  aggregates(
    'group with every accumulator',
    sales,
    (p, { $ }) =>
      p
        .sort({ _id: 1 })
        .group({
          _id: '$city',
          count: $.sum(1),
          total: $.sum('$price'),
          mean: $.avg('$price'),
          least: $.min('$price'),
          most: $.max('$price'),
          first: $.first('$_id'),
          last: $.last('$_id'),
          all: $.push('$price'),
        })
        .sort({ _id: 1 }),
    [
      {
        _id: 'gz',
        count: 3,
        total: 50,
        mean: 50 / 3,
        least: 10,
        most: 20,
        first: '1',
        last: '4',
        all: [10, 20, 20],
      },
      { _id: 'sz', count: 1, total: 30, mean: 30, least: 30, most: 30, first: '2', last: '2', all: [30] },
    ],
  ),
  aggregates('group of null takes all together', sales, (p, { $ }) => p.group({ _id: null, n: $.sum(1) }), [
    { _id: null, n: 4 },
  ]),
  aggregates('group of nothing gives nothing', [], (p, { $ }) => p.group({ _id: null, n: $.sum(1) }), []),
  aggregates(
    'group by several fields',
    sales,
    (p, { $ }) =>
      p
        .group({ _id: { city: '$city', price: '$price' }, n: $.sum(1) })
        .sort({ '_id.city': 1, '_id.price': 1 }),
    [
      { _id: { city: 'gz', price: 10 }, n: 1 },
      { _id: { city: 'gz', price: 20 }, n: 2 },
      { _id: { city: 'sz', price: 30 }, n: 1 },
    ],
  ),
  aggregates(
    'group takes null and missing as one',
    [{ _id: '1', a: null }, { _id: '2' }, { _id: '3', a: 1 }],
    (p, { $ }) => p.group({ _id: '$a', n: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: null, n: 2 },
      { _id: 1, n: 1 },
    ],
  ),
  aggregates(
    'sum and avg pass over what is no number',
    [{ _id: '1', a: 1 }, { _id: '2', a: 'x' }, { _id: '3' }, { _id: '4', a: 3 }],
    (p, { $ }) => p.group({ _id: 0, sum: $.sum('$a'), avg: $.avg('$a'), none: $.avg('$zz') }),
    [{ _id: 0, sum: 4, avg: 2, none: null }],
  ),
  aggregates(
    'min and max pass over null and missing',
    [{ _id: '1', a: null }, { _id: '2' }, { _id: '3', a: 5 }, { _id: '4', a: 7 }],
    (p, { $ }) => p.group({ _id: 0, min: $.min('$a'), max: $.max('$a') }),
    [{ _id: 0, min: 5, max: 7 }],
  ),
  {
    name: 'group with addToSet gives each value once',
    run: async ({ plain, $ }) => {
      await seed(plain, sales)
      const { list } = await plain
        .aggregate()
        .group({ _id: null, prices: $.addToSet('$price') })
        .end()
      assert.deepEqual(sorted(list[0]?.['prices'] as unknown[]), [10, 20, 30])
    },
  },
  aggregates(
    'stdDevPop and stdDevSamp',
    [
      { _id: '1', a: 1 },
      { _id: '2', a: 3 },
    ],
    (p, { $ }) => p.group({ _id: 0, pop: $.stdDevPop('$a'), samp: $.stdDevSamp('$a') }),
    [{ _id: 0, pop: 1, samp: Math.SQRT2 }],
  ),
]
