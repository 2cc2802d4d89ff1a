import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { TestCloud } from '../support/local-cloud'
import { failureOf, startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud()
})
afterAll(() => test.close())

const upload = (at: string, body = 'x') =>
  test.at(`/upload?path=${encodeURIComponent(at)}`, { method: 'POST', body, openid: 'anna' })
const idOf = (at: string) => `cloud://test.local/${at}`

describe('paths', () => {
  it.each([
    ['../x', '..'],
    ['inbox/../../x', '..'],
    ['inbox/..', '..'],
    ['/etc/passwd', '/'],
    ['inbox/a\0b', 'control character'],
    ['inbox/a\nb', 'control character'],
    ['inbox\\..\\x', 'backslash'],
    ['inbox//x', '//'],
    ['inbox/', '/'],
    ['', 'empty'],
    ['inbox/./x', '..'],
  ])('%j is refused with the reason', async (at, reason) => {
    const reply = await upload(at)
    expect(reply.status).toBe(400)
    expect(((await reply.json()) as { error: { message: string } }).error.message).toContain(reason)
    await failureOf(test.cloud.uploadFile({ cloudPath: at, fileContent: Buffer.from('x') }))
  })

  it.each([
    'inbox/%2e%2e/%2e%2e/x',
    'inbox/..%2f..%2fx',
    'inbox/%00',
    'inbox/... /..x/x..',
    'inbox/C:/x',
    'inbox/~root',
    'inbox/constructor/__proto__',
    'inbox/😀 é e\u0301',
  ])('%j is a name like any other', async (at) => {
    const reply = await upload(at, at)
    expect(reply.status).toBe(200)
    const { fileID } = (await reply.json()) as { fileID: string }
    expect((await test.cloud.downloadFile({ fileID })).fileContent.toString()).toBe(at)
  })

  it('hold 850 bytes of UTF-8', async () => {
    const replies = await Promise.all(
      ['x'.repeat(844), 'x'.repeat(845), '字'.repeat(282)].map((name) => upload(`inbox/${name}`)),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 400, 400])
    expect(await replies[2]?.text()).toContain('longer than 850 bytes')
  })

  it('differ by letter case and by Unicode form', async () => {
    const names = ['inbox/Case', 'inbox/case', 'inbox/\u00e9', 'inbox/e\u0301']
    for (const name of names) await upload(name, name)
    for (const name of names)
      expect((await test.cloud.downloadFile({ fileID: idOf(name) })).fileContent.toString()).toBe(name)
  })

  it('with half a character are refused, on every way in', async () => {
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', envName: 'test', path: 'kept/\ud800' })
    const reply = (await (await test.at('/admin', { method: 'POST', body })).json()) as { message: string }
    expect(reply.message).toContain('Unicode')
  })

  it('leave the data folder as it was laid out: blobs under random names and nothing beside them', async () => {
    expect((await readdir(test.data)).sort()).toEqual(
      expect.arrayContaining(['env', 'files', 'format.json', 'lock.sqlite']),
    )
    expect(await readdir(path.join(test.data, 'files'))).toEqual(['test'])
    for (const blob of await readdir(path.join(test.data, 'files', 'test')))
      expect(blob).toMatch(/^[0-9a-f-]{36}$/)
    expect(existsSync(path.join(test.data, '..', 'x'))).toBe(false)
  })
})
