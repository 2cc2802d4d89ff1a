import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { startTestCloud, type TestCloud } from '../support/local-cloud'
import { wechatCalls, type Answer } from '../support/wechat-calls'

const HOUR = 3_600_000
let test: TestCloud
const { post, call, ask, outbox, moveClock } = wechatCalls(() => test)

beforeAll(async () => {
  test = await startTestCloud({
    indexes: { pushed: [] },
    wechat: { pages: ['pages/home/index'], mediaCheckSeconds: 0.2 },
  })
})
afterAll(() => test.close())

describe('content checks', () => {
  const check = (more: object, openid = 'eve') =>
    ask(openid, 'security.msgSecCheck', { content: '你好', version: 2, scene: 2, openid, ...more })

  it('texts pass, are risky or need a review by their markers; an outage is an error', async () => {
    expect(await check({})).toMatchObject({ result: { suggest: 'pass', label: 100 } })
    expect(await check({ content: 'a #risky# word' })).toMatchObject({ result: { suggest: 'risky' } })
    expect(await check({ nickname: 'a #review# name' })).toMatchObject({ result: { suggest: 'review' } })
    expect((await check({ content: '#outage#' })).errCode).toBe(-1)
  })

  it('asks for version 2, a scene, a person and at most 2,500 characters', async () => {
    expect((await check({ version: undefined })).errCode).toBe(47001)
    expect((await check({ scene: 5 })).errCode).toBe(40129)
    expect((await check({ openid: undefined })).errCode).toBe(40003)
    expect((await check({ content: '' })).errCode).toBe(44004)
    expect((await check({ content: '字'.repeat(2500) })).errCode).toBe(0)
    expect((await check({ content: '字'.repeat(2501) })).errCode).toBe(45002)
  })

  it('a person who has not been here for two hours cannot be checked', async () => {
    expect((await check({ openid: 'stranger' })).errCode).toBe(61010)
    await call('guest', {})
    expect((await check({ openid: 'guest' })).errCode).toBe(0)
    await moveClock(2 * HOUR)
    expect((await check({ openid: 'guest' })).errCode).toBe(61010)
    await post('/clock', { reset: true })
  })

  it('a slow answer comes after three seconds', async () => {
    const started = Date.now()
    expect(await check({ content: '#slow#' })).toMatchObject({ result: { suggest: 'pass' } })
    expect(Date.now() - started).toBeGreaterThan(2900)
  })
})

describe('media checks', () => {
  const picture = (comment: string) =>
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 32]), Buffer.from(comment), Buffer.alloc(64)])
  const upload = async (name: string, content: Buffer): Promise<string> => {
    const { fileID } = await test.cloud.uploadFile({ cloudPath: name, fileContent: content })
    return (await test.cloud.getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL ?? ''
  }
  const check = async (mediaUrl: string, more: object = {}) => {
    const asked = { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'fay', ...more }
    const { traceId, errCode } = await ask('fay', 'security.mediaCheckAsync', asked)
    return typeof traceId === 'string' ? traceId : errCode
  }
  const pushes = async () => {
    const { data } = await test.cloud.database().collection('pushed').limit(100).get()
    return new Map(data.map((row) => [(row['event'] as { trace_id: string }).trace_id, row]))
  }
  const allPushed = async (traces: readonly unknown[]) => {
    for (let tries = 0; tries < 100; tries++) {
      const pushed = await pushes()
      if (traces.every((trace) => pushed.has(String(trace)))) return pushed
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('not every result was pushed')
  }

  it('pushes each result to hooks: clean, marked in the bytes, the name or the address, and not to be had', async () => {
    const lost = await check(await upload('lost.jpg', picture('#lost#')))
    const [clean, risky, named, outside, missing, huge] = await Promise.all([
      check(await upload('clean.jpg', picture('a garden'))),
      check(await upload('risky.jpg', picture('#risky#'))),
      check(await upload('a#review#.jpg', picture(''))),
      check('https://pictures.example/%23risky%23.jpg'),
      check(`${test.url}/temp/nothing`),
      check(await upload('huge.jpg', Buffer.alloc(10 * 1024 * 1024 + 1))),
    ])
    const pushed = await allPushed([clean, risky, named, outside, missing, huge])
    const resultOf = (trace: unknown) => (pushed.get(String(trace))?.['event'] as Answer)['result']
    expect([clean, risky, named, outside].map(resultOf)).toMatchObject([
      { suggest: 'pass', label: 100 },
      { suggest: 'risky' },
      { suggest: 'review' },
      { suggest: 'risky' },
    ])
    for (const trace of [missing, huge])
      expect(pushed.get(String(trace))).toMatchObject({ event: { errcode: -1008, detail: [] } })
    expect(pushed.get(String(clean))).toMatchObject({
      source: 'wx_unknown',
      event: { Event: 'wxa_media_check', MsgType: 'event', FromUserName: 'fay', version: 2, errcode: 0 },
    })
    expect((await pushes()).has(String(lost))).toBe(false)
    expect(await outbox()).toContainEqual(
      expect.objectContaining({ kind: 'wxa_media_check', traceId: risky, errcode: 0 }),
    )
  })

  it('asks for a kind of media, an address and a person who was here', async () => {
    expect(await check('https://pictures.example/1.jpg', { mediaType: 3 })).toBe(40004)
    expect(await check('')).toBe(47001)
    expect(await check('https://pictures.example/1.jpg', { openid: 'stranger' })).toBe(61010)
  })
})

