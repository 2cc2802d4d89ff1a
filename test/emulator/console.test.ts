import { request } from 'node:http'
import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    indexes: {
      shops: [
        { name: 'city_opened', fields: ['city', 'opened:desc'] },
        { name: 'code', fields: ['code'], unique: true },
        { name: 'tags', fields: ['tags'] },
      ],
      runs: [],
    },
  })
})
afterAll(() => test.close())

const read = async (door: string, parameters: Record<string, string> = {}) => {
  const answer = await test.at(`${door}?${new URLSearchParams({ env: 'test', ...parameters }).toString()}`)
  return { status: answer.status, json: (await answer.json()) as unknown }
}
interface Page {
  documents: { key: string; _id: string; summary: string }[]
  next: string | null
  examined: { documents: number; keys: number }
}
const page = async (parameters: Record<string, string>) =>
  (await read('/debug/documents', { collection: 'shops', ...parameters })).json as Page
const idsOf = ({ documents }: Page) => documents.map(({ _id }) => _id)

/** Every page from the first to the last. */
const allPages = async (parameters: Record<string, string>) => {
  const pages = [await page(parameters)]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await page({ ...parameters, after: next }))
  return pages
}

const opened = (n: number) => new Date(Date.UTC(2026, 0, 1 + (n % 10)))
beforeAll(async () => {
  const shops = test.cloud.database().collection('shops')
  for (let n = 0; n < 120; n++)
    await shops.doc(`shop-${String(n).padStart(3, '0')}`).set({
      data: { code: n, city: n < 110 ? 'A' : 'B', opened: opened(n), tags: ['x', n % 2 ? 'odd' : 'even'] },
    })
})

describe('collections', () => {
  it('are listed with how many documents they hold and their indexes, and counted again after a write', async () => {
    const { json } = await read('/debug/collections')
    expect(json).toMatchObject([
      { name: 'runs', documents: 0, indexes: [] },
      {
        name: 'shops',
        documents: 120,
        indexes: [{ name: 'city_opened' }, { name: 'code', unique: true }, {}],
      },
    ])
    const runs = test.cloud.database().collection('runs')
    const { _id } = await runs.add({ data: {} })
    expect((await read('/debug/collections')).json).toMatchObject([{ documents: 1 }, {}])
    await runs.doc(_id).remove()
    expect((await read('/debug/collections')).json).toMatchObject([{ documents: 0 }, {}])
  })

  it('of an environment that does not exist are not there, and asking does not make it', async () => {
    expect(await read('/debug/collections', { env: 'nowhere' })).toMatchObject({
      status: 404,
      json: { error: { code: 'NOT_FOUND' } },
    })
    expect((await read('/debug/environments')).json).toEqual(['local', 'test'])
  })
})

describe('documents', () => {
  it('come by id, 50 a page, each page reading no more than itself', async () => {
    const pages = await allPages({})
    expect(pages.map(({ documents }) => documents.length)).toEqual([50, 50, 20])
    expect(pages.flatMap(idsOf)).toEqual([...new Set(pages.flatMap(idsOf))].sort())
    for (const { examined } of pages) expect(examined.documents).toBeLessThanOrEqual(51)
  })

  it('are found by the beginning of their id', async () => {
    expect(idsOf(await page({ id: 'shop-01' }))).toHaveLength(10)
    expect(idsOf(await page({ id: 'shop-017' }))).toEqual(['shop-017'])
    expect(idsOf(await page({ id: 'nothing' }))).toEqual([])
  })

  it('come in the order of an index, also over many equal keys, without reading what earlier pages read', async () => {
    const pages = await allPages({ index: 'city_opened', query: '{"city":"A"}' })
    expect(pages.flatMap(idsOf)).toHaveLength(110)
    expect(new Set(pages.flatMap(idsOf)).size).toBe(110)
    const days = pages.flatMap(idsOf).map((id) => opened(Number(id.slice(5))).getTime())
    expect(days).toEqual([...days].sort((a, b) => b - a))
    for (const { examined } of pages) expect(examined.documents).toBeLessThanOrEqual(50)
  })

  it('are found by values and ranges of EJSON, and what was examined is told', async () => {
    const day = JSON.stringify({ $date: '2026-01-05' })
    const found = await page({ index: 'city_opened', query: `{"city":"B","opened":{"$gte":${day}}}` })
    expect(idsOf(found)).toEqual(['shop-119', 'shop-118', 'shop-117', 'shop-116', 'shop-115', 'shop-114'])
    expect(found.examined).toEqual({ documents: 6, keys: 6 })
    expect(idsOf(await page({ index: 'code', query: '{"code":{"$in":[7,3]}}' }))).toEqual([
      'shop-003',
      'shop-007',
    ])
  })

  it('with several keys come once on a page', async () => {
    expect(idsOf(await page({ index: 'tags', query: '{"tags":{"$in":["even","x"]}}' }))).toHaveLength(50)
    expect((await allPages({ index: 'tags', query: '{"tags":"odd"}' })).flatMap(idsOf)).toHaveLength(60)
  })

  it('are shown whole with the types of their times', async () => {
    const { json } = await read('/debug/document', { collection: 'shops', key: 'shop-003' })
    expect(json).toEqual({
      _id: 'shop-003',
      code: 3,
      city: 'A',
      opened: { $date: '2026-01-04T00:00:00.000Z' },
      tags: ['x', 'odd'],
    })
  })

  it.each([
    ['a missing collection', '/debug/documents', { collection: 'none' }, 'DATABASE_COLLECTION_NOT_EXIST'],
    ['no collection', '/debug/documents', {}, 'INVALID_PARAM'],
    ['a missing index', '/debug/documents', { collection: 'shops', index: 'none' }, 'NOT_FOUND'],
    ['a torn query', '/debug/documents', { collection: 'shops', index: 'code', query: '{' }, 'INVALID_PARAM'],
    [
      'a script',
      '/debug/documents',
      { collection: 'shops', index: 'code', query: '{"$where":"1"}' },
      'DATABASE_INVALID_OPERRATOR',
    ],
    [
      'a made-up cursor',
      '/debug/documents',
      { collection: 'shops', index: 'code', after: '?' },
      'INVALID_PARAM',
    ],
    ['a missing document', '/debug/document', { collection: 'shops', key: 'none' }, 'NOT_FOUND'],
    ['a path that leaves', '/debug/file', { path: '../x' }, 'INVALID_PARAM'],
  ])('%s is a clear refusal', async (_what, door, parameters, code) => {
    expect((await read(door, parameters)).json).toMatchObject({ error: { code } })
  })
})

