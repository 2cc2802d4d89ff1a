import assert from 'node:assert/strict'
import type { Case } from '../case'
import { code, failsWith, idsOf, seed } from '../case'
import type { Data, Query } from '../sdk'

const group = [
  { _id: '1', g: 'x', n: 1 },
  { _id: '2', g: 'x', n: 2 },
  { _id: '3', g: 'y', n: 3 },
]
const all = async (query: Query): Promise<Data[]> => (await query.orderBy('_id', 'asc').get()).data

/** Paths with `$` and `$[]`: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/query-array-object.html */
const positional = (
  name: string,
  before: Data,
  query: (tools: Parameters<Case['run']>[0]) => Data,
  data: (tools: Parameters<Case['run']>[0]) => Data,
  after: Data | 'refused',
): Case => ({
  name,
  run: async (tools) => {
    const { plain } = tools
    await seed(plain, [{ _id: 'one', ...before }])
    const updating = plain.where(query(tools)).update({ data: data(tools) })
    if (after === 'refused') await failsWith(code.request, updating)
    else assert.equal((await updating).stats.updated, 1)
    assert.deepEqual((await plain.get()).data, [{ _id: 'one', ...(after === 'refused' ? before : after) }])
  },
})

export const updateManyCases: readonly Case[] = [
  {
    name: 'where().update changes all it finds, and says how many',
    run: async ({ plain, _ }) => {
      await seed(plain, group)
      const { stats } = await plain.where({ g: 'x' }).update({ data: { n: _.inc(10) } })
      assert.equal(stats.updated, 2)
      assert.deepEqual(
        (await all(plain)).map(({ n }) => n),
        [11, 12, 3],
      )
    },
  },
  {
    name: 'where().update of none is no error',
    run: async ({ plain }) => {
      await seed(plain, group)
      assert.equal((await plain.where({ g: 'z' }).update({ data: { n: 0 } })).stats.updated, 0)
      assert.deepEqual(await all(plain), group)
    },
  },
  {
    name: 'where().update counts only documents that changed',
    run: async ({ plain }) => {
      await seed(plain, group)
      assert.equal((await plain.where({ g: 'x' }).update({ data: { n: 2 } })).stats.updated, 1)
    },
  },
  {
    name: 'where().update with multi false changes one',
    run: async ({ plain }) => {
      await seed(plain, group)
      assert.equal((await plain.where({ g: 'x' }).update({ data: { n: 0 }, multi: false })).stats.updated, 1)
      assert.equal((await plain.where({ n: 0 }).count()).total, 1)
    },
  },
  {
    name: 'where().update may change what it looks for',
    run: async ({ plain, indexed, _ }) => {
      for (const collection of [plain, indexed]) {
        await seed(
          collection,
          Array.from({ length: 20 }, (_one, n) => ({ _id: String(n), a: n })),
        )
        const { stats } = await collection.where({ a: _.gte(10) }).update({ data: { a: _.inc(5) } })
        assert.equal(stats.updated, 10)
        assert.equal((await collection.where({ a: _.gte(20) }).count()).total, 5)
        assert.equal((await collection.where({ a: _.gte(10).lt(15) }).count()).total, 0)
      }
    },
  },
  {
    name: 'where().remove takes all it finds, and says how many',
    run: async ({ plain }) => {
      await seed(plain, group)
      assert.equal((await plain.where({ g: 'x' }).remove()).stats.removed, 2)
      assert.deepEqual(idsOf((await plain.get()).data), ['3'])
    },
  },
  {
    name: 'where().remove with multi false takes one',
    run: async ({ plain }) => {
      await seed(plain, group)
      assert.equal((await plain.where({ g: 'x' }).remove({ multi: false })).stats.removed, 1)
      assert.equal((await plain.count()).total, 2)
    },
  },
  {
    name: 'where().count counts, whatever limit says',
    run: async ({ plain }) => {
      await seed(plain, group)
      assert.equal((await plain.where({ g: 'x' }).count()).total, 2)
      assert.equal((await plain.where({ g: 'x' }).limit(1).count()).total, 2)
      assert.equal((await plain.count()).total, 3)
    },
  },

  positional(
    '$ is the element the query found',
    { l: [1, 5, 5] },
    () => ({ l: 5 }),
    () => ({ 'l.$': 9 }),
    {
      l: [1, 9, 5],
    },
  ),
  positional(
    '$ steps into the object the query found',
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 1 },
      ],
    },
    () => ({ 'l.k': 'b' }),
    ({ _ }) => ({ 'l.$.n': _.inc(5) }),
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 6 },
      ],
    },
  ),
  positional(
    '$ is the element elemMatch found',
    {
      l: [
        { k: 'a', n: 9 },
        { k: 'b', n: 1 },
        { k: 'b', n: 9 },
      ],
    },
    ({ _ }) => ({ l: _.elemMatch({ k: 'b', n: _.gt(5) }) }),
    ({ _ }) => ({ 'l.$': _.set({ done: true }) }),
    { l: [{ k: 'a', n: 9 }, { k: 'b', n: 1 }, { done: true }] },
  ),
  positional(
    '$ with remove leaves null',
    { l: [1, 5] },
    ({ _ }) => ({ l: _.gt(3) }),
    ({ _ }) => ({
      'l.$': _.remove(),
    }),
    { l: [1, null] },
  ),
  positional(
    '$ without the list in the query is refused',
    { l: [1] },
    () => ({ _id: 'one' }),
    () => ({
      'l.$': 9,
    }),
    'refused',
  ),
  positional(
    '$[] is every element',
    { l: [1, 2] },
    () => ({ _id: 'one' }),
    ({ _ }) => ({ 'l.$[]': _.mul(10) }),
    {
      l: [10, 20],
    },
  ),
  positional(
    '$[] steps into every object',
    { l: [{ n: 1 }, {}] },
    () => ({ _id: 'one' }),
    ({ _ }) => ({ 'l.$[].n': _.inc(1) }),
    { l: [{ n: 2 }, { n: 1 }] },
  ),
  positional(
    '$[] of what is no list is refused',
    { l: 'text' },
    () => ({ _id: 'one' }),
    () => ({
      'l.$[]': 1,
    }),
    'refused',
  ),
  positional(
    '$[] of what is not there is refused',
    { a: 1 },
    () => ({ _id: 'one' }),
    () => ({
      'l.$[]': 1,
    }),
    'refused',
  ),
]
