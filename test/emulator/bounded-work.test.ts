import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ indexes: { notes: [] } })
  await test.cloud
    .database()
    .collection('notes')
    .add({ data: { _id: 'plain' } })
})
afterAll(() => test.close())

interface Reply {
  readonly code?: string
  readonly data: { readonly list: string[]; readonly updated: number }
}
const send = async (body: Record<string, unknown>): Promise<Reply> =>
  (await (
    await test.at('/admin', {
      method: 'POST',
      body: JSON.stringify({ envName: 'test', collectionName: 'notes', ...body }),
    })
  ).json()) as Reply
const get = (query: string) => send({ action: 'database.getDocument', queryType: 'WHERE', query })
const insert = (data: string) => send({ action: 'database.insertDocument', data: [data] })
const modify = (query: unknown, data: unknown) =>
  send({
    action: 'database.modifyDocument',
    queryType: 'WHERE',
    query: JSON.stringify(query),
    merge: true,
    multi: true,
    upsert: false,
    data: JSON.stringify(data),
  })

describe('ends what could hold up everyone', () => {
  const soon = async (work: () => Promise<Reply>): Promise<Reply> => {
    const began = performance.now()
    const reply = await work()
    expect(performance.now() - began).toBeLessThan(8000)
    return reply
  }
  const numbers = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => ({ $numberInt: String(from + at) }))
  const many = async () => {
    const _id = `many-${String(Math.random())}`
    await insert(JSON.stringify({ _id, list: numbers(15_000) }))
    return (data: unknown, more: object = {}) => modify({ _id, ...more }, data)
  }

  it('a loop in an expression', async () => {
    const loop = (inner: unknown) => ({ $map: { input: { $range: [0, 100_000] }, as: 'i', in: inner } })
    const query = JSON.stringify({ $expr: { $eq: [loop(loop(loop('$$i'))), 1] } })
    expect(await soon(() => get(query))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  }, 20_000)

  it('a projection that looks for an element by a pattern', async () => {
    await insert(JSON.stringify({ _id: 'evil', list: [{ a: `${'a'.repeat(60)}!` }] }))
    const pattern = { $regularExpression: { pattern: '(a+)+$', options: '' } }
    const projection = JSON.stringify({ list: { $elemMatch: { a: pattern } } })
    const asked = { action: 'database.getDocument', queryType: 'DOC', query: '{"_id":"evil"}', projection }
    expect(await soon(() => send(asked))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  }, 20_000)

  it('lists of thousands against lists of thousands', async () => {
    const change = await many()
    const each = { $each: numbers(15_000, 7000) }
    expect((await soon(() => change({ $addToSet: { list: each } }))).data.updated).toBe(1)
    expect((await soon(() => change({ $pullAll: { list: numbers(15_000, 7000) } }))).data.updated).toBe(1)
    expect((await soon(() => change({ $set: { 'list.$[]': 1 } }))).data.updated).toBe(1)
    expect((await soon(() => change({ $pull: { list: { $lt: 5 } } }))).data.updated).toBe(1)
  }, 40_000)

  it('the last of thousands of elements by its position', async () => {
    const change = await many()
    const last = { list: 14_999 }
    expect((await soon(() => change({ $set: { 'list.$': -1 } }, last))).data.updated).toBe(1)
  }, 20_000)

  it('a path of thousands of steps', async () => {
    const path = Array.from({ length: 20_000 }, () => 'a').join('.')
    await soon(() => get(JSON.stringify({ [path]: { $gt: 1 } })))
  }, 20_000)
})

describe('keeps out what could not be read back, which would stop every scan', () => {
  it('a server date beyond all dates', async () => {
    const reply = await insert('{"at":{"$tcb_server_date":{"offset":1e300}}}')
    expect(reply).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await get('{"missing":{"$exists":true}}')).toMatchObject({ data: { list: [] } })
  })

  it('a type of EJSON left over when its neighbours are removed', async () => {
    await insert('{"_id":"pair","v":{"$oid":"x","other":1}}')
    const reply = await modify({ _id: 'pair' }, { $unset: { 'v.other': '' } })
    expect(reply).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(await get('{"missing":{"$exists":true}}')).toMatchObject({ data: { list: [] } })
  })

  it('a clock beyond all dates', async () => {
    for (const to of [{ by: 1e300 }, { to: 8.64e15 }])
      expect((await test.at('/clock', { method: 'POST', body: JSON.stringify(to) })).status).toBe(400)
  })
})
