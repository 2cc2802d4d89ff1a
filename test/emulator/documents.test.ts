import type { TestCloud } from '../support/local-cloud'
import { failureOf, startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    indexes: {
      shops: [
        { name: 'city_price', fields: ['city', 'price:desc'] },
        { name: 'code', fields: ['code'], unique: true },
      ],
      notes: [],
    },
  })
})
afterAll(() => test.close())

const db = () => test.cloud.database({ throwOnNotFound: false })

it('gives back what was added, with an id of 32 hex characters and the server date of the cloud', async () => {
  const { _id } = await db()
    .collection('notes')
    .add({
      data: {
        a: 1,
        f: 1.5,
        s: '中',
        on: true,
        none: null,
        at: new Date(5),
        big: 12345678901,
        list: [1, { b: [] }],
        made: db().serverDate({ offset: 1000 }),
      },
    })
  expect(_id).toMatch(/^[0-9a-f]{32}$/)
  const { data } = await db().collection('notes').doc(_id).get()
  expect(data).toMatchObject({
    _id,
    a: 1,
    f: 1.5,
    s: '中',
    on: true,
    none: null,
    at: new Date(5),
    big: 12345678901,
    list: [1, { b: [] }],
  })
  expect(Math.abs((data?.['made'] as Date).getTime() - Date.now() - 1000)).toBeLessThan(500)
})

it('answers null for a missing document and -502005 for a missing collection', async () => {
  expect((await db().collection('notes').doc('nobody').get()).data).toBeNull()
  expect(await failureOf(db().collection('nowhere').doc('x').get())).toMatchObject({ errCode: -502005 })
})

it('pages an indexed query without examining more than the page', async () => {
  for (let price = 0; price < 60; price++)
    await db()
      .collection('shops')
      .add({ data: { city: price % 2 ? 'gz' : 'sz', price, code: `c${String(price)}` } })
  await test.at('/debug/counters', { method: 'DELETE' })
  const _ = db().command
  const page = await db()
    .collection('shops')
    .where({ city: 'gz', price: _.lt(40) })
    .orderBy('price', 'desc')
    .limit(5)
    .get()
  expect(page.data.map((shop) => shop['price'])).toEqual([39, 37, 35, 33, 31])
  const either = await db()
    .collection('shops')
    .where({ city: _.in(['gz', 'sz']) })
    .orderBy('price', 'desc')
    .skip(2)
    .limit(3)
    .get()
  expect(either.data.map((shop) => shop['price'])).toEqual([57, 56, 55])
  const { shapes } = (await (await test.at('/debug/counters')).json()) as {
    shapes: { documents: number; returned: number }[]
  }
  expect(shapes.map(({ documents, returned }) => [documents, returned])).toEqual([
    [5, 5],
    [5, 3],
  ])
})

it('pages by a cursor over ties without walking from the start', async () => {
  const _ = db().command
  const after = _.or([{ price: _.lt(10) }, { price: 10, _id: _.lt('m') }])
  await test.at('/debug/counters', { method: 'DELETE' })
  const page = await db()
    .collection('shops')
    .where(_.and([{ city: 'sz' }, after]))
    .orderBy('price', 'desc')
    .limit(3)
    .get()
  expect(page.data.length).toBe(3)
  const { shapes } = (await (await test.at('/debug/counters')).json()) as { shapes: { documents: number }[] }
  expect(shapes[0]?.documents).toBeLessThanOrEqual(4)
})

it('refuses a duplicate key of a unique index and of _id, a missing field counting as null', async () => {
  expect(
    (
      await failureOf(
        db()
          .collection('shops')
          .add({ data: { code: 'c1' } }),
      )
    ).errMsg,
  ).toContain('E11000')
  await db()
    .collection('shops')
    .add({ data: { city: 'no code' } })
  expect(
    await failureOf(
      db()
        .collection('shops')
        .add({ data: { city: 'none either' } }),
    ),
  ).toMatchObject({ errCode: -502001 })
  await db()
    .collection('notes')
    .add({ data: { _id: 'once' } })
  expect(
    (
      await failureOf(
        db()
          .collection('notes')
          .add({ data: { _id: 'once' } }),
      )
    ).errMsg,
  ).toContain('E11000')
})

it('merges an update, replaces on set, and creates what set does not find', async () => {
  const note = db().collection('notes').doc('merge')
  expect(await note.set({ data: { o: { a: 1 }, n: 1 } })).toMatchObject({
    _id: 'merge',
    stats: { created: 1, updated: 0 },
  })
  expect((await note.update({ data: { o: { b: 2 }, n: db().command.inc(4) } })).stats.updated).toBe(1)
  expect((await note.get()).data).toEqual({ _id: 'merge', o: { a: 1, b: 2 }, n: 5 })
  await note.set({ data: { z: 1 } })
  expect((await note.get()).data).toEqual({ _id: 'merge', z: 1 })
  expect((await note.remove()).stats.removed).toBe(1)
})

it('updates and removes many, and counts', async () => {
  for (const n of [1, 2, 3])
    await db()
      .collection('notes')
      .add({ data: { group: 'many', n } })
  const many = db().collection('notes').where({ group: 'many' })
  expect((await many.update({ data: { seen: true } })).stats.updated).toBe(3)
  expect((await many.count()).total).toBe(3)
  expect(
    (
      await db()
        .collection('notes')
        .where({ group: 'many', n: db().command.gte(2) })
        .remove()
    ).stats.removed,
  ).toBe(2)
})

it('aggregates, with a lookup', async () => {
  const $ = db().command.aggregate
  await db()
    .collection('notes')
    .add({ data: { kind: 'visit', code: 'c3' } })
  const { list } = await db()
    .collection('notes')
    .aggregate()
    .match({ kind: 'visit' })
    .lookup({ from: 'shops', localField: 'code', foreignField: 'code', as: 'shop' })
    .project({ _id: 0, price: $.arrayElemAt(['$shop.price', 0]) })
    .end()
  expect(list).toEqual([{ price: 3 }])
})

it('refuses scripts and operators it does not know', async () => {
  const ask = (query: string) =>
    test
      .at('/admin', {
        method: 'POST',
        body: JSON.stringify({
          action: 'database.getDocument',
          envName: 'test',
          collectionName: 'notes',
          queryType: 'WHERE',
          query,
        }),
      })
      .then((reply) => reply.json())
  expect(await ask('{"$where":"1"}')).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
  expect(await ask('{"a":{"$magic":1}}')).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
  expect(await ask('{"a":')).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) as string })
})
