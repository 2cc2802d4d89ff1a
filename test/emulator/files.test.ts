import type { TestCloud } from '../support/local-cloud'
import { failureOf, startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud()
})
afterAll(() => test.close())

const temporary = async (fileID: string, maxAge = 60) =>
  (await test.cloud.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]?.tempFileURL ?? ''
const upload = (path: string, body = 'x', openid = 'anna') =>
  test.at(`/upload?path=${encodeURIComponent(path)}`, { method: 'POST', body, openid })

it('keeps what the SDK uploads, gives it back, replaces it and deletes it', async () => {
  const { fileID } = await test.cloud.uploadFile({
    cloudPath: 'kept/照片 1.png',
    fileContent: Buffer.from('\x89PNG\r\n\x1a\n1', 'latin1'),
  })
  expect(fileID).toBe('cloud://test.local/kept/照片 1.png')
  expect((await test.cloud.downloadFile({ fileID })).fileContent.length).toBe(9)
  await test.cloud.uploadFile({ cloudPath: 'kept/照片 1.png', fileContent: Buffer.alloc(3_000_000, 7) })
  expect((await test.cloud.downloadFile({ fileID })).fileContent.equals(Buffer.alloc(3_000_000, 7))).toBe(
    true,
  )
  expect((await test.cloud.deleteFile({ fileList: [fileID] })).fileList[0]?.status).toBe(0)
  expect((await test.cloud.getTempFileURL({ fileList: [fileID] })).fileList[0]?.status).toBe(-503003)
})

it('serves temporary addresses so that nothing in them can run, until they expire', async () => {
  const { fileID } = await test.cloud.uploadFile({
    cloudPath: 'kept/page.html',
    fileContent: Buffer.from('<script>alert(1)</script>'),
  })
  const reply = await fetch(await temporary(fileID))
  expect(await reply.text()).toContain('alert')
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
  })
  expect((await fetch(await temporary(fileID, 0))).status).toBe(403)
  expect((await fetch(`${await temporary(fileID)}x`)).status).toBe(403)
})

it('takes uploads of people below inbox/ only, and never over someone else’s file', async () => {
  const reply = await upload('inbox/t/1')
  expect(await reply.json()).toEqual({ fileID: 'cloud://test.local/inbox/t/1' })
  expect((await upload('kept/1')).status).toBe(403)
  expect((await upload('inbox/t/1', 'y', 'bob')).status).toBe(403)
  expect((await upload('inbox/t/1', 'y')).status).toBe(200)
  expect((await test.at('/upload?path=inbox/x', { method: 'POST', body: 'x' })).status).toBe(401)
})

it.each(['../x', 'inbox/../../x', '/etc/passwd', 'inbox/a\0b', 'inbox\\..\\x', 'inbox//x', '', 'inbox/./x'])(
  'lets no path out of the folder: %j',
  async (path) => {
    expect((await upload(path)).status).toBe(400)
    await failureOf(test.cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from('x') }))
  },
)

it('refuses more than 50 MB', async () => {
  const reply = await test.at('/upload?path=inbox/big', {
    method: 'POST',
    body: new Uint8Array(50 * 1024 * 1024 + 1),
    openid: 'anna',
  })
  expect(reply.status).toBe(413)
  expect(await reply.json()).toMatchObject({ error: { code: 'STORAGE_FILE_TOO_LARGE' } })
}, 20_000)

it('keeps environments apart', async () => {
  await test.cloud.uploadFile({ cloudPath: 'kept/a', fileContent: Buffer.from('x') })
  expect(
    (await test.cloud.getTempFileURL({ fileList: ['cloud://other.local/kept/a'] })).fileList[0]?.status,
  ).toBe(-503003)
})
