import type { TestCloud } from '../support/local-cloud'
import { failureOf, startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ indexes: { notes: [{ name: 'a', fields: ['a'] }], others: [] } })
  await test.cloud
    .database()
    .collection('notes')
    .add({ data: { _id: 'evil', a: `${'a'.repeat(60)}!`, n: 1 } })
})
/** Whatever came before, the cloud answers. */
afterEach(async () => {
  expect((await test.cloud.database().collection('notes').doc('evil').get()).data).toMatchObject({ n: 1 })
})
afterAll(() => test.close())

interface Reply {
  readonly code?: string
  readonly message?: string
  readonly requestId: string
  readonly data: { readonly list: string[]; readonly updated: number; readonly total: number }
}
const send = async (body: Record<string, unknown>): Promise<Reply> =>
  (await (
    await test.at('/admin', {
      method: 'POST',
      body: JSON.stringify({ envName: 'test', collectionName: 'notes', ...body }),
    })
  ).json()) as Reply
const get = (query: string, more: Record<string, unknown> = {}) =>
  send({ action: 'database.getDocument', queryType: 'WHERE', query, ...more })
const insert = (data: unknown) => send({ action: 'database.insertDocument', data: [data] })
const modify = (data: string) =>
  send({
    action: 'database.modifyDocument',
    queryType: 'WHERE',
    query: '{"_id":"evil"}',
    merge: true,
    multi: true,
    upsert: false,
    data,
  })
const aggregate = (...stages: [string, unknown][]) =>
  send({
    action: 'database.aggregateDocuments',
    stages: stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
  })
const pattern = (source: string) => ({ $regularExpression: { pattern: source, options: '' } })
const nest = (levels: number, wrap: (inner: string) => string): string => {
  let text = '1'
  for (let level = 0; level < levels; level++) text = wrap(text)
  return text
}

it.each([
  ['text that is no JSON', '{"a":'],
  ['no object', '[1]'],
  ['a number that is none', '{"a":{"$numberInt":"seven"}}'],
  ['a date that is none', '{"a":{"$date":"yesterday"}}'],
  ['a regular expression without a pattern', '{"a":{"$regularExpression":{}}}'],
  ['a regular expression that does not compile', '{"a":{"$regularExpression":{"pattern":"(","options":""}}}'],
  ['a field named __proto__', '{"__proto__":{"n":1}}'],
  ['a nested field named __proto__', '{"a":{"b":{"__proto__":1}}}'],
])('refuses %s', async (_, text) => {
  expect(await get(text)).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.any(String) as string,
    requestId: expect.any(String) as string,
  })
  expect(await insert(text)).toMatchObject({ code: 'INVALID_PARAM' })
})

it.each([
  '{"$where":"sleep(1)"}',
  '{"a":{"$magic":1}}',
  '{"$magic":1}',
  '{"$and":[{"$where":"1"}]}',
  '{"a":{"$elemMatch":{"$where":"1"}}}',
  '{"$expr":{"$function":{"body":"1","args":[],"lang":"js"}}}',
  '{"$expr":{"$magic":1}}',
  '{"$jsonSchema":{}}',
  '{"a":{"$in":5}}',
])('refuses the operators of %s', async (query) => {
  expect(await get(query)).toMatchObject({
    code: 'DATABASE_INVALID_OPERRATOR',
    message: expect.any(String) as string,
  })
})

it('refuses stages that write, that run scripts, or that nobody knows', async () => {
  for (const stage of [
    ['$out', 'others'],
    ['$merge', { into: 'others' }],
    ['$magic', {}],
    ['$match', { $where: '1' }],
    ['$project', { a: { $function: { body: '1', args: [], lang: 'js' } } }],
    ['$group', { _id: null, a: { $accumulator: {} } }],
    ['$facet', { one: [{ $out: 'others' }] }],
    ['$limit', 'many'],
  ] as [string, unknown][])
    expect(await aggregate(stage)).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
  expect(
    await send({ action: 'database.aggregateDocuments', stages: [{ stageKey: '$match' }] }),
  ).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await send({ action: 'database.aggregateDocuments', stages: [null] })).toMatchObject({
    code: 'INVALID_PARAM',
  })
})

it('compares fields of a document with each other', async () => {
  expect((await get('{"$expr":{"$eq":["$n",1]}}')).data.list).toHaveLength(1)
})

it('keeps documents and queries nested to 20 and to 100 levels, and refuses deeper ones', async () => {
  for (const levels of [20, 100]) {
    expect((await insert(nest(levels, (inner) => `{"a":${inner}}`))).code).toBeUndefined()
    expect(
      (
        await get(
          nest(levels, (inner) => (inner === '1' ? '{"n":1}' : `{"$and":[${inner}]}`)),
          {},
        )
      ).code,
    ).toBe(levels === 20 ? undefined : 'INVALID_PARAM')
  }
  for (const levels of [101, 10_000]) {
    for (const text of [
      nest(levels, (inner) => `{"a":${inner}}`),
      `{"a":${nest(levels, (inner) => `[${inner}]`)}}`,
      nest(levels, (inner) => `{"$nor":[{"a":1},${inner === '1' ? '{}' : inner}]}`),
    ]) {
      expect(await insert(text)).toMatchObject({
        code: 'INVALID_PARAM',
        message: 'nested deeper than 100 levels',
      })
      expect(await get(text)).toMatchObject({ code: 'INVALID_PARAM' })
    }
    expect(
      (await modify(`{"$set":{"deep.${Array<string>(levels).fill('a').join('.')}":1}}`)).message,
    ).toContain('nested deeper')
  }
})

