import { mkdtemp, rm, writeFile } from 'node:fs/promises'
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
  expect(await cloud.kill('SIGTERM')).toBe(0)
}, 20_000)

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
}, 20_000)

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
