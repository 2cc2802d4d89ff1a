import { startTestCloud, type TestCloud } from '../support/local-cloud'
import { wechatCalls } from '../support/wechat-calls'

let test: TestCloud
const { post, ask, outbox } = wechatCalls(() => test)

beforeAll(async () => {
  test = await startTestCloud({
    wechat: {
      templates: {
        task: { kind: 'once', keys: ['thing1', 'time2'] },
        second: { kind: 'once', keys: ['thing1'] },
        third: { kind: 'once', keys: ['thing1'] },
        fourth: { kind: 'once', title: 'second', keys: ['thing1'] },
        notice: { kind: 'long-term', keys: ['thing1'] },
      },
      pages: ['pages/home/index'],
    },
  })
})
afterAll(() => test.close())

const task = { thing1: { value: '清理楼道' }, time2: { value: '2025年3月1日 15:01' } }
const send = (to: string, more: object = {}) =>
  ask('sender', 'subscribeMessage.send', { touser: to, templateId: 'task', data: task, ...more })
const subscribe = (openid: string, templateIds: string[], answer?: object) =>
  post('/wechat/subscribe', { openid, templateIds, answer })
const creditsOf = async (openid: string) =>
  ((await (await test.at(`/wechat/credits?openid=${openid}`)).json()) as { credits: unknown[] }).credits

it('one accepted ask is one message; the next is refused, and both stand in the outbox', async () => {
  expect((await send('ada')).errCode).toBe(43101)
  expect(await subscribe('ada', ['task'])).toEqual({ task: 'accept', errMsg: 'requestSubscribeMessage:ok' })
  expect(await creditsOf('ada')).toEqual([{ templateId: 'task', kind: 'once', remaining: 1 }])
  expect((await send('ada', { page: 'pages/home/index?id=1' })).errCode).toBe(0)
  expect((await send('ada')).errCode).toBe(43101)
  expect((await outbox()).slice(-2)).toMatchObject([
    {
      kind: 'subscribeMessage.send',
      openid: 'ada',
      templateId: 'task',
      page: 'pages/home/index?id=1',
      fields: task,
      errcode: 0,
    },
    {
      kind: 'subscribeMessage.send',
      openid: 'ada',
      errcode: 43101,
      errmsg: 'user refuse to accept the msg',
    },
  ])
})

it('a message that is wrong in itself is refused in WeChat’s words and spends nothing', async () => {
  await subscribe('bea', ['task'])
  const wrong = async (more: object) => {
    const { errCode, errMsg } = await send('bea', more)
    return [errCode, errMsg?.replace('openapi.subscribeMessage.send:fail ', '')]
  }
  expect(await wrong({ data: { ...task, thing1: { value: '字'.repeat(21) } } })).toEqual([
    47003,
    'argument invalid! data.thing1.value invalid',
  ])
  expect(await wrong({ data: { ...task, thing1: { value: ' ' } } })).toEqual([
    47003,
    'argument invalid! data.thing1.value is empty',
  ])
  expect(await wrong({ data: { thing1: task.thing1 } })).toEqual([
    47003,
    'argument invalid! data.time2.value is empty',
  ])
  expect(await wrong({ data: { ...task, thing9: { value: 'x' } } })).toEqual([
    47003,
    'argument invalid! data.thing9.value invalid',
  ])
  expect(await wrong({ data: null })).toEqual([47003, 'argument invalid! data is empty'])
  expect(await wrong({ templateId: 'unknown' })).toEqual([40037, 'invalid template_id'])
  expect(await wrong({ page: 'pages/nowhere/index' })).toEqual([41030, 'invalid page'])
  expect(await wrong({ touser: '' })).toEqual([40003, 'invalid openid'])
  expect((await wrong({ miniprogramState: 'beta' }))[0]).toBe(47001)
  expect(await creditsOf('bea')).toMatchObject([{ remaining: 1 }])
})

it('a long-term subscription stands until it is rejected', async () => {
  const notice = { templateId: 'notice', data: { thing1: { value: '停水通知' } } }
  expect((await send('cid', notice)).errCode).toBe(43101)
  await subscribe('cid', ['notice'])
  expect([(await send('cid', notice)).errCode, (await send('cid', notice)).errCode]).toEqual([0, 0])
  await subscribe('cid', ['notice'], { notice: 'reject' })
  expect((await send('cid', notice)).errCode).toBe(43101)
})

it('a prompt holds at most three templates of one kind; only an accepted one gives a credit', async () => {
  const said = { task: 'reject', second: 'ban' }
  expect(await subscribe('dan', ['task', 'second', 'third'], said)).toMatchObject({
    ...said,
    third: 'accept',
  })
  expect(await subscribe('dan', ['second', 'fourth'], { second: 'reject' })).toMatchObject({
    fourth: 'filter',
  })
  expect(await creditsOf('dan')).toEqual([{ templateId: 'third', kind: 'once', remaining: 1 }])
  expect((await subscribe('dan', ['task', 'second', 'third', 'fourth'])).errCode).toBe(20003)
  expect((await subscribe('dan', ['task', 'notice'])).errCode).toBe(20002)
  expect((await subscribe('dan', ['unknown'])).errCode).toBe(20001)
  expect((await subscribe('dan', [])).errCode).toBe(10001)
  expect(await subscribe('', ['task'])).toMatchObject({ error: { code: 'INVALID_PARAM' } })
  expect(await subscribe('dan', ['task'], { task: 'perhaps' })).toMatchObject({
    error: { code: 'INVALID_PARAM' },
  })
})
