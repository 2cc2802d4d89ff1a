import assert from 'node:assert/strict'
import type { Case } from '../case'
import { aggregates, idsOf, names, seed, sorted } from '../case'

const sales = [
  { _id: '1', city: 'gz', price: 10, tags: ['a', 'b'] },
  { _id: '2', city: 'sz', price: 30, tags: ['b'] },
  { _id: '3', city: 'gz', price: 20, tags: [] },
  { _id: '4', city: 'gz', price: 20 },
]

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/ */
export const aggregateStageCases: readonly Case[] = [
  aggregates(
    'match takes what where takes',
    sales,
    (p, { _ }) =>
      p
        .match({ city: 'gz', price: _.gt(10) })
        .sort({ _id: 1 })
        .project({ price: 1 }),
    [
      { _id: '3', price: 20 },
      { _id: '4', price: 20 },
    ],
  ),
  aggregates(
    'match after a group looks at its results',
    sales,
    (p, { _, $ }) => p.group({ _id: '$city', n: $.sum(1) }).match({ n: _.gt(1) }),
    [{ _id: 'gz', n: 3 }],
  ),
  aggregates(
    'sort, skip and limit',
    sales,
    (p) => p.sort({ price: -1, _id: 1 }).skip(1).limit(2).project({ _id: 1 }),
    [{ _id: '3' }, { _id: '4' }],
  ),
  aggregates(
    'limit before sort takes the first',
    sales,
    (p) => p.limit(2).sort({ price: -1 }).project({ _id: 1 }),
    [{ _id: '2' }, { _id: '1' }],
  ),
  aggregates(
    'skip after limit skips among the limited',
    sales,
    (p) => p.sort({ _id: 1 }).limit(2).skip(1).project({ _id: 1 }),
    [{ _id: '2' }],
  ),
  aggregates(
    'two limits take the smaller',
    sales,
    (p) => p.sort({ _id: 1 }).limit(1).limit(3).project({ _id: 1 }),
    [{ _id: '1' }],
  ),
  aggregates(
    'project takes, leaves, renames and computes',
    [{ _id: '1', a: 1, o: { x: 1, y: 2 } }],
    (p, { $ }) =>
      p.project({ _id: 0, a: 1, o: { x: 1 }, renamed: '$o.y', sum: $.add(['$a', '$o.y']), gone: '$zz' }),
    [{ a: 1, o: { x: 1 }, renamed: 2, sum: 3 }],
  ),
  aggregates(
    'project leaves fields out',
    [{ _id: '1', a: 1, b: 2, o: { x: 1, y: 2 } }],
    (p) => p.project({ a: 0, 'o.x': 0 }),
    [{ _id: '1', b: 2, o: { y: 2 } }],
  ),
  aggregates(
    'project of a path through a list gives a list',
    [{ _id: '1', l: [{ k: 1 }, { k: 2 }, {}] }],
    (p) => p.project({ _id: 0, ks: '$l.k' }),
    [{ ks: [1, 2] }],
  ),
  aggregates(
    'addFields adds and replaces, also inside',
    [{ _id: '1', a: 1, o: { x: 1 } }],
    (p, { $ }) => p.addFields({ a: $.add(['$a', 1]), 'o.y': 2, b: 'text' }),
    [{ _id: '1', a: 2, o: { x: 1, y: 2 }, b: 'text' }],
  ),

  aggregates(
    'unwind gives one document for each element',
    sales,
    (p) => p.sort({ _id: 1 }).unwind('$tags').project({ tags: 1 }),
    [
      { _id: '1', tags: 'a' },
      { _id: '1', tags: 'b' },
      { _id: '2', tags: 'b' },
    ],
  ),
  aggregates(
    'unwind may keep empty ones and tell the place',
    sales,
    (p) =>
      p
        .sort({ _id: 1 })
        .unwind({ path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' })
        .project({ tags: 1, at: 1 }),
    [
      { _id: '1', tags: 'a', at: 0 },
      { _id: '1', tags: 'b', at: 1 },
      { _id: '2', tags: 'b', at: 0 },
      { _id: '3', at: null },
      { _id: '4', at: null },
    ],
  ),
  aggregates('unwind of a plain value keeps the document', [{ _id: '1', a: 5 }], (p) => p.unwind('$a'), [
    { _id: '1', a: 5 },
  ]),
  aggregates('count tells how many', sales, (p) => p.match({ city: 'gz' }).count('n'), [{ n: 3 }]),
  aggregates('count of none gives nothing', sales, (p) => p.match({ city: 'zz' }).count('n'), []),
  aggregates('sortByCount groups and sorts', sales, (p) => p.unwind('$tags').sortByCount('$tags'), [
    { _id: 'b', count: 2 },
    { _id: 'a', count: 1 },
  ]),
  aggregates(
    'bucket groups by bounds',
    sales,
    (p, { $ }) =>
      p.bucket({
        groupBy: '$price',
        boundaries: [0, 20, 30],
        default: 'more',
        output: { n: $.sum(1) },
      }),
    [
      { _id: 0, n: 1 },
      { _id: 20, n: 2 },
      { _id: 'more', n: 1 },
    ],
  ),
  {
    name: 'bucketAuto divides evenly',
    run: async ({ plain }) => {
      await seed(
        plain,
        [1, 2, 3, 4].map((a) => ({ _id: String(a), a })),
      )
      const { list } = await plain.aggregate().bucketAuto({ groupBy: '$a', buckets: 2 }).end()
      assert.deepEqual(list, [
        { _id: { min: 1, max: 3 }, count: 2 },
        { _id: { min: 3, max: 4 }, count: 2 },
      ])
    },
  },
  {
    name: 'sample takes that many, each once',
    run: async ({ plain }) => {
      await seed(plain, sales)
      const { list } = await plain.aggregate().sample({ size: 3 }).end()
      assert.equal(new Set(idsOf(list)).size, 3)
    },
  },
  aggregates(
    'replaceRoot makes an inner document the document',
    [{ _id: '1', o: { x: 1 } }],
    (p) => p.replaceRoot({ newRoot: '$o' }),
    [{ x: 1 }],
  ),
  aggregates(
    'replaceRoot takes an expression',
    [{ _id: '1', o: { x: 1 } }],
    (p, { $ }) => p.replaceRoot({ newRoot: $.mergeObjects([{ _id: '$_id' }, '$o']) }),
    [{ _id: '1', x: 1 }],
  ),
  {
    name: 'a pipeline without a limit gives 20',
    run: async ({ plain }) => {
      await seed(
        plain,
        Array.from({ length: 30 }, (_, a) => ({ a })),
      )
      assert.equal((await plain.aggregate().sort({ a: 1 }).end()).list.length, 20)
      assert.equal((await plain.aggregate().sort({ a: 1 }).limit(25).end()).list.length, 25)
    },
  },
  {
    name: 'lookup joins by equal fields, null with missing',
    run: async ({ plain, other }) => {
      await seed(plain, [{ _id: '1', shop: 'a' }, { _id: '2', shop: 'z' }, { _id: '3' }])
      await seed(other, [{ _id: 'x', code: 'a' }, { _id: 'y', code: ['a', 'b'] }, { _id: 'n' }])
      const { list } = await plain
        .aggregate()
        .sort({ _id: 1 })
        .lookup({ from: names.other, localField: 'shop', foreignField: 'code', as: 'shops' })
        .end()
      assert.deepEqual(
        list.map(({ shops }) => sorted(idsOf(shops as never))),
        [['x', 'y'], [], ['n']],
      )
    },
  },
  {
    name: 'lookup joins each element of a list',
    run: async ({ plain, other }) => {
      await seed(plain, [{ _id: '1', shops: ['a', 'c'] }])
      await seed(other, [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }])
      const { list } = await plain
        .aggregate()
        .lookup({ from: names.other, localField: 'shops', foreignField: '_id', as: 'found' })
        .end()
      assert.deepEqual(sorted(idsOf(list[0]?.['found'] as never)), ['a', 'c'])
    },
  },
  {
    name: 'lookup runs a pipeline with variables',
    run: async ({ plain, other, $, _ }) => {
      await seed(plain, [{ _id: '1', budget: 15 }])
      await seed(
        other,
        [5, 15, 25].map((price) => ({ _id: `p${String(price)}`, price })),
      )
      const { list } = await plain
        .aggregate()
        .lookup({
          from: names.other,
          let: { most: '$budget' },
          pipeline: $.pipeline()
            .match(_.expr($.lte(['$price', '$$most'])))
            .sort({ price: -1 })
            .project({ _id: 0, price: 1 })
            .done(),
          as: 'affordable',
        })
        .end()
      assert.deepEqual(list, [{ _id: '1', budget: 15, affordable: [{ price: 15 }, { price: 5 }] }])
    },
  },
  {
    name: 'stages after a lookup see what it found',
    run: async ({ plain, other, $ }) => {
      await seed(plain, [{ _id: '1', shop: 'a' }])
      await seed(other, [{ _id: 'a', name: 'A' }])
      const { list } = await plain
        .aggregate()
        .lookup({ from: names.other, localField: 'shop', foreignField: '_id', as: 'found' })
        .replaceRoot({ newRoot: $.mergeObjects([$.arrayElemAt(['$found', 0]), '$$ROOT']) })
        .project({ found: 0 })
        .end()
      assert.deepEqual(list, [{ _id: '1', shop: 'a', name: 'A' }])
    },
  },
]
