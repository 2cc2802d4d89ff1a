import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { InvocationLog } from '../../tools/emulator/host/invocation-logs'
import { LogFile } from '../../tools/emulator/host/log-file'
import { startCloud } from '../../tools/emulator/cloud'
import { connectSdk } from '../support/local-cloud'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'local-cloud-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const start = () =>
  startCloud({
    functions: path.join(__dirname, 'functions'),
    data: path.join(folder, 'data'),
    indexes: { runs: [] },
    quiet: true,
    timers: false,
  })
const logsOf = async (url: string) => (await (await fetch(`${url}/debug/logs`)).json()) as InvocationLog[]
const call = async (url: string, name: string, event: unknown) =>
  fetch(`${url}/call/${name}`, {
    method: 'POST',
    body: JSON.stringify(event),
    headers: { 'x-local-openid': 'anna' },
  })

it('tells of each invocation who, when, how long, what it cost, what it printed and how it ended', async () => {
  const cloud = await start()
  const runs = connectSdk(cloud.url, 'local').database().collection('runs')
  await runs.add({ data: { n: 1 } })
  await runs.add({ data: { n: 2 } })
  const reply = await call(cloud.url, 'costs', {})
  await call(cloud.url, 'nests', { depth: 0 })
  await call(cloud.url, 'throws', {})
  const [costs, nests, echo, throws] = await logsOf(cloud.url)
  await cloud.close()
  expect(costs).toMatchObject({
    requestId: reply.headers.get('x-request-id'),
    calledBy: null,
    function: 'costs',
    env: 'local',
    source: 'wx_client',
    person: 'anna',
    outcome: 'ok',
    code: null,
    databaseCalls: 3,
    documentsExamined: 2,
    lines: ['info: counted 2'],
  })
  expect(costs?.durationMs).toBeGreaterThan(0)
  expect(Date.now() - Date.parse(costs?.at ?? '')).toBeLessThan(60_000)
  expect(echo).toMatchObject({ function: 'echo', calledBy: nests?.requestId, source: 'wx_client,scf' })
  expect(throws).toMatchObject({ function: 'throws', outcome: 'at once', code: 'FUNCTIONS_EXECUTE_FAIL' })
})

it('keeps them over a restart, whatever a crash left at the end of the file', async () => {
  const first = await start()
  await call(first.url, 'echo', { value: 'before' })
  await first.close()
  await appendFile(path.join(folder, 'data', 'invocations.jsonl'), '\n{"requestId":"torn')
  const second = await start()
  await call(second.url, 'echo', { value: 'after' })
  await second.close()
  const third = await start()
  expect((await logsOf(third.url)).map(({ lines }) => lines)).toEqual([
    ['log: echo before'],
    ['log: echo after'],
  ])
  await third.close()
})

it('never lets the file grow beyond its bound, and keeps the newest', () => {
  const file = path.join(folder, 'log.jsonl')
  const log = new LogFile(file, 50)
  for (let n = 0; n < 300; n++) {
    log.append({ n, text: 'x'.repeat(100_000) })
    log.flush()
  }
  const kept = new LogFile(file, 50).read() as { n: number }[]
  expect(kept.at(-1)?.n).toBe(299)
  expect(kept.map(({ n }) => n)).toEqual(kept.map((_, at) => 300 - kept.length + at))
  expect(kept.length).toBeLessThan(45)
})
