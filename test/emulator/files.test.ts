import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { IncomingMessage, request, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import path from 'node:path'
import { startCloud } from '../../tools/emulator/cloud'
import { sendFile } from '../../tools/emulator/doors/send-file'
import { uploadGigabyte } from '../support/endless-upload'
import type { TestCloud } from '../support/local-cloud'
import { failureOf, startTestCloud } from '../support/local-cloud'

const MEGABYTE = 1024 * 1024
let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud()
})
afterAll(() => test.close())

const temporary = async (fileID: string, maxAge = 60) =>
  (await test.cloud.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]?.tempFileURL ?? ''
const upload = (at: string, body: string | Uint8Array<ArrayBuffer> = 'x', openid = 'anna') =>
  test.at(`/upload?path=${encodeURIComponent(at)}`, { method: 'POST', body, openid })
const keep = async (cloudPath: string, content = 'x') =>
  (await test.cloud.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID
const idOf = (at: string) => `cloud://test.local/${at}`
const statuses = ({ fileList }: { fileList: { status: number }[] }) => fileList.map(({ status }) => status)
const moveClock = (to: object) => test.at('/clock', { method: 'POST', body: JSON.stringify(to) })
const blobs = (data = test.data) => readdir(path.join(data, 'files', 'test'))

describe('the SDK’s files', () => {
  it('are kept, given back, replaced and deleted', async () => {
    const fileID = await keep('kept/照片 1.png')
    expect(fileID).toBe(idOf('kept/照片 1.png'))
    expect((await test.cloud.downloadFile({ fileID })).fileContent.toString()).toBe('x')
    const large = Buffer.alloc(3_000_000, 7)
    await test.cloud.uploadFile({ cloudPath: 'kept/照片 1.png', fileContent: large })
    expect((await test.cloud.downloadFile({ fileID })).fileContent.equals(large)).toBe(true)
    expect(await blobs()).toHaveLength(1)
    expect(statuses(await test.cloud.deleteFile({ fileList: [fileID] }))).toEqual([0])
    expect(statuses(await test.cloud.getTempFileURL({ fileList: [fileID] }))).toEqual([-503003])
    expect(await blobs()).toEqual([])
  })

  it('are empty or large as they were sent', async () => {
    const fileID = await keep('kept/empty', '')
    expect((await (await fetch(await temporary(fileID))).arrayBuffer()).byteLength).toBe(0)
  })

  it('answer each for itself: one that is missing does not fail the others', async () => {
    const fileList = [await keep('kept/b1'), idOf('kept/none'), await keep('kept/b2'), 'nonsense']
    expect(statuses(await test.cloud.getTempFileURL({ fileList }))).toEqual([0, -503003, 0, -503003])
    expect(statuses(await test.cloud.deleteFile({ fileList }))).toEqual([0, -503003, 0, -503003])
  })

  it('go 50 to a call, and not one is touched when there are more', async () => {
    const fileID = await keep('kept/many')
    const fileList = Array.from({ length: 51 }, () => fileID)
    expect((await failureOf(test.cloud.deleteFile({ fileList }))).errMsg).toContain('at most 50')
    expect((await failureOf(test.cloud.getTempFileURL({ fileList }))).errMsg).toContain('at most 50')
    expect(statuses(await test.cloud.getTempFileURL({ fileList: fileList.slice(1) }))).toEqual(
      fileList.slice(1).map(() => 0),
    )
  })

  it('stay in their environment', async () => {
    await keep('kept/a')
    expect(statuses(await test.cloud.getTempFileURL({ fileList: ['cloud://other.local/kept/a'] }))).toEqual([
      -503003,
    ])
  })

  it('are refused beyond 50 MB', async () => {
    const fileContent = Buffer.alloc(50 * MEGABYTE + 1)
    const failure = await failureOf(test.cloud.uploadFile({ cloudPath: 'kept/big', fileContent }))
    expect(failure.errMsg).toContain('at most 50 MB')
    expect(statuses(await test.cloud.getTempFileURL({ fileList: [idOf('kept/big')] }))).toEqual([-503003])
  })
})

describe('temporary addresses', () => {
  it('are shown on pages of localhost as on those of 127.0.0.1, and on no other site’s', async () => {
    const address = await temporary(await keep('kept/shown'))
    const from = async (referer: string) => {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', referer }
      const asked = request(address, { headers }).end()
      const [reply] = (await once(asked, 'response')) as [IncomingMessage]
      reply.resume()
      return reply.statusCode
    }
    const port = new URL(test.url).port
    expect(await from(`http://localhost:${port}/`)).toBe(200)
    expect(await from(`http://localhost:${port}.evil.example/`)).toBe(403)
    expect(await from('http://evil.example/')).toBe(403)
    expect(await from('')).toBe(403)
  })

  it.each([
    ['page.html', '<script>alert(1)</script>', 'application/octet-stream', 'attachment'],
    ['image.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'application/octet-stream', 'attachment'],
    ['photo.html', '\u0089PNG\r\n\u001a\n…', 'image/png', null],
  ])('serve %s so that nothing in it can run', async (name, content, type, disposition) => {
    const fileContent = Buffer.from(content, 'latin1')
    const { fileID } = await test.cloud.uploadFile({ cloudPath: `kept/${name}`, fileContent })
    const { headers } = await fetch(await temporary(fileID))
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toBe(disposition)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('expire by the cloud’s clock', async () => {
    const address = await temporary(await keep('kept/short'), 60)
    await moveClock({ by: 59_000 })
    expect((await fetch(address)).status).toBe(200)
    await moveClock({ by: 2_000 })
    const late = await fetch(address)
    expect(late.status).toBe(403)
    expect(await late.json()).toMatchObject({ error: { message: 'the address has expired' } })
    await moveClock({ reset: true })
    expect((await fetch(await temporary(idOf('kept/short'), 0))).status).toBe(403)
  })

  it('are worth nothing when altered, and cannot be used to write', async () => {
    const address = await temporary(await keep('kept/sealed'))
    expect((await fetch(`${address}x`)).status).toBe(403)
    const token = address.split('/temp/')[1] ?? ''
    expect((await fetch(`${test.url}/object/${token}`, { method: 'PUT', body: 'y' })).status).toBe(403)
    expect((await test.at('/temp/', {})).status).toBe(403)
    expect((await fetch(`${test.url}/temp/e30.e30`)).status).toBe(403)
  })

  it('end with their file', async () => {
    const fileID = await keep('kept/gone')
    const address = await temporary(fileID)
    await test.cloud.deleteFile({ fileList: [fileID] })
    expect((await fetch(address)).status).toBe(404)
  })

  it('say that a file is gone whose bytes somebody took from the data folder', async () => {
    const address = await temporary(await keep('kept/taken'))
    const folder = path.join(test.data, 'files', 'test')
    const aside = `${test.data}-aside`
    await rename(folder, aside)
    expect((await fetch(address)).status).toBe(404)
    await rename(aside, folder)
    expect((await fetch(address)).status).toBe(200)
  })
})

describe('people', () => {
  it('upload below inbox/ only, and never over what is not theirs', async () => {
    expect(await (await upload('inbox/t/1')).json()).toEqual({ fileID: idOf('inbox/t/1') })
    expect((await upload('kept/1')).status).toBe(403)
    expect((await upload('inbox/t/1', 'y', 'bob')).status).toBe(403)
    expect((await upload('inbox/t/1', 'y')).status).toBe(200)
    await keep('inbox/of-a-function')
    expect((await upload('inbox/of-a-function', 'y')).status).toBe(403)
    expect((await test.at('/upload?path=inbox/x', { method: 'POST', body: 'x' })).status).toBe(401)
  })

  it('read and delete what they uploaded, and nothing else; functions read everything', async () => {
    const id = idOf('inbox/mine')
    await upload('inbox/mine', 'hello')
    const at = (openid: string, method = 'GET', file = id) =>
      test.at(`/file?id=${encodeURIComponent(file)}`, { openid, method })
    expect(await (await at('anna')).text()).toBe('hello')
    expect((await at('bob')).status).toBe(403)
    expect((await at('anna', 'GET', await keep('kept/secret'))).status).toBe(403)
    expect((await test.cloud.downloadFile({ fileID: id })).fileContent.toString()).toBe('hello')
    expect((await at('bob', 'DELETE')).status).toBe(403)
    expect((await at('anna', 'DELETE')).status).toBe(200)
    expect((await at('anna')).status).toBe(403)
    expect(statuses(await test.cloud.getTempFileURL({ fileList: [id] }))).toEqual([-503003])
  })

  it('cannot take a path from each other by uploading at the same moment', async () => {
    const people = ['anna', 'bob', 'carl', 'dora']
    const replies = await Promise.all(people.map((who) => upload('inbox/race', who.repeat(100_000), who)))
    const winners = people.filter((_, index) => replies[index]?.status === 200)
    expect(winners).toHaveLength(1)
    const content = await test.at(`/file?id=${idOf('inbox/race')}`, { openid: winners[0] ?? '' })
    expect(await content.text()).toBe(winners[0]?.repeat(100_000))
  })
})

it('keeps one whole file of many uploads to one path, and readers see one whole version', async () => {
  const before = (await blobs()).length
  const versions = Array.from({ length: 12 }, (_, n) => String(n % 10).repeat(500_000))
  await upload('inbox/same', versions[0])
  const address = await temporary(idOf('inbox/same'))
  const read = async () => (await fetch(address)).text()
  const [seen] = await Promise.all([
    Promise.all(Array.from({ length: 12 }, read)),
    ...versions.map((body) => upload('inbox/same', body)),
  ])
  for (const content of [...seen, await read()]) expect(versions.includes(content)).toBe(true)
  expect((await blobs()).length).toBe(before + 1)
})

describe('an upload that does not end well', () => {
  it.each([
    ['announced', { 'content-length': String(1024 * MEGABYTE) }],
    ['unannounced', {}],
  ])(
    'of %s 1 GB is cut early and leaves nothing',
    async (_, headers) => {
      const before = await blobs()
      const url = `${test.url}/upload?path=inbox/huge&env=test`
      const { status, body, sent } = await uploadGigabyte(url, 'POST', {
        'x-local-openid': 'anna',
        ...headers,
      })
      expect(status).toBe(413)
      expect(body).toContain('a file holds at most 50 MB')
      expect(sent).toBeLessThan(200 * MEGABYTE)
      expect(await blobs()).toEqual(before)
    },
    30_000,
  )

  it('of 1 GB to the SDK’s address is cut early too', async () => {
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', envName: 'test', path: 'kept/huge' })
    const { data } = (await (await test.at('/admin', { method: 'POST', body })).json()) as {
      data: { url: string }
    }
    const { status, body: xml, sent } = await uploadGigabyte(data.url, 'PUT', {})
    expect([status, sent < 200 * MEGABYTE]).toEqual([413, true])
    expect(xml).toContain('<Code>EntityTooLarge</Code>')
  })

  it('broken off half-way leaves the file as it was', async () => {
    await upload('inbox/half', 'whole')
    const before = (await blobs()).sort()
    const headers = { 'x-local-openid': 'anna', 'content-length': '1000000' }
    const half = request(`${test.url}/upload?path=inbox/half&env=test`, { method: 'POST', headers })
    half.on('error', () => undefined)
    half.write(Buffer.alloc(500_000))
    while ((await blobs()).length === before.length) await new Promise((resolve) => setTimeout(resolve, 5))
    half.destroy()
    while ((await blobs()).length > before.length) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await blobs()).sort()).toEqual(before)
    expect((await test.cloud.downloadFile({ fileID: idOf('inbox/half') })).fileContent.toString()).toBe(
      'whole',
    )
  })
})

it('sweeps at start what a crash left between a blob and its row, and nothing else', async () => {
  const own = await startTestCloud({}, 'test')
  await own.cloud.uploadFile({ cloudPath: 'kept/a', fileContent: Buffer.from('a') })
  await own.local.close()
  const [named] = await blobs(own.data)
  const folder = path.join(own.data, 'files')
  await writeFile(path.join(folder, 'test', '00000000-0000-4000-8000-000000000000'), 'no row names me')
  await writeFile(path.join(folder, 'test', 'broken.part'), 'half')
  await mkdir(path.join(folder, 'of-nobody'))
  const again = await startCloud({
    functions: path.join(__dirname, 'functions'),
    data: own.data,
    quiet: true,
  })
  expect(await blobs(own.data)).toEqual([named])
  expect(existsSync(path.join(own.data, 'env', 'of-nobody.sqlite'))).toBe(false)
  await again.close()
  await rm(own.data, { recursive: true, force: true })
})

it('closes a file whose reader has gone before the first byte', async () => {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  response.destroy()
  const handle = await open(__filename)
  const exchange = { request, response, url: new URL('http://local.invalid/'), requestId: 'r' }
  const file = { size: 10, owner: undefined, blob: 'b' }
  await sendFile(exchange, { file, handle })
  expect(handle.fd).toBe(-1)
})
