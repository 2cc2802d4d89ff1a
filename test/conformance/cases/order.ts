import assert from 'node:assert/strict'
import type { Case } from '../case'
import { failureOf, idsOf, seed } from '../case'
import type { Data, Query } from '../sdk'

/** https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
const kinds: readonly Data[] = [
  { _id: '0 empty list', b: [] },
  { _id: '1 null', b: null },
  { _id: '2 missing' },
  { _id: '3 negative', b: -1.5 },
  { _id: '4 zero', b: 0 },
  { _id: '5 number', b: 10 },
  { _id: '6 empty text', b: '' },
  { _id: '7 text', b: '9' },
  { _id: '8 later text', b: 'a' },
  { _id: '9 text of code points', b: '中' },
  { _id: 'a document', b: { k: 1 } },
  { _id: 'b larger document', b: { k: 2 } },
  { _id: 'c false', b: false },
  { _id: 'd true', b: true },
  { _id: 'e date', b: new Date(0) },
  { _id: 'f later date', b: new Date(1) },
]

const ordered = (
  name: string,
  documents: readonly Data[],
  ask: (query: Query) => Query,
  expected: readonly string[],
): Case => ({
  name,
  run: async ({ plain, indexed }) => {
    for (const collection of [plain, indexed]) {
      await seed(collection, documents)
      assert.deepEqual(idsOf((await ask(collection).get()).data), expected)
    }
  },
})
const allKinds = kinds.map(({ _id }) => String(_id))
const shuffled = [7, 3, 15, 0, 11, 4, 9, 2, 14, 1, 8, 13, 5, 10, 6, 12].map((at) => kinds[at] ?? {})

const lists: readonly Data[] = [
  { _id: 'wide', a: [1, 9] },
  { _id: 'narrow', a: [4, 5] },
  { _id: 'scalar', a: 3 },
]
const pairs: readonly Data[] = [
  { _id: '1', a: 1, b: 2 },
  { _id: '2', a: 2, b: 1 },
  { _id: '3', a: 1, b: 1 },
  { _id: '4', a: 2, b: 2 },
]

export const orderCases: readonly Case[] = [
  ordered(
    'types follow each other as MongoDB orders them',
    shuffled,
    (query) => query.orderBy('b', 'asc').orderBy('_id', 'asc'),
    allKinds,
  ),
  ordered(
    'desc is exactly the other way round',
    shuffled,
    (query) => query.orderBy('b', 'desc').orderBy('_id', 'desc'),
    [...allKinds].reverse(),
  ),
  // https://www.mongodb.com/docs/manual/reference/operator/aggregation/sort/#sort-by-an-array-field
  ordered('asc takes the smallest element of a list', lists, (query) => query.orderBy('a', 'asc'), [
    'wide',
    'scalar',
    'narrow',
  ]),
  ordered('desc takes the largest element of a list', lists, (query) => query.orderBy('a', 'desc'), [
    'wide',
    'narrow',
    'scalar',
  ]),
  ordered('a later orderBy breaks ties', pairs, (query) => query.orderBy('a', 'asc').orderBy('b', 'desc'), [
    '1',
    '3',
    '4',
    '2',
  ]),
  ordered(
    'orderBy looks into objects',
    [{ _id: '2', o: { x: 2 } }, { _id: '1', o: { x: 1 } }, { _id: '0' }],
    (query) => query.orderBy('o.x', 'asc'),
    ['0', '1', '2'],
  ),
  ordered(
    'skip and limit come after the order',
    pairs,
    (query) => query.orderBy('b', 'asc').orderBy('_id', 'desc').skip(1).limit(2),
    ['2', '4'],
  ),
  ordered('skip past the end gives nothing', pairs, (query) => query.skip(10), []),
  ordered(
    'where, orderBy, skip and limit go together',
    pairs,
    (query) => query.where({ a: 2 }).orderBy('b', 'desc').skip(1).limit(5),
    ['2'],
  ),
  ordered('without an order documents come as they were added', pairs, (query) => query.limit(3), [
    '1',
    '2',
    '3',
  ]),
  ordered(
    'texts compare by their bytes, not by a language',
    [
      { _id: '1', b: 'B' },
      { _id: '2', b: 'a' },
      { _id: '3', b: 'é' },
      { _id: '4', b: '张' },
    ],
    (query) => query.orderBy('b', 'asc'),
    ['1', '2', '3', '4'],
  ),
  {
    name: 'get gives 100 documents unless asked for more, and never more than 1000',
    run: async ({ plain }) => {
      const many = Array.from({ length: 1005 }, (_, n) => ({ _id: `d${String(n).padStart(4, '0')}` }))
      for (let at = 0; at < many.length; at += 201) await seed(plain, many.slice(at, at + 201))
      assert.equal((await plain.get()).data.length, 100)
      assert.equal((await plain.limit(150).get()).data.length, 150)
      assert.equal((await plain.limit(5000).get()).data.length, 1000)
      assert.equal((await plain.skip(1000).get()).data.length, 5)
      assert.equal((await plain.count()).total, 1005)
      assert.equal((await plain.aggregate().match({}).end()).list.length, 20)
      assert.equal((await plain.aggregate().limit(1005).end()).list.length, 1005)
    },
  },
  {
    name: 'limit and skip take whole numbers only',
    run: async ({ plain }) => {
      assert.throws(() => plain.limit(1.5))
      assert.throws(() => plain.skip(Number.NaN))
      await failureOf(plain.skip(-1).get())
    },
  },
  {
    name: 'orderBy takes asc and desc only',
    run: ({ plain }) => {
      assert.throws(() => plain.orderBy('a', 'up' as 'asc'))
      return Promise.resolve()
    },
  },
]
