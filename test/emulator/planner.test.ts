import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type { Document, StoredDocument, Value } from '../../tools/emulator/engine/ejson'
import { compileQuery } from '../../tools/emulator/engine/query'
import { Environment } from '../../tools/emulator/store/environment'
import type { Search } from '../../tools/emulator/store/find'
import type { Examined } from '../../tools/emulator/store/found'
import { everything, findDocuments } from '../../tools/emulator/store/find'
import { verifyIndexes } from '../../tools/emulator/store/verify'
import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

/** The same documents with all kinds of indexes, with few, and with none; the query over an array is the judge. */
const folder = mkdtempSync(path.join(tmpdir(), 'planner-'))
const indexes = (...all: string[][]) => all.map((fields) => ({ name: fields.join('_'), fields }))
const environment = new Environment('test', path.join(folder, 'test.sqlite'), {
  many: indexes(['a', 'b'], ['o.x', 'b:desc'], ['b', 'a:desc'], ['list.k', 'n'], ['tags'], ['n:desc']),
  few: indexes(['a'], ['tags', 'b']),
  none: [],
})
const collections = ['many', 'few', 'none']
afterAll(() => {
  environment.close()
  rmSync(folder, { recursive: true, force: true })
})

const store = (names: readonly string[], documents: readonly StoredDocument[]) => {
  environment.change((write) => {
    for (const collection of names.map((name) => environment.collection(name))) {
      for (const row of [...collection.scan()]) write(collection, row, undefined)
      for (const document of documents) write(collection, undefined, document)
    }
  })
}
const ask = (name: string, search: Partial<Search> & { query: Document }) => {
  const examined: Examined = { documents: 0, keys: 0 }
  const found = findDocuments(environment.collection(name), { ...everything, ...search }, examined)
  return { found: found.map(({ document }) => document), examined }
}

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, 'a', 'ab', 'b"\\', '中', '[', '{"$numberInt":"1"}'),
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom<Value>(
    -1.5,
    0,
    2.25,
    5e9,
    -5e9,
    1e300,
    Infinity,
    -Infinity,
    new Date(-5),
    new Date(0),
    new Date(1000),
  ),
)
const maybe = <T>(field: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined, freq: 6 }).map((one) => (one === undefined ? {} : { [field]: one }))
const oneOrMany = fc.oneof({ weight: 3, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }))
const nested = fc.oneof(maybe('x', oneOrMany), fc.array(maybe('x', scalar), { maxLength: 2 }), scalar)
const document = fc
  .tuple(
    maybe('a', oneOrMany),
    maybe('b', scalar),
    maybe('n', scalar),
    maybe('o', nested),
    maybe('tags', fc.array(fc.constantFrom('a', 'ab', 'z'), { maxLength: 3 })),
    maybe(
      'list',
      fc.array(
        fc.tuple(maybe('k', scalar), maybe('m', scalar)).map(([k, m]) => ({ ...k, ...m })),
        { maxLength: 2 },
      ),
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as Document)

const known = scalar.filter((value) => value !== null)
const operator: fc.Arbitrary<Value> = fc.oneof(
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), known)
    .map(([name, value]) => ({ [name]: value })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), fc.constantFrom('$lt', '$lte'), known, known)
    .map(([low, high, from, to]) => ({ [low]: from, [high]: to })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 4 }))
    .map(([name, values]) => ({ [name]: values })),
  fc.boolean().map((on) => ({ $exists: on })),
  fc.integer({ min: 0, max: 3 }).map((size) => ({ $size: size })),
  fc.constantFrom(/^a/, /b$/, /a+b*$/, /中/).map((pattern): Value => ({ $regex: pattern })),
  known.map((value) => ({ $not: { $gt: value } })),
  fc
    .tuple(fc.constantFrom('$gt', '$eq', '$lte'), known)
    .map(([name, value]) => ({ $elemMatch: { [name]: value } })),
)
const condition = fc.oneof(
  { weight: 2, arbitrary: scalar },
  { weight: 4, arbitrary: operator },
  fc.array(scalar, { maxLength: 2 }),
)
const fields = fc.dictionary(
  fc.constantFrom('a', 'b', 'n', 'o.x', 'tags', 'list.k', 'list.m', 'o', '_id'),
  condition,
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
) as fc.Arbitrary<Document>
const query: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: fields },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fields, fc.array(fields, { minLength: 1, maxLength: 3 }))
      .map(([all, some]) => ({ ...all, $or: some })),
  },
  fc.array(fields, { minLength: 1, maxLength: 3 }).map((some) => ({ $or: some })),
  fc.array(fields, { minLength: 1, maxLength: 3 }).map((all) => ({ $and: all })),
  fc.tuple(fields, fields, fields).map(([a, b, c]) => ({ $or: [{ $and: [a, { $or: [b, c] }] }, b] })),
  fields.map((none) => ({ $nor: [none] })),
)

it('answers every query as it does over an array, with any indexes or none', () => {
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      fc.array(query, { minLength: 3, maxLength: 12 }),
      (bodies, queries) => {
        const documents = bodies.map((body, n): StoredDocument => ({
          ...body,
          _id: n % 3 === 0 ? n : `d${String(n)}`,
        }))
        store(collections, documents)
        for (const one of queries) {
          const matches = compileQuery(one)
          const expected = documents.filter(matches).map(({ _id }) => _id)
          for (const name of collections) {
            const answered = new Set(ask(name, { query: one }).found.map(({ _id }) => _id))
            expect({
              name,
              one,
              ids: documents.map(({ _id }) => _id).filter((id) => answered.has(id)),
            }).toEqual({ name, one, ids: expected })
            expect(answered.size).toBe(expected.length)
          }
        }
      },
    ),
    { numRuns: 50 },
  )
  expect(verifyIndexes(environment)).toMatchObject({ ok: true })
})

