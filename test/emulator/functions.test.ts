import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    rules: { '*': { invoke: 'auth != null' }, jobs: { invoke: false } },
    indexes: { runs: [] },
  })
})
afterAll(() => test.close())

const call = async (name: string, event: unknown = {}, openid = 'anna') => {
  const reply = await test.at(`/call/${name}`, { method: 'POST', body: JSON.stringify(event), openid })
  return {
    status: reply.status,
    ...((await reply.json()) as {
      result?: Record<string, unknown>
      error?: { code: string; message: string }
    }),
  }
}

it('gives a function its person, source, environment and event', async () => {
  const { result } = await call('echo', { value: 1 })
  expect(result).toMatchObject({
    openid: 'anna',
    source: 'wx_client',
    env: 'test',
    set: 'from config',
    event: { value: 1, userInfo: { openId: 'anna' } },
  })
})

it('shows 300 callers at once each their own context, before and after awaits and database calls', async () => {
  const people = Array.from({ length: 300 }, (_, n) => `person-${String(n)}`)
  const replies = await Promise.all(
    people.map(async (openid, n) => {
      const headers = n % 2 === 0 ? { 'x-local-unionid': `union-${String(n)}` } : {}
      const body = JSON.stringify({ wait: Math.random() * 20 })
      const reply = await test.at('/call/whoami', { method: 'POST', body, openid, headers })
      return ((await reply.json()) as { result?: unknown }).result
    }),
  )
  expect(replies).toEqual(
    people.map((OPENID, n) => {
      const context = {
        OPENID,
        APPID: 'wxlocal0000000000',
        ...(n % 2 === 0 && { UNIONID: `union-${String(n)}` }),
        ENV: 'test',
        SOURCE: 'wx_client',
      }
      return { before: context, after: context, last: context }
    }),
  )
})

it('contains a function that never ends, exits, throws or crashes', async () => {
  const [slow, exits, throws, crashes, healthy] = await Promise.all([
    call('slow'),
    call('exits'),
    call('throws'),
    call('throws', { later: true }),
    call('echo'),
  ])
  expect(slow.error?.code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
  expect([exits.error?.code, throws.error?.code, crashes.error?.code]).toEqual(
    Array(3).fill('FUNCTIONS_EXECUTE_FAIL'),
  )
  expect(throws.error?.message).toBe('at once')
  expect(healthy.result?.['openid']).toBe('anna')
})

it('lets functions call functions with all workers busy, the person staying the same', async () => {
  const people = Array.from({ length: 10 }, (_, n) => `p${String(n)}`)
  const replies = await Promise.all(people.map((person) => call('nests', { depth: 0 }, person)))
  expect(replies.map(({ result, error }) => result?.['openid'] ?? error)).toEqual(people)
})

it('tells a function through whom it was called', async () => {
  const { result } = await call('nests', { depth: 2 }, 'p0')
  expect(result).toMatchObject({ openid: 'p0', source: 'wx_client,scf,scf,scf' })
})

it('ends functions that call each other without end', async () => {
  expect((await call('nests', { depth: 1000 })).error?.message).toContain('more than 8 deep')
})

it('refuses what the platform refuses: no person, forbidden function, too much in, too much out', async () => {
  expect((await test.at('/call/echo', { method: 'POST', body: '{}' })).status).toBe(401)
  expect((await test.at('/call/echo', { method: 'POST', body: '{', openid: 'a' })).status).toBe(400)
  expect((await call('jobs')).status).toBe(403)
  expect((await call('nobody')).status).toBe(404)
  expect((await call('echo', { text: 'x'.repeat(101 * 1024) })).error?.code).toBe(
    'FUNCTIONS_PAYLOAD_TOO_LARGE',
  )
  expect((await call('big')).error?.code).toBe('FUNCTIONS_PAYLOAD_TOO_LARGE')
})

it('answers no other site and no other host', async () => {
  const asked = (headers: Record<string, string>) =>
    test.at('/call/echo', { method: 'POST', body: '{}', openid: 'a', headers }).then(({ status }) => status)
  expect(await asked({ origin: 'http://evil.example' })).toBe(403)
  expect(await asked({ origin: test.url })).toBe(200)
})

it('moves its clock for functions, server dates and timers, and fires each due timer once', async () => {
  const clock = async (body: unknown) =>
    (await (await test.at('/clock', { method: 'POST', body: JSON.stringify(body) })).json()) as {
      now: string
    }
  const target = '2031-05-06T07:08:09.000Z'
  await clock({ to: target })
  const { result } = await call('echo')
  expect(Math.abs(Number(result?.['now']) - Date.parse(target))).toBeLessThan(5000)
  expect(result?.['made']).toBe(true)
  await clock({ reset: true })
  expect((await test.at('/clock', { method: 'POST', body: '{"to":"yesterday-ish"}' })).status).toBe(400)
})

it('runs a timer now, as the timer and not as a person', async () => {
  const reply = await test.at('/timer/jobs/hourly', { method: 'POST' })
  expect(await reply.json()).toMatchObject({ result: { TriggerName: 'hourly', Type: 'Timer' } })
  const { data } = await test.cloud.database().collection('runs').get()
  expect(data).toMatchObject([{ trigger: 'hourly', source: 'wx_trigger' }])
  expect((await test.at('/timer/jobs/never', { method: 'POST' })).status).toBe(404)
})

it('answers the openapi stand-ins through the SDK', async () => {
  const asked = JSON.stringify({ openid: 'anna', templateIds: ['T'] })
  await test.at('/wechat/subscribe', { method: 'POST', body: asked })
  await test.cloud.openapi.subscribeMessage.send({
    touser: 'anna',
    templateId: 'T',
    page: 'p',
    data: { thing1: { value: 'v' } },
  })
  expect(await (await test.at('/debug/outbox?env=test')).json()).toMatchObject([
    { touser: 'anna', templateId: 'T', fields: { thing1: { value: 'v' } } },
  ])
  const check = (content: string) =>
    test.cloud.openapi.security.msgSecCheck({ content, version: 2, scene: 1, openid: 'anna' })
  expect((await check('你好')).result.suggest).toBe('pass')
  expect((await check('a #risky# word')).result.suggest).toBe('risky')
  await expect(check('#outage#')).rejects.toMatchObject({ errCode: -1 })
})
