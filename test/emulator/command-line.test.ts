import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PortTakenError, startCloud } from '../../tools/emulator/cloud'
import { running, startChild } from '../support/cloud-child'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'local-cloud-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const data = (name = 'data') => path.join(folder, name)

it('says where it listens, serves, and ends cleanly on SIGTERM', async () => {
  const cloud = running(await startChild(data()))
  const reply = await fetch(`${cloud.url}/call/echo`, {
    method: 'POST',
    body: '{}',
    headers: { 'x-local-openid': 'anna' },
  })
  expect(await reply.json()).toMatchObject({ result: { openid: 'anna', env: 'local' } })
  // longer than a client keeps a connection: never closed under a request that is on its way
  expect(reply.headers.get('keep-alive')).toBe('timeout=60')
  expect(await cloud.kill('SIGTERM')).toBe(0)
})

it('says that a port is taken, and which', async () => {
  const cloud = running(await startChild(data()))
  const port = new URL(cloud.url).port
  expect(await startChild(data('other'), ['--port', port])).toMatchObject({
    code: 1,
    said: expect.stringContaining(`port ${port} is taken`) as string,
  })
  await expect(
    startCloud({ functions: path.join(__dirname, 'functions'), data: data('third'), port: Number(port) }),
  ).rejects.toBeInstanceOf(PortTakenError)
  await cloud.kill('SIGTERM')
})

const functionsOf = path.join(__dirname, 'functions')

describe('ends with code 1 and one line that says what is wrong', () => {
  const refused = async (
    args: readonly string[],
    { at = data(), functions = functionsOf }: { at?: string; functions?: string } = {},
  ) => {
    const started = await startChild(at, args, functions)
    if (!('said' in started)) {
      await started.kill('SIGTERM')
      throw new Error('the cloud started')
    }
    expect(started.code).toBe(1)
    expect(started.said.trim().split('\n')).toHaveLength(1)
    return started.said
  }
  const written = async (name: string, text: string) => {
    await mkdir(data(), { recursive: true })
    await writeFile(path.join(data(), name), text)
  }

  it('about its arguments', async () => {
    expect(await refused(['--port', '70000'])).toContain('--port takes a number up to 65535')
    expect(await refused(['--latency', 'much'])).toContain('--latency takes a number')
    expect(await refused(['--wings', '2'])).toContain("Unknown option '--wings'")
  })

  it('about files that it was given', async () => {
    expect(await refused([], { functions: path.join(folder, 'nowhere') })).toContain(
      'functions cannot be read',
    )
    expect(await refused(['--indexes', path.join(folder, 'none.json')])).toContain('none.json cannot be used')
    await writeFile(path.join(folder, 'bad.json'), '{"items": [{"name": "x"}]}')
    expect(await refused(['--indexes', path.join(folder, 'bad.json')])).toContain(
      'each needs a name and fields',
    )
    const many = Array.from({ length: 21 }, (_, n) => ({ name: `i${String(n)}`, fields: ['a'] }))
    await writeFile(path.join(folder, 'many.json'), JSON.stringify({ items: many }))
    expect(await refused(['--indexes', path.join(folder, 'many.json')])).toContain('at most 20 are allowed')
  })

  it('about a data folder that cannot be written', async () => {
    await writeFile(path.join(folder, 'a file'), '')
    expect(await refused([], { at: path.join(folder, 'a file', 'data') })).toContain('cannot be written')
  })

  it.each([
    ['format.json', '{"for', 'format.json cannot be read'],
    ['format.json', '{}', 'names no format'],
    ['format.json', '{"format":99}', 'format 99'],
    ['clock.json', 'now', 'clock.json cannot be read'],
    ['clock.json', '{"offset":"1"}', 'holds no offset'],
    ['lock.sqlite', 'no database at all, but long enough to be looked at', 'lock.sqlite cannot be opened'],
  ])('about a data folder whose %s holds %s', async (name, text, says) => {
    await written(name, text)
    expect(await refused([])).toContain(says)
  })

  it('about a database that is none', async () => {
    await mkdir(path.join(data(), 'env'), { recursive: true })
    await writeFile(path.join(data(), 'env', 'local.sqlite'), 'no database at all, but long enough')
    expect(await refused([])).toContain('local.sqlite cannot be opened')
  })

  it('about another cloud on the same data folder, which goes on', async () => {
    const cloud = running(await startChild(data()))
    expect(await refused([])).toContain('another local cloud is using the data folder')
    expect((await fetch(`${cloud.url}/clock`)).status).toBe(200)
    await cloud.kill('SIGTERM')
  })
})