const evil = ['^(a+)+$', '(a*)*b', '^(([a-z])+.)+[A-Z]([a-z])+$', '^(?=(a+)+$)']
it.each(evil)('stops the regular expression %s within about a second', async (source) => {
  const at = Date.now()
  expect(await get(JSON.stringify({ a: pattern(source) }))).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('was stopped') as string,
  })
  expect(Date.now() - at).toBeLessThan(5000)
})

it('stops it wherever it stands', async () => {
  const bad = pattern('^(a+)+$')
  for (const query of [
    { a: { $not: { $in: ['x', bad] } } },
    { $or: [{ n: 2 }, { $expr: { $regexMatch: { input: '$a', regex: '^(a+)+$' } } }] },
  ])
    expect((await get(JSON.stringify(query))).message).toContain('was stopped')
  const hit = { $regexMatch: { input: '$a', regex: '^(a+)+$' } }
  expect((await aggregate(['$project', { hit }])).message).toContain('was stopped')
  expect((await modify(JSON.stringify({ $set: { list: ['x', `${'a'.repeat(60)}!`] } }))).code).toBeUndefined()
  expect((await modify(JSON.stringify({ $pull: { list: bad } }))).message).toContain('was stopped')
}, 20_000)

it('lets ordinary regular expressions through, also long ones over many documents', async () => {
  await test.cloud
    .database()
    .collection('others')
    .add({ data: Array.from({ length: 300 }, (_, n) => ({ name: `shop number ${String(n)}` })) as never })
  const found = await send({
    action: 'database.getDocument',
    collectionName: 'others',
    queryType: 'WHERE',
    query: JSON.stringify({ name: pattern('^shop .*7$') }),
    limit: 5,
  })
  expect(found.data.list).toHaveLength(5)
  expect(
    await send({
      action: 'database.calculateDocument',
      collectionName: 'others',
      query: JSON.stringify({ name: pattern('^shop .*7$') }),
    }),
  ).toMatchObject({ data: { total: 30 } })
})

it('holds fields named as an object’s own machinery', async () => {
  const data = {
    _id: 'odd',
    constructor: 'c',
    toString: 't',
    hasOwnProperty: { valueOf: 'v' },
    prototype: ['p'],
    length: '9',
  }
  expect((await insert(JSON.stringify(data))).code).toBeUndefined()
  const { list } = (await get('{"constructor":"c","hasOwnProperty.valueOf":"v"}')).data
  expect(list.map((text) => JSON.parse(text) as unknown)).toEqual([data])
  expect((await modify('{"$set":{"__proto__.n":5}}')).code).toBe('INVALID_PARAM')
  expect((await modify('{"$set":{"constructor.prototype.hacked":5}}')).code).toBeUndefined()
  expect(({} as Record<string, unknown>)['hacked']).toBeUndefined()
  expect((await get('{"a.__proto__.b":1}')).code).toBe('INVALID_PARAM')
})

it('takes a huge list of values, a huge skip, and odd limits', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => ({ $numberInt: String(n) }))
  expect((await get(JSON.stringify({ n: { $in: many } }))).data.list).toHaveLength(1)
  expect((await get(JSON.stringify({ a: { $in: many } }))).data.list).toEqual([])
  expect(
    (await get(JSON.stringify({ _id: { $in: [...many.map((_, n) => `x${String(n)}`), 'evil'] } }))).data.list,
  ).toHaveLength(1)
  expect((await get('{}', { offset: 1e15 })).data.list).toEqual([])
  expect((await get('{}', { offset: -1 })).code).toBe('INVALID_PARAM')
  expect((await get('{}', { limit: 'all' })).code).toBe('INVALID_PARAM')
  expect((await get('{}', { order: '{"a":2}' })).code).toBe('INVALID_PARAM')
  expect((await get('{}', { projection: '{"a":1,"n":0}' })).code).toBeDefined()
})

it('refuses a list of numbers that no document could hold, and stops a pipeline that goes on for ever', async () => {
  const endless = { $range: [0, 2_000_000_000] }
  expect((await aggregate(['$project', { n: endless }])).message).toContain('$range')
  const million = { $range: [0, 1_000_000] }
  const square = { $map: { input: million, in: { $size: million } } }
  expect((await aggregate(['$project', { n: { $size: square } }])).message).toContain('stopped')
}, 30_000)

it('refuses bodies that are no requests', async () => {
  for (const body of [
    '',
    'null',
    '[]',
    '{"action":5}',
    '{"action":"database.getDocument"}',
    nest(50_000, (inner) => `[${inner}]`),
  ]) {
    const reply = await test.at('/admin', { method: 'POST', body })
    expect(await reply.json()).toMatchObject({
      code: expect.any(String) as string,
      message: expect.any(String) as string,
    })
  }
  expect(await send({ action: 'database.insertDocument', data: 'x' })).toMatchObject({
    code: 'INVALID_PARAM',
  })
  expect(await send({ action: 'database.insertDocument', data: [5] })).toMatchObject({
    code: 'INVALID_PARAM',
  })
  expect(await send({ action: 'database.modifyDocument', data: 5, query: '{}' })).toMatchObject({
    code: 'INVALID_PARAM',
  })
  expect(await failureOf(test.cloud.database().collection('no such name!').get())).toMatchObject({
    errCode: -502005,
  })
})
