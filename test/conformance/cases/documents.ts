import assert from 'node:assert/strict'
import type { Case } from '../case'
import { code, failsWith, failureOf, idsOf, names, seed, sorted } from '../case'

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/Cloud.database.html */
export const documentCases: readonly Case[] = [
  {
    name: 'add makes an id of 32 hexadecimal characters and no _openid',
    run: async ({ plain }) => {
      const { _id } = await plain.add({ data: { a: 1 } })
      assert.match(_id, /^[0-9a-f]{32}$/)
      assert.deepEqual((await plain.doc(_id).get()).data, { _id, a: 1 })
    },
  },
  {
    name: 'add keeps an _id that is given',
    run: async ({ plain }) => {
      assert.equal((await plain.add({ data: { _id: 'given' } }))._id, 'given')
      assert.deepEqual((await plain.get()).data, [{ _id: 'given' }])
    },
  },
  {
    name: 'add takes a list and answers its ids in order',
    run: async ({ plain }) => {
      const { _ids = [] } = await plain.add({ data: [{ _id: 'x' }, { n: 2 }, { n: 3 }] })
      assert.equal(_ids.length, 3)
      assert.equal(_ids[0], 'x')
      assert.deepEqual((await plain.doc(_ids[2] ?? '').get()).data, { _id: _ids[2], n: 3 })
    },
  },
  {
    name: 'add refuses an _id that is taken, with E11000',
    run: async ({ plain }) => {
      await plain.add({ data: { _id: 'once', a: 1 } })
      await failsWith(code.request, plain.add({ data: { _id: 'once', a: 2 } }), /E11000/)
      assert.deepEqual((await plain.get()).data, [{ _id: 'once', a: 1 }])
    },
  },
  {
    name: 'every kind of value comes back as it went',
    run: async ({ plain }) => {
      const value = {
        text: '中文 "quoted" \u0000 😀',
        empty: '',
        int: -7,
        long: 9_007_199_254_740_991,
        double: 1.25,
        tiny: 1e-300,
        yes: true,
        none: null,
        date: new Date('2024-02-29T12:34:56.789Z'),
        before1970: new Date(-1),
        list: [1, 'a', null, [2, []], { k: [] }],
        document: { deep: { deeper: { deepest: {} } } },
      }
      await plain.doc('one').set({ data: value })
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', ...value })
    },
  },
  {
    name: 'undefined fields are not stored',
    run: async ({ plain }) => {
      await plain.add({ data: { _id: 'one', a: 1, b: undefined, o: { c: undefined } } })
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', a: 1, o: {} })
    },
  },
  {
    name: 'a server date is the time of the service, moved by its offset',
    run: async ({ plain, db }) => {
      await plain.add({
        data: { _id: 'one', now: db.serverDate(), o: { later: [db.serverDate({ offset: 60_000 })] } },
      })
      const { data } = await plain.doc('one').get()
      const now = data?.['now'] as Date
      const [later] = (data?.['o'] as { later: Date[] }).later
      assert.ok(now instanceof Date)
      assert.equal(Number(later) - now.getTime(), 60_000)
      assert.ok(Math.abs(now.getTime() - Date.now()) < 60_000, String(now))
    },
  },
  {
    name: 'set makes a document, and says so',
    run: async ({ plain }) => {
      const made = await plain.doc('one').set({ data: { a: 1 } })
      assert.equal(made._id, 'one')
      assert.deepEqual(made.stats, { created: 1, updated: 0 })
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', a: 1 })
    },
  },
  {
    name: 'set replaces all of a document but its _id',
    run: async ({ plain }) => {
      await plain.doc('one').set({ data: { a: 1, o: { x: 1 } } })
      const replaced = await plain.doc('one').set({ data: { o: { y: 2 } } })
      assert.deepEqual(replaced.stats, { created: 0, updated: 1 })
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', o: { y: 2 } })
    },
  },
  {
    name: 'set refuses update operators and an _id',
    run: async ({ plain, _ }) => {
      await plain.doc('one').set({ data: { a: 1 } })
      await failsWith(code.request, plain.doc('one').set({ data: { a: _.inc(1) } }))
      await failsWith(code.parameter, plain.doc('one').set({ data: { _id: 'two' } }))
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', a: 1 })
    },
  },
  {
    name: 'set stores server dates',
    run: async ({ plain, db }) => {
      await plain.doc('one').set({ data: { at: db.serverDate() } })
      assert.ok((await plain.doc('one').get()).data?.['at'] instanceof Date)
    },
  },
  {
    name: 'update of a missing document changes nothing and is no error',
    run: async ({ plain }) => {
      assert.equal((await plain.doc('nobody').update({ data: { a: 1 } })).stats.updated, 0)
      assert.deepEqual((await plain.get()).data, [])
    },
  },
  {
    name: 'update answers how many documents changed',
    run: async ({ plain }) => {
      await plain.doc('one').set({ data: { a: 1 } })
      assert.equal((await plain.doc('one').update({ data: { a: 2 } })).stats.updated, 1)
      assert.equal((await plain.doc('one').update({ data: { a: 2 } })).stats.updated, 0)
    },
  },
  {
    name: 'update refuses an _id and empty data',
    run: async ({ plain }) => {
      await plain.doc('one').set({ data: { a: 1 } })
      await failsWith(code.parameter, plain.doc('one').update({ data: { _id: 'two' } }))
      await failureOf(plain.doc('one').update({ data: {} }))
      assert.deepEqual((await plain.get()).data, [{ _id: 'one', a: 1 }])
    },
  },
  {
    name: 'remove takes one document, and says how many',
    run: async ({ plain }) => {
      await seed(plain, [{ _id: 'one' }, { _id: 'two' }])
      assert.equal((await plain.doc('one').remove()).stats.removed, 1)
      assert.equal((await plain.doc('one').remove()).stats.removed, 0)
      assert.deepEqual(idsOf((await plain.get()).data), ['two'])
    },
  },
  {
    name: 'a missing document is null when throwOnNotFound is false',
    run: async ({ plain }) => {
      assert.equal((await plain.doc('nobody').get()).data, null)
    },
  },
  {
    name: 'a missing document is an error by default',
    run: async ({ cloud }) => {
      const failure = await failureOf(cloud.database().collection(names.plain).doc('nobody').get())
      assert.equal(failure.errCode, -1)
      assert.match(failure.errMsg, /document with _id nobody does not exist/)
    },
  },
  {
    name: 'field gives only what it names, and _id',
    run: async ({ plain }) => {
      await seed(plain, [{ _id: 'one', a: 1, b: 2, o: { x: 1, y: 2 }, l: [{ k: 1, m: 2 }, { k: 3 }] }])
      const only = async (fields: Record<string, unknown>) => (await plain.field(fields).get()).data[0]
      assert.deepEqual(await only({ a: true }), { _id: 'one', a: 1 })
      assert.deepEqual(await only({ a: true, _id: false }), { a: 1 })
      assert.deepEqual(await only({ 'o.x': true, zz: true }), { _id: 'one', o: { x: 1 } })
      assert.deepEqual(await only({ 'l.k': true }), { _id: 'one', l: [{ k: 1 }, { k: 3 }] })
      assert.deepEqual(await only({ a: false, o: false, l: false }), { _id: 'one', b: 2 })
      assert.deepEqual((await plain.doc('one').field({ b: true }).get()).data, { _id: 'one', b: 2 })
    },
  },
  {
    name: 'field takes a part of a list',
    run: async ({ plain, _ }) => {
      await seed(plain, [{ _id: 'one', l: [1, 2, 3, 4], rows: [{ n: 1 }, { n: 5 }, { n: 9 }] }])
      const list = async (field: unknown) => (await plain.field({ l: field }).get()).data[0]?.['l']
      assert.deepEqual(await list(_.project.slice(2)), [1, 2])
      assert.deepEqual(await list(_.project.slice(-1)), [4])
      assert.deepEqual(await list(_.project.slice([1, 2])), [2, 3])
      // a command inside elemMatch reaches the wire untranslated (wx-server-sdk 4.0.2)
      const [row] = (await plain.field({ rows: _.project.elemMatch({ n: { $gt: 3 } }) }).get()).data
      assert.deepEqual(row, { _id: 'one', rows: [{ n: 5 }] })
    },
  },
  {
    name: 'a database call on a collection that does not exist is -502005',
    run: async ({ db }) => {
      const nowhere = db.collection('conformance_nowhere')
      await failsWith(code.noCollection, nowhere.get())
      await failsWith(code.noCollection, nowhere.count())
      await failsWith(code.noCollection, nowhere.doc('x').get())
      await failsWith(code.noCollection, nowhere.add({ data: {} }))
      await failsWith(code.noCollection, nowhere.doc('x').set({ data: { a: 1 } }))
      await failsWith(code.noCollection, nowhere.doc('x').update({ data: { a: 1 } }))
      await failsWith(code.noCollection, nowhere.where({ a: 1 }).update({ data: { a: 1 } }))
      await failsWith(code.noCollection, nowhere.doc('x').remove())
      await failsWith(code.noCollection, nowhere.where({ a: 1 }).remove())
    },
  },
  {
    name: 'createCollection makes a collection once',
    local: 'a collection made on a real environment stays there',
    run: async ({ db }) => {
      const name = `conformance_made_${String(Date.now())}`
      await db.createCollection(name)
      assert.deepEqual((await db.collection(name).get()).data, [])
      await failureOf(db.createCollection(name))
    },
  },
  {
    name: 'a document that is too large is refused',
    local: 'the local cloud keeps the limit of one record: 512 KB',
    run: async ({ plain }) => {
      await failsWith(code.request, plain.add({ data: { text: 'x'.repeat(600 * 1024) } }))
      assert.equal((await plain.count()).total, 0)
    },
  },
  {
    name: 'collections do not see each other',
    run: async ({ plain, other }) => {
      await plain.add({ data: { _id: 'same', a: 1 } })
      await other.add({ data: { _id: 'same', a: 2 } })
      await plain.doc('same').remove()
      assert.deepEqual((await other.get()).data, [{ _id: 'same', a: 2 }])
    },
  },
  {
    name: 'adds at the same time are all kept',
    run: async ({ plain }) => {
      const ids = Array.from({ length: 30 }, (_, n) => `n${String(n)}`)
      await Promise.all(ids.map((_id) => plain.add({ data: { _id } })))
      assert.deepEqual(sorted(idsOf((await plain.get()).data)), sorted(ids))
    },
  },
  {
    name: 'increments at the same time are all counted',
    run: async ({ plain, _ }) => {
      await plain.doc('one').set({ data: { n: 0 } })
      await Promise.all(Array.from({ length: 20 }, () => plain.doc('one').update({ data: { n: _.inc(1) } })))
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', n: 20 })
    },
  },
]