describe('files', () => {
  it('are listed by the beginning of their path, 50 a page, and open at a temporary address', async () => {
    for (let n = 0; n < 52; n++)
      await test.cloud.uploadFile({
        cloudPath: `${n < 51 ? 'many' : 'one'}/${String(n).padStart(2, '0')}.txt`,
        fileContent: Buffer.from(`file ${String(n)}`),
      })
    const { json } = await read('/debug/files', { prefix: 'many/' })
    const first = json as { files: { path: string; size: number }[]; next: string }
    expect(first.files).toHaveLength(50)
    expect(first.files[0]).toMatchObject({ path: 'many/00.txt', size: 6, owner: null })
    expect((await read('/debug/files', { prefix: 'many/', after: first.next })).json).toMatchObject({
      files: [{ path: 'many/50.txt' }],
      next: null,
    })
    const opened = await test.at('/debug/file?env=test&path=one/51.txt')
    expect(new URL(opened.url).pathname).toMatch(/^\/temp\//)
    expect(await opened.text()).toBe('file 51')
  })
})

describe('functions and timers', () => {
  it('a call is listed newest first with who, how long and what it cost; its lines are read apart', async () => {
    await test.at('/call/echo', { method: 'POST', body: '{"value":"hello"}', openid: 'anna' })
    const calls = (await read('/debug/calls', { function: 'echo' })).json as { requestId: string }[]
    expect(calls[0]).toMatchObject({ function: 'echo', person: 'anna', outcome: 'ok', lines: 1 })
    const logs = await read('/debug/call', { request: calls[0]?.requestId ?? '' })
    expect(logs.json).toMatchObject([{ function: 'echo', lines: [expect.stringContaining('hello')] }])
  })

  it('a call is shown together with those it made', async () => {
    await test.at('/call/nests', { method: 'POST', body: '{"depth":0}', openid: 'anna' })
    const calls = (await read('/debug/calls')).json as { requestId: string; function: string }[]
    const outer = calls.find((call) => call.function === 'nests')
    const logs = (await read('/debug/call', { request: outer?.requestId ?? '' })).json as {
      function: string
    }[]
    expect(logs.map((call) => call.function)).toEqual(['nests', 'echo'])
  })

  it('a timer tells when it is next due by the cloud’s clock', async () => {
    await test.at('/clock', { method: 'POST', body: '{"to":"2031-05-06T07:30:00Z"}' })
    expect((await read('/debug/timers')).json).toEqual([
      expect.objectContaining({ function: 'jobs', name: 'hourly', next: '2031-05-06T08:00:00.000Z' }),
    ])
    await test.at('/clock', { method: 'POST', body: '{"reset":true}' })
  })
})

describe('the page', () => {
  it('comes with its parts and may load nothing from elsewhere', async () => {
    const answer = await test.at('/console')
    const text = await answer.text()
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/)
    for (const [, address = ''] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(address).toMatch(/^\/console\//)
      expect((await test.at(address)).status).toBe(200)
    }
  })

  it.each([
    '/console',
    '/debug/collections',
    '/debug/documents?collection=shops',
    '/debug/file?path=one/51.txt',
  ])('%s is refused to another host', async (door) => {
    const status = await new Promise((done, fail) => {
      request(`${test.url}${door}`, { headers: { host: 'example.com' } }, ({ statusCode }) => {
        done(statusCode)
      })
        .on('error', fail)
        .end()
    })
    expect(status).toBe(403)
  })
})
