import type { TestCloud } from '../support/local-cloud'
import { failureOf, startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    indexes: {
      notes: [{ name: 'code', fields: ['code'], unique: true }],
      ordered: [{ name: 'v', fields: ['v'] }],
      lines: [],
    },
  })
})
afterAll(() => test.close())

interface Note {
  _id: string | number
  [field: string]: unknown
}
interface Notes {
  where(query: unknown): Notes
  orderBy(path: string, way: 'asc' | 'desc'): Notes
  get(): Promise<{ data: Note[] }>
  count(): Promise<{ total: number }>
  remove(): Promise<unknown>
  add(what: { data: unknown }): Promise<{ _id?: string | number; _ids?: (string | number)[] }>
  doc(id: string | number): {
    get(): Promise<{ data: Note | null }>
    set(to: { data: object }): Promise<{ _id: string | number; stats: { created: number; updated: number } }>
    update(by: { data: object }): Promise<{ stats: { updated: number } }>
    remove(): Promise<{ stats: { removed: number } }>
  }
}
interface Database {
  readonly command: Readonly<
    Record<
      'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'eq' | 'exists' | 'size' | 'all' | 'elemMatch' | 'inc',
      (value: unknown) => unknown
    >
  >
  RegExp(pattern: { regexp: string; options?: string }): unknown
  serverDate(shift?: { offset: number }): unknown
  collection(name: string): Notes
  startTransaction(): Promise<{
    collection(name: string): Notes
    commit(): Promise<unknown>
    rollback(): Promise<unknown>
  }>
}
const db = (): Database => test.cloud.database({ throwOnNotFound: false }) as unknown as Database
const idsOf = async (notes: Notes) => (await notes.get()).data.map(({ _id }) => _id)

/** A request whose EJSON is written by hand. */
const send = async (body: Record<string, unknown>) =>
  (await (
    await test.at('/admin', { method: 'POST', body: JSON.stringify({ envName: 'test', ...body }) })
  ).json()) as {
    code?: string
    message?: string
    data?: { list?: string[]; insertedIds?: unknown[] }
  }
const insert = (collectionName: string, ...data: string[]) =>
  send({ action: 'database.insertDocument', collectionName, data })

it('takes numbers as ids beside texts: added, read, set, updated, removed, ordered before texts', async () => {
  const notes = db().collection('lines')
  expect(await notes.add({ data: { _id: 5, n: 1 } })).toMatchObject({ _id: 5 })
  expect(await notes.add({ data: { _id: '5', n: 2 } })).toMatchObject({ _id: '5' })
  expect((await notes.doc(5).get()).data).toEqual({ _id: 5, n: 1 })
  expect((await notes.doc('5').get()).data).toEqual({ _id: '5', n: 2 })
  expect((await failureOf(notes.add({ data: { _id: 5 } }))).errMsg).toContain('E11000')
  expect(await notes.doc(-1.5).set({ data: { n: 3 } })).toMatchObject({ _id: -1.5, stats: { created: 1 } })
  expect((await notes.doc(-1.5).update({ data: { n: db().command.inc(1) } })).stats.updated).toBe(1)
  await notes.add({ data: { _id: 10 } })
  expect(await idsOf(notes.orderBy('_id', 'asc'))).toEqual([-1.5, 5, 10, '5'])
  expect(await idsOf(notes.where({ _id: db().command.gt(5) }))).toEqual([10])
  expect(await idsOf(notes.where({ _id: db().command.in([10, '5']) }).orderBy('_id', 'desc'))).toEqual([
    '5',
    10,
  ])
  const transaction = await db().startTransaction()
  await transaction
    .collection('lines')
    .doc(5)
    .update({ data: { n: 9 } })
  await transaction.collection('lines').add({ data: { _id: 6 } })
  await transaction.commit()
  expect((await notes.doc(5).get()).data).toEqual({ _id: 5, n: 9 })
  expect((await notes.doc(6).remove()).stats.removed).toBe(1)
  expect(await (await test.at('/debug/verify?env=test')).json()).toMatchObject({ ok: true })
})

it('refuses ids of other kinds', async () => {
  for (const id of [null, true, '', { a: 1 }, [1], new Date(0), Infinity])
    expect(
      (
        await failureOf(
          db()
            .collection('lines')
            .add({ data: { _id: id } }),
        )
      ).errMsg,
    ).toContain('_id must be')
})

it('gives back every number as it was: whole, long, fractional, boundless', async () => {
  const numbers = [
    0,
    1,
    -7,
    2147483648,
    -2147483649,
    9007199254740991,
    0.1,
    -2.5e-7,
    1e300,
    NaN,
    Infinity,
    -Infinity,
  ]
  const { _id } = await db().collection('lines').add({ data: { numbers } })
  expect(
    (
      await db()
        .collection('lines')
        .doc(_id ?? '')
        .get()
    ).data?.['numbers'],
  ).toEqual(numbers)
  const { data } = await insert(
    'lines',
    '{"a":{"$numberDouble":"1.0"},"b":{"$numberLong":"1"},"c":{"$numberInt":"1"}}',
  )
  const id = String(data?.insertedIds?.[0])
  expect(await db().collection('lines').where({ _id: id, a: 1, b: 1, c: 1 }).count()).toMatchObject({
    total: 1,
  })
})