describe('phone numbers', () => {
  const code = async (openid: string, phone: string) =>
    (await post<{ code: string }>('/wechat/phone-code', { openid, phone })).code
  const exchange = (given: string) => ask('gus', 'phonenumber.getPhoneNumber', { code: given })

  it('a code gives the number once, within five minutes', async () => {
    const first = await code('gus', '13800138000')
    expect(await exchange(first)).toMatchObject({
      phoneInfo: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' },
    })
    expect((await exchange(first)).errCode).toBe(40029)
    expect(await exchange(await code('gus', '+852 51234567'))).toMatchObject({
      phoneInfo: { phoneNumber: '+85251234567', purePhoneNumber: '51234567', countryCode: '852' },
    })
    const late = await code('gus', '13800138000')
    await moveClock(5 * 60_000 + 1)
    expect((await exchange(late)).errCode).toBe(40029)
    await post('/clock', { reset: true })
    expect(JSON.stringify(await outbox())).not.toContain(first)
    expect(await post('/wechat/phone-code', { openid: 'gus', phone: 'call me' })).toMatchObject({
      error: { code: 'INVALID_PARAM' },
    })
  })
})

describe('mini-program codes', () => {
  const code = (parameters: object) => ask('hal', 'wxacode.getUnlimited', parameters)

  it('are pictures that lead to the page with its scene', async () => {
    const scene = "s=0123456789&k=abcdef_-.~!#$'()*"
    const { contentType, base64 } = await code({ scene, page: 'pages/home/index', width: 300 })
    expect(contentType).toBe('image/png')
    const { data, width, height } = PNG.sync.read(Buffer.from(String(base64), 'base64'))
    expect([width, height]).toEqual([300, 300])
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(
      `${test.url}/#/pages/home/index?scene=${encodeURIComponent(scene)}`,
    )
  })

  it('refuse a scene or a page that WeChat refuses', async () => {
    for (const scene of ['', 'a'.repeat(33), '100%', '店', undefined])
      expect((await code({ scene })).errCode).toBe(40169)
    for (const page of ['/pages/home/index', 'pages/home/index?a=1', 'pages/nowhere/index'])
      expect((await code({ scene: 's', page })).errCode).toBe(41030)
    expect((await code({ scene: 's', page: 'pages/nowhere/index', checkPath: false })).errCode).toBe(0)
    expect((await code({ scene: 's', width: 100 })).errCode).toBe(40097)
  })
})

describe('open data', () => {
  const enter = async (openid: string) =>
    (await post<{ cloudID: string }>('/wechat/group-enter', { openid, opengid: 'G1' })).cloudID
  const openData = (openid: string, cloudIDs: string[]) =>
    call<{ list: unknown[] }>(openid, { cloudIDs }).then(({ list }) => list)

  it('tells the group to the person who came from it, for five minutes', async () => {
    const cloudID = await enter('ida')
    expect(await openData('ida', [cloudID, 'nonsense'])).toMatchObject([
      { cloudID, data: { opengid: 'G1', watermark: {} } },
      { cloudID: 'nonsense', errCode: -601005 },
    ])
    expect(await openData('joe', [cloudID])).toEqual([
      { cloudID, errCode: -601007, errMsg: 'cloudID and calling user does not match' },
    ])
    await moveClock(5 * 60_000 + 1)
    expect(await openData('ida', [cloudID])).toMatchObject([{ cloudID, errCode: -601006 }])
    await post('/clock', { reset: true })
  })

  it('fills a cloudID at the top of an event and leaves deeper ones as text', async () => {
    const cloudID = await enter('kim')
    const marked = { $cloudID: cloudID }
    expect(await call('kim', { group: marked, deeper: { list: [marked] }, other: null })).toMatchObject({
      group: { cloudID, data: { opengid: 'G1' } },
      deeper: { list: [cloudID] },
      other: null,
    })
    expect(await call('lea', { group: marked })).toMatchObject({ group: { cloudID, errCode: -601007 } })
  })
})

it('an api without a stand-in, or one that config.json does not allow, is refused by name', async () => {
  const unknownApi = await ask('max', 'logistics.addOrder', { orderId: 1 })
  expect(unknownApi.errCode).toBe(-604100)
  expect(unknownApi.errMsg).toContain('no stand-in for logistics.addOrder')
  expect(await post('/call/limited', {}, 'max')).toEqual({ result: { errCode: -604101 } })
})

it('a declaration that cannot be used ends the start and says where', async () => {
  const file = path.join(test.data, 'wechat.json')
  await writeFile(file, '{"templates": {"T": {"kind": "sometimes", "keys": []}}}')
  await expect(startTestCloud({ wechat: file })).rejects.toThrow(/templates\.T\.kind must be "once"/)
  await expect(startTestCloud({ wechat: { tempaltes: {} } })).rejects.toThrow(/tempaltes is not known/)
})
