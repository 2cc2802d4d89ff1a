import assert from 'node:assert/strict'
import type { Case } from '../case'
import { code, failsWith, idsOf, names, seed, sorted } from '../case'

const held = { _id: 'held', code: 'c1', team: 't', name: 'n' }

/** https://www.mongodb.com/docs/manual/core/index-unique/; a missing field counts as null, as CloudBase documents. */
export const uniqueIndexCases: readonly Case[] = [
  {
    name: 'add refuses a key that is held, with E11000',
    run: async ({ unique }) => {
      await seed(unique, [held])
      await failsWith(code.request, unique.add({ data: { code: 'c1', team: 'u' } }), /E11000/)
      assert.deepEqual(idsOf((await unique.get()).data), ['held'])
    },
  },
  {
    name: 'set refuses it, making and replacing',
    run: async ({ unique }) => {
      await seed(unique, [held, { _id: 'other', code: 'c2', team: 'u' }])
      await failsWith(code.request, unique.doc('new').set({ data: { code: 'c1', team: 'v' } }), /E11000/)
      await failsWith(code.request, unique.doc('other').set({ data: { code: 'c1', team: 'u' } }), /E11000/)
      assert.deepEqual((await unique.doc('other').get()).data, { _id: 'other', code: 'c2', team: 'u' })
      assert.equal((await unique.count()).total, 2)
    },
  },
  {
    name: 'update refuses it and leaves the document',
    run: async ({ unique }) => {
      await seed(unique, [held, { _id: 'other', code: 'c2', team: 'u' }])
      await failsWith(code.request, unique.doc('other').update({ data: { code: 'c1', n: 1 } }), /E11000/)
      assert.deepEqual((await unique.doc('other').get()).data, { _id: 'other', code: 'c2', team: 'u' })
    },
  },
  {
    name: 'where().update of many to one key is refused',
    run: async ({ unique }) => {
      await seed(unique, [
        { _id: '1', code: 'a', team: '1' },
        { _id: '2', code: 'b', team: '2' },
      ])
      await failsWith(code.request, unique.where({}).update({ data: { code: 'same' } }), /E11000/)
    },
  },
  {
    name: 'a document may keep its own key',
    run: async ({ unique }) => {
      await seed(unique, [held])
      await unique.doc('held').update({ data: { code: 'c1', n: 1 } })
      await unique.doc('held').set({ data: { code: 'c1', n: 2 } })
      assert.deepEqual((await unique.get()).data, [{ _id: 'held', code: 'c1', n: 2 }])
    },
  },
  {
    name: 'a removed or changed document frees its key',
    run: async ({ unique }) => {
      await seed(unique, [held])
      await unique.doc('held').update({ data: { code: 'c9' } })
      await unique.add({ data: { _id: 'second', code: 'c1' } })
      await unique.doc('second').remove()
      await unique.add({ data: { _id: 'third', code: 'c1' } })
      assert.deepEqual(sorted(idsOf((await unique.get()).data)), ['held', 'third'])
    },
  },
  {
    name: 'a missing field counts as null, and once only',
    run: async ({ unique }) => {
      await unique.add({ data: { _id: 'first', team: '1' } })
      await failsWith(code.request, unique.add({ data: { team: '2' } }), /E11000/)
      await failsWith(code.request, unique.add({ data: { code: null, team: '3' } }), /E11000/)
    },
  },
  {
    name: 'several fields are unique together',
    run: async ({ unique }) => {
      await seed(unique, [held])
      await unique.add({ data: { code: 'c2', team: 't', name: 'm' } })
      await unique.add({ data: { code: 'c3', team: 'u', name: 'n' } })
      await failsWith(code.request, unique.add({ data: { code: 'c4', team: 't', name: 'n' } }), /E11000/)
    },
  },
  {
    name: 'each element of a list is a key, its own document aside',
    run: async ({ unique }) => {
      await unique.add({ data: { _id: 'list', code: ['a', 'b', 'a'], team: '1' } })
      await failsWith(code.request, unique.add({ data: { code: 'b', team: '2' } }), /E11000/)
      await unique.add({ data: { code: 'c', team: '3' } })
    },
  },
  {
    name: 'texts and numbers are different keys, 1 and 1.0 the same',
    run: async ({ unique }) => {
      await unique.add({ data: { code: 1, team: '1' } })
      await unique.add({ data: { code: '1', team: '2' } })
      await unique.add({ data: { code: true, team: '3' } })
      await failsWith(code.request, unique.add({ data: { code: 1.0, team: '4' } }), /E11000/)
    },
  },
  {
    name: 'of adds at the same time one wins',
    run: async ({ unique, db }) => {
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, (_, n) =>
          db.collection(names.unique).add({ data: { code: 'race', team: String(n) } }),
        ),
      )
      assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
      assert.equal((await unique.count()).total, 1)
    },
  },
]
