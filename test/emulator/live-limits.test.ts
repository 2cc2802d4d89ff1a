import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { WebSocket } from 'ws'
import { LiveIndex } from '../../tools/emulator/doors/live-index'
import type { LivePage } from '../support/live-page'
import { hearOn, openLivePage, watch } from '../support/live-page'
import type { TestCloud } from '../support/local-cloud'
import { connectSdk, startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    rules: { collections: { signals: { read: 'auth != null' } } },
    indexes: { signals: [] },
  })
})
afterAll(() => test.close())

/** A second cloud; the SDK stays with the first. */
const anotherCloud = async (options: Parameters<typeof startTestCloud>[0] = {}) => {
  const another = await startTestCloud(options)
  connectSdk(test.url, 'test')
  return another
}
const put = (id: string, data: Record<string, unknown>) =>
  test.cloud.database().collection('signals').doc(id).set({ data })
const ids = (docs: readonly Record<string, unknown>[] = []) => docs.map(({ _id }) => _id)
const saying = (words: string) => expect.stringContaining(words) as string

let page: LivePage
beforeEach(async () => {
  page = await openLivePage(test.url)
})
afterEach(() => {
  page.close()
})

describe('bad input', () => {
  it.each([
    ['no JSON', 'nonsense', 'MALFORMED_REQUEST'],
    ['a list', '[]', 'MALFORMED_REQUEST'],
    ['nothing', 'null', 'MALFORMED_REQUEST'],
    ['no id', { type: 'watch', collection: 'signals' }, 'MALFORMED_REQUEST'],
    ['an id that is an object', watch({}, { id: {} }), 'MALFORMED_REQUEST'],
    ['a very long id', watch({}, { id: 'x'.repeat(200) }), 'MALFORMED_REQUEST'],
    ['an unknown type', watch({}, { type: 'spy' }), 'MALFORMED_REQUEST'],
    ['no collection', watch({}, { collection: undefined }), 'MALFORMED_REQUEST'],
    ['a field list', watch({}, { field: { n: true } }), 'INVALID_PARAM'],
    ['a query that is a text', watch('all'), 'INVALID_PARAM'],
    ['a script', watch({ $where: 'true' }), 'DATABASE_INVALID_OPERRATOR'],
    ['an expression', watch({ $expr: { $eq: [1, 1] } }), 'DATABASE_INVALID_OPERRATOR'],
    ['an update operator', watch({ n: { $inc: 1 } }), 'DATABASE_INVALID_OPERRATOR'],
    ['a limit of 0', watch({}, { limit: 0 }), 'INVALID_PARAM'],
    ['a limit of 5001', watch({}, { limit: 5001 }), 'INVALID_PARAM'],
    ['an order of 1', watch({}, { orderBy: { n: 1 } }), 'INVALID_PARAM'],
    ['an empty order', watch({}, { orderBy: {} }), 'INVALID_PARAM'],
  ])('%s is an error and the page lives on', async (_, message, code) => {
    expect(await hearOn(page, message)).toMatchObject({
      type: 'error',
      code,
      requestId: expect.any(String) as string,
    })
    expect(await hearOn(page, watch({ _id: 'nobody' }))).toMatchObject({ type: 'init', docs: [] })
  })

  it('a collection that does not exist, and a query nested 10,000 levels', async () => {
    const deep = `${'{"$and":['.repeat(10_000)}{}${']}'.repeat(10_000)}`
    page.say(JSON.stringify(watch({})).replace('"query":{}', `"query":${deep.slice(0, 90_000)}`))
    expect(await page.hear()).toMatchObject({ type: 'error', code: 'MALFORMED_REQUEST' })
    const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })
    expect(await hearOn(page, watch(nested(2000)))).toMatchObject({ message: saying('deeper than 20') })
    const other = await anotherCloud({ rules: { collections: { none: { read: true } } } })
    const elsewhere = await openLivePage(other.url)
    expect(await hearOn(elsewhere, watch({}, { collection: 'none' }))).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
    await other.close()
  })

  it('a message of 1 MB closes its page and no other', async () => {
    const other = await openLivePage(test.url)
    page.say({ pad: 'x'.repeat(1024 * 1024) })
    const [code] = (await once(page.socket, 'close')) as [number]
    expect(code).toBe(1009)
    expect(await hearOn(other, watch({ _id: 'nobody' }))).toMatchObject({ type: 'init' })
    other.close()
  })

  it('the same id again takes the place of the first watch', async () => {
    await hearOn(page, watch({ _id: 'i1' }))
    await hearOn(page, watch({ _id: 'i2' }))
    await put('i1', { n: 1 })
    await put('i2', { n: 1 })
    expect(ids((await page.hear()).docs)).toEqual(['i2'])
    expect(page.waiting).toEqual([])
  })

  it('a page holds 50 watches and is told so at one more', async () => {
    for (let n = 0; n < 50; n++) page.say(watch({ _id: 'nobody' }, { id: n }))
    for (let n = 0; n < 50; n++) expect((await page.hear()).type).toBe('init')
    expect(await hearOn(page, watch({}, { id: 50 }))).toMatchObject({
      id: 50,
      message: saying('at most 50 watches'),
    })
    page.say({ type: 'unwatch', id: 0 })
    expect(await hearOn(page, watch({ _id: 'nobody' }, { id: 50 }))).toMatchObject({ type: 'init' })
  })

  it('a page that never reads is closed, and the writers do not wait for it', async () => {
    const { port } = new URL(test.url)
    const deaf = connect(Number(port), '127.0.0.1')
    const key = Buffer.alloc(16).toString('base64')
    deaf.write(
      `GET /live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
    await once(deaf, 'readable')
    const request = Buffer.from(JSON.stringify(watch({ _id: 'loud' })))
    const mask = Buffer.alloc(4)
    deaf.write(Buffer.concat([Buffer.from([0x81, 0x80 | request.length]), mask, request]))
    const gone = once(deaf, 'close')
    deaf.on('error', () => undefined)
    await hearOn(page, watch({ _id: 'loud' }))
    const pad = 'x'.repeat(400_000)
    for (let n = 0; n < 30; n++) {
      await put('loud', { n, pad })
      expect((await page.hear()).docs).toMatchObject([{ n }])
    }
    deaf.resume()
    await gone
  }, 30_000)
})

describe('the door', () => {
  const refusal = async (url: string, options = {}): Promise<[status: number, words: string]> => {
    const socket = new WebSocket(url, options)
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
    return [response.statusCode ?? 0, await text(response)]
  }

  it('turns away other sites and other addresses', async () => {
    const url = test.url.replace('http', 'ws')
    const origin = 'http://evil.example'
    expect(await refusal(`${url}/live`, { origin })).toEqual([403, saying('no other site')])
    expect(await refusal(`${url}/elsewhere`)).toEqual([404, saying('/live')])
  })

  it('holds 1,000 pages, says so to the next one, and takes it when another has gone', async () => {
    const own = await anotherCloud()
    const url = `${own.url.replace('http', 'ws')}/live`
    const pages = await Promise.all(Array.from({ length: 1000 }, () => openLivePage(own.url)))
    expect(await refusal(url)).toEqual([503, saying('at most 1000 live pages')])
    pages[0]?.close()
    await once(pages[0]?.socket as WebSocket, 'close')
    const next = await openLivePage(own.url)
    for (const { socket } of [...pages, next]) socket.terminate()
    await own.close()
  }, 20_000)
})

describe('a commit wakes only the watches it concerns', () => {
  it('of 500 pages with one document each, one', async () => {
    const pages = await Promise.all(Array.from({ length: 500 }, () => openLivePage(test.url)))
    await Promise.all(pages.map((one, n) => hearOn(one, watch({ _id: `p${String(n)}` }))))
    await put('p123', { n: 1 })
    expect(await pages[123]?.hear()).toMatchObject({ docChanges: [{ docId: 'p123' }] })
    await put('p7', { n: 1 })
    await pages[7]?.hear()
    expect(pages.flatMap(({ waiting }) => waiting)).toEqual([])
    for (const one of pages) one.socket.terminate()
  }, 20_000)

  it('by environment, collection and, where the query names it, id', () => {
    const index = new LiveIndex()
    const add = (env: string, name: string, watched?: readonly string[]) => {
      const watching = { env, collection: name, ids: watched }
      index.add(watching)
      return watching
    }
    const change = (name: string, id: string) => ({
      collection: name,
      id,
      before: undefined,
      after: undefined,
    })
    for (let n = 0; n < 500; n++) add('a', 'signals', [`s${String(n)}`])
    const one = add('a', 'signals', ['mine', 'other'])
    const all = add('a', 'rooms')
    add('b', 'rooms')
    const concerned = (...changes: ReturnType<typeof change>[]) => [...index.concerned('a', changes).keys()]
    expect(concerned(change('signals', 'mine'))).toEqual([one])
    expect(concerned(change('signals', 'mine'), change('signals', 'other'), change('rooms', 'x'))).toEqual([
      one,
      all,
    ])
    expect(concerned(change('streets', 'mine'))).toEqual([])
    index.remove(one)
    index.remove(all)
    expect(concerned(change('signals', 'mine'), change('rooms', 'x'))).toEqual([])
  })
})