it('orders, skips and limits alike with any indexes or none, ids of both kinds after each other', () => {
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      query,
      fc.constantFrom('b', 'n', '_id', 'a'),
      fc.boolean(),
      fc.nat(4),
      fc.integer({ min: 1, max: 6 }),
      (bodies, one, by, descending, skip, limit) => {
        const documents = bodies.map((body, n): StoredDocument => ({
          ...body,
          _id: n % 2 === 0 ? n : `d${String(n)}`,
        }))
        store(collections, documents)
        const order = [
          { path: by, descending },
          { path: '_id', descending },
        ]
        const [first, ...others] = collections.map(
          (name) => ask(name, { query: one, order, skip, limit }).found,
        )
        const whole = ask('none', { query: one, order }).found
        expect(first).toEqual(whole.slice(skip, skip + limit))
        for (const other of others) expect(other).toEqual(first)
      },
    ),
    { numRuns: 60 },
  )
})

it('joins the indexes of an or whose branches each have one, finding each document once', () => {
  const documents = Array.from({ length: 300 }, (_, n): StoredDocument => ({
    _id: `d${String(n)}`,
    a: n % 50,
    n: n % 60,
    o: { x: n % 7 },
  }))
  store(['many'], documents)
  const { found, examined } = ask('many', { query: { $or: [{ a: 7 }, { n: 7 }] } })
  expect(found.length).toBe(10)
  expect(examined).toEqual({ documents: 10, keys: 11, plan: { index: ['a_b', 'n:desc'] } })
  const narrowed = ask('many', {
    query: { 'o.x': { $gte: 0 }, $or: [{ _id: 'd3' }, { $or: [{ a: 8 }, { n: { $gt: 58 } }] }] },
  })
  expect(narrowed.examined.plan).not.toHaveProperty('scan')
  expect(ask('many', { query: { $or: [{ a: 7 }, { other: 1 }] } }).examined).toEqual({
    documents: 300,
    keys: 0,
    plan: { scan: true },
  })
})

it('counts a scan by the documents it passes, though it decodes only what may match', () => {
  store(
    ['none'],
    Array.from({ length: 200 }, (_, n): StoredDocument => ({ _id: `d${String(n)}`, a: n })),
  )
  expect(ask('none', { query: { a: 150 } }).examined).toEqual({
    documents: 200,
    keys: 0,
    plan: { scan: true },
  })
  expect(ask('none', { query: { a: { $gte: 20 } }, limit: 5 }).examined.documents).toBe(25)
  expect(ask('none', { query: { _id: 'd7' } }).examined).toEqual({
    documents: 1,
    keys: 0,
    plan: { ids: true },
  })
})

it('decodes no document that the stored text rules out', () => {
  const parse = jest.spyOn(JSON, 'parse')
  store(
    ['none'],
    Array.from({ length: 200 }, (_, n): StoredDocument => ({
      _id: `d${String(n)}`,
      a: n,
      at: new Date(n),
      o: { name: `n${String(n)}` },
      tags: ['x'],
    })),
  )
  const decoded = (asked: Document): number => {
    parse.mockClear()
    ask('none', { query: asked })
    return parse.mock.calls.length
  }
  expect(decoded({ a: 150 })).toBe(1)
  expect(decoded({ a: { $gt: 197.5 } })).toBe(2)
  expect(decoded({ at: { $lt: new Date(3) } })).toBe(3)
  expect(decoded({ 'o.name': { $in: ['n1', 'n2'] } })).toBe(2)
  expect(decoded({ 'o.name': { $gte: 'n99' } })).toBe(1)
  expect(decoded({ $or: [{ a: 3 }, { 'o.name': 'n9' }] })).toBe(2)
  expect(decoded({ tags: 'y' })).toBe(0)
  expect(ask('none', { query: { tags: 'x' } }).found).toHaveLength(200)
  parse.mockRestore()
})

it('gives the first of more documents than it sorts at once', () => {
  store(
    ['none'],
    Array.from({ length: 11_000 }, (_, n): StoredDocument => ({ _id: n, a: (n * 7919) % 11_000 })),
  )
  const order = [{ path: 'a', descending: true }]
  const { found } = ask('none', { query: {}, order, skip: 2, limit: 3 })
  expect(found.map(({ a }) => a)).toEqual([10_997, 10_996, 10_995])
})

it('tells the plan in the reply and in the counters', async () => {
  const test: TestCloud = await startTestCloud({ indexes: { shops: indexes(['city']) } })
  const reply = await test.at('/admin', {
    method: 'POST',
    body: JSON.stringify({
      action: 'database.getDocument',
      envName: 'test',
      collectionName: 'shops',
      queryType: 'WHERE',
      query: '{"city":"gz"}',
    }),
  })
  expect(await reply.json()).toMatchObject({ examined: { documents: 0, keys: 0, plan: { index: ['city'] } } })
  const { shapes } = (await (await test.at('/debug/counters')).json()) as { shapes: unknown[] }
  expect(shapes).toMatchObject([{ shape: '{"city":"?"}', plan: { index: ['city'] } }])
  await test.close()
})