it('ends cleanly on SIGTERM while a function runs, and starts again with what was stored', async () => {
  const indexes = path.join(folder, 'indexes.json')
  await writeFile(indexes, '{"runs": []}')
  const cloud = running(await startChild(data(), ['--indexes', indexes]))
  await fetch(`${cloud.url}/timer/jobs/hourly`, { method: 'POST' })
  const cut = fetch(`${cloud.url}/call/echo`, {
    method: 'POST',
    body: '{"wait":4000}',
    headers: { 'x-local-openid': 'anna' },
  })
  const refusal = expect(cut).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(await cloud.kill('SIGTERM')).toBe(0)
  await refusal
  const again = running(await startChild(data(), ['--indexes', indexes]))
  const reply = await fetch(`${again.url}/admin`, {
    method: 'POST',
    body: '{"envName":"local","action":"database.calculateDocument","collectionName":"runs"}',
  })
  expect(await reply.json()).toMatchObject({ data: { total: 1 } })
  await again.kill('SIGTERM')
})

it('waits --latency for each database action, and for nothing else', async () => {
  const cloud = await startCloud({
    functions: functionsOf,
    data: data(),
    latencyMs: 1000,
    indexes: { runs: [] },
  })
  const took = async (door: string, body: string) => {
    const started = performance.now()
    await fetch(cloud.url + door, { method: 'POST', body })
    return performance.now() - started
  }
  const count = '{"envName":"local","action":"database.calculateDocument","collectionName":"runs"}'
  expect(await took('/admin', count)).toBeGreaterThanOrEqual(990)
  expect(await took('/clock', '{"by":0}')).toBeLessThan(990)
  await cloud.close()
})

it('refuses a data folder in use, and one of a newer version', async () => {
  const options = { functions: path.join(__dirname, 'functions'), data: data() }
  const cloud = await startCloud(options)
  await expect(startCloud(options)).rejects.toThrow('another local cloud')
  await cloud.close()
  await writeFile(path.join(data(), 'format.json'), '{"format":99}')
  await expect(startCloud(options)).rejects.toThrow('format 99')
})

it('serves the h5 files with scripts added to the page, and product routes', async () => {
  await writeFile(path.join(folder, 'index.html'), '<html><body>hi</body></html>')
  await writeFile(path.join(folder, 'app.1a2b3c4d.js'), '1')
  const cloud = await startCloud({
    functions: path.join(__dirname, 'functions'),
    data: data(),
    static: folder,
    pageScripts: ['/local/bar.js'],
    routes: (_request, response, url) => {
      if (url.pathname !== '/local/bar.js') return false
      response.end('bar')
      return true
    },
  })
  const get = async (where: string) => {
    const reply = await fetch(cloud.url + where)
    return {
      status: reply.status,
      type: reply.headers.get('content-type'),
      cache: reply.headers.get('cache-control'),
      text: await reply.text(),
    }
  }
  expect(await get('/')).toMatchObject({
    cache: 'no-cache',
    text: '<html><body>hi<script src="/local/bar.js"></script></body></html>',
  })
  expect(await get('/app.1a2b3c4d.js')).toMatchObject({
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=31536000, immutable',
  })
  expect(await get('/local/bar.js')).toMatchObject({ text: 'bar' })
  expect((await get('/..%2f..%2fetc/passwd')).status).toBe(404)
  await cloud.close()
})

it('keeps documents, files and the clock over a restart, and brings indexes to what is declared', async () => {
  const options = { functions: path.join(__dirname, 'functions'), data: data() }
  const admin = async (url: string, body: Record<string, unknown>) =>
    (await (
      await fetch(`${url}/admin`, { method: 'POST', body: JSON.stringify({ envName: 'local', ...body }) })
    ).json()) as { data: { total: number } }
  const first = await startCloud({ ...options, indexes: { notes: [{ name: 'n', fields: ['n'] }] } })
  await admin(first.url, {
    action: 'database.insertDocument',
    collectionName: 'notes',
    data: ['{"n":{"$numberInt":"1"}}', '{"n":{"$numberInt":"2"},"m":"x"}'],
  })
  await fetch(`${first.url}/clock`, { method: 'POST', body: '{"by":1000000}' })
  await first.close()
  const second = await startCloud({
    ...options,
    indexes: { notes: [{ name: 'm', fields: ['m', 'n:desc'] }] },
  })
  expect(
    (
      await admin(second.url, {
        action: 'database.calculateDocument',
        collectionName: 'notes',
        query: '{"m":"x"}',
      })
    ).data.total,
  ).toBe(1)
  expect(await (await fetch(`${second.url}/debug/verify`)).json()).toMatchObject({
    ok: true,
    documents: 2,
    indexRows: 2,
  })
  expect(await (await fetch(`${second.url}/clock`)).json()).toMatchObject({ offset: 1000000 })
  await second.close()
})
