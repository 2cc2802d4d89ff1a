import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Outbox } from '../../tools/emulator/openapi/outbox'
import { Visits } from '../../tools/emulator/openapi/visits'
import { openWechatStore } from '../../tools/emulator/openapi/wechat-store'
import { running, startChild, type CloudChild } from '../support/cloud-child'

let data: string
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'local-cloud-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

const HOUR = 3_600_000
const post = async ({ url }: CloudChild, door: string, body: object): Promise<unknown> => {
  const headers = { 'x-local-openid': 'ada' }
  return (await fetch(url + door, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}
const read = async ({ url }: CloudChild, door: string): Promise<unknown> => (await fetch(url + door)).json()

describe('after kill -9', () => {
  it('every credit that was answered is there, and a result that was due is pushed', async () => {
    const files = { wechat: path.join(data, 'wechat.json'), indexes: path.join(data, 'indexes.json') }
    await writeFile(files.wechat, JSON.stringify({ mediaCheckSeconds: HOUR / 1000 }))
    await writeFile(files.indexes, JSON.stringify({ pushed: [] }))
    const start = async () =>
      running(
        await startChild(path.join(data, 'cloud'), ['--wechat', files.wechat, '--indexes', files.indexes]),
      )
    const first = await start()
    const asked = { mediaUrl: 'https://pictures.example/%23risky%23.jpg', mediaType: 2, version: 2, scene: 1 }
    const checked = await post(first, '/call/wechat', {
      api: 'security.mediaCheckAsync',
      parameters: { ...asked, openid: 'ada' },
    })
    const { traceId } = (checked as { result: { traceId: string } }).result
    for (let n = 0; n < 20; n++) await post(first, '/wechat/subscribe', { templateIds: ['task'] })
    await first.kill('SIGKILL')

    const second = await start()
    try {
      expect(await read(second, '/wechat/credits?openid=ada')).toEqual({
        credits: [{ templateId: 'task', kind: 'once', remaining: 20 }],
      })
      await post(second, '/clock', { by: HOUR })
      const pushed = { kind: 'wxa_media_check', traceId, errcode: 0, result: { suggest: 'risky' } }
      let outbox: unknown
      for (let tries = 0; tries < 100; tries++) {
        outbox = await read(second, '/debug/outbox')
        if (JSON.stringify(outbox).includes('wxa_media_check')) break
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      expect(outbox).toMatchObject([{ kind: 'security.mediaCheckAsync', traceId, errcode: 0 }, pushed])
    } finally {
      await second.kill('SIGTERM')
    }
  })
})

describe('what WeChat knows of people', () => {
  it('is kept for the next start: who was here, and the newest thousand of each kind sent', () => {
    const db = openWechatStore(data)
    const visits = new Visits(db)
    visits.note('local', 'ada', 5 * HOUR)
    visits.flush()
    expect(new Visits(db).isRecent('local', 'ada', 6 * HOUR)).toBe(true)
    expect(new Visits(db).isRecent('local', 'ada', 7 * HOUR)).toBe(false)
    const outbox = new Outbox(db)
    const sent = { at: '', errcode: 0, errmsg: 'ok' }
    outbox.add('local', { kind: 'rare', ...sent })
    for (let n = 0; n < 1002; n++) outbox.add('local', { kind: 'frequent', n, ...sent })
    const kept = new Outbox(db).of('local')
    db.close()
    expect(kept.length).toBe(1001)
    expect([kept[0]?.kind, kept[1]?.['n'], kept.at(-1)?.['n']]).toEqual(['rare', 2, 1001])
  })
})