it('gives back dates, regular expressions, nested documents with their fields in order', async () => {
  const data = {
    at: new Date(-62135596800000),
    pattern: /^a.b$/im,
    deep: { z: 1, a: { list: [[], {}, [null]] } },
  }
  const { _id } = await db().collection('lines').add({ data })
  const found = (
    await db()
      .collection('lines')
      .doc(_id ?? '')
      .get()
  ).data
  // the SDK gives a regular expression back as its parts
  expect(found).toEqual({ _id, ...data, pattern: { pattern: '^a.b$', options: 'im' } })
  expect(Object.keys(found?.['deep'] as object)).toEqual(['z', 'a'])
})

it('refuses the types that the SDK has no value for', async () => {
  for (const value of [
    '{"$oid":"0123456789abcdef01234567"}',
    '{"$binary":{"base64":"AA==","subType":"00"}}',
    '{"$numberDecimal":"1.5"}',
    '{"$timestamp":{"t":1,"i":1}}',
    '{"$minKey":1}',
    '{"$maxKey":1}',
    '{"$symbol":"a"}',
    '{"$code":"1"}',
  ])
    expect(await insert('lines', `{"v":${value}}`)).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('is not supported') as string,
    })
})

it('orders values of all types as MongoDB does', async () => {
  const values = [
    [],
    null,
    NaN,
    -Infinity,
    -1,
    0.5,
    2,
    1e300,
    Infinity,
    '',
    'A',
    'a',
    'aa',
    '中',
    {},
    { a: 1 },
    { a: 2 },
    false,
    true,
    new Date(-1),
    new Date(0),
    /a/,
  ]
  await db()
    .collection('ordered')
    .add({ data: values.map((v, n) => ({ _id: n, v })).reverse() })
  const inOrder = [...values.keys()]
  expect(await idsOf(db().collection('ordered').orderBy('v', 'asc').orderBy('_id', 'asc'))).toEqual(inOrder)
  expect(await idsOf(db().collection('ordered').orderBy('v', 'desc').orderBy('_id', 'desc'))).toEqual(
    inOrder.reverse(),
  )
})

it('tells null from missing only by exists, and reaches into arrays', async () => {
  const notes = db().collection('lines')
  await notes.where({ _id: db().command.exists(true) }).remove()
  await notes.add({
    data: [
      { _id: 'missing' },
      { _id: 'null', v: null },
      { _id: 'empty', v: [] },
      { _id: 'one', v: 1 },
      { _id: 'list', v: [1, 2] },
      { _id: 'lists', v: [[1, 2], 3] },
      {
        _id: 'docs',
        v: [
          { a: 1, b: 5 },
          { a: 4, b: 0 },
        ],
      },
    ],
  })
  const _ = db().command
  const found = async (v: unknown) => (await idsOf(notes.where({ v }))).sort()
  expect(await found(null)).toEqual(['missing', 'null'])
  expect(await found(_.exists(true))).toEqual(['docs', 'empty', 'list', 'lists', 'null', 'one'])
  expect(await found(1)).toEqual(['list', 'one'])
  expect(await found(_.eq([1, 2]))).toEqual(['list', 'lists'])
  expect(await found(_.gt(1))).toEqual(['list', 'lists'])
  expect(await found(_.size(2))).toEqual(['docs', 'list', 'lists'])
  expect(await found(_.all([2, 1]))).toEqual(['list'])
  expect(await found(_.elemMatch({ a: 4, b: _.lt(5) }))).toEqual(['docs'])
  expect(await idsOf(notes.where({ 'v.a': 4, 'v.b': 5 }))).toEqual(['docs'])
  expect(await idsOf(notes.where({ v: db().RegExp({ regexp: '.' }) }))).toEqual([])
})

it('adds many at once: what comes before a refused one stays, what follows is left out', async () => {
  const notes = db().collection('notes')
  const made = await notes.add({ data: [{ code: 1 }, { _id: 'mine', code: 2 }, { _id: 7, code: 3 }] })
  expect(made._ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 'mine', 7])
  expect((await failureOf(notes.add({ data: [{ code: 4 }, { code: 2 }, { code: 5 }] }))).errMsg).toContain(
    'E11000',
  )
  expect((await notes.where({ code: db().command.gte(4) }).get()).data.map(({ code }) => code)).toEqual([4])
  expect(
    (
      await failureOf(
        notes.add({
          data: [
            { _id: 'twice', code: 6 },
            { _id: 'twice', code: 7 },
          ],
        }),
      )
    ).errMsg,
  ).toContain('E11000')
  expect((await notes.doc('twice').get()).data).toMatchObject({ code: 6 })
  expect(await (await test.at('/debug/verify?env=test')).json()).toMatchObject({ ok: true })
})

it('adds none of many inside a transaction that is rolled back', async () => {
  const transaction = await db().startTransaction()
  await transaction.collection('notes').add({
    data: [
      { _id: 't1', code: 't1' },
      { _id: 't2', code: 't2' },
    ],
  })
  await transaction.rollback()
  expect((await db().collection('notes').doc('t1').get()).data).toBeNull()
})
