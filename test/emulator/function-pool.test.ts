import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Clock } from '../../tools/emulator/clock'
import { FunctionHost } from '../../tools/emulator/host/function-host'
import { newRequestId } from '../../tools/emulator/fault'

let folder: string
let host: FunctionHost

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'local-cloud-'))
  host = await FunctionHost.open({
    folder: path.join(__dirname, 'functions'),
    logFile: path.join(folder, 'invocations.jsonl'),
    clock: new Clock(path.join(folder, 'clock.json')),
    quiet: true,
    idleMs: 300,
  })
})
afterEach(async () => {
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

const invoke = async (name: string, event: Record<string, unknown>, env = 'test') =>
  JSON.parse(
    await host.invoke({
      name,
      env,
      event,
      person: { openid: 'anna' },
      source: 'wx_client',
      requestId: newRequestId(),
    }),
  ) as unknown

it('starts at most 8 workers for calls from outside, keeps one warm when they idle, and runs on', async () => {
  const calls = Array.from({ length: 30 }, () => invoke('echo', { wait: 100 }))
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, host.threads)), 5)
  await Promise.all(calls)
  clearInterval(watch)
  expect(most).toBe(8)
  for (let tries = 0; tries < 100 && host.threads > 1; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(host.threads).toBe(1)
  expect(await invoke('echo', {})).toMatchObject({ openid: 'anna' })
  expect(host.threads).toBe(1)
})

it('gives a call that waits for a worker its whole time', async () => {
  const replies = await Promise.allSettled(Array.from({ length: 24 }, () => invoke('lingers', { wait: 800 })))
  expect(replies.filter(({ status }) => status === 'rejected')).toEqual([])
})

it('never shows one environment what a function keeps in its module for another', async () => {
  const threadFor = async (env: string) => ((await invoke('lingers', {}, env)) as { thread: number }).thread
  const [one, other] = [await threadFor('one'), await threadFor('other')]
  expect(other).not.toBe(one)
  expect(await threadFor('other')).toBe(other)
})

it('ends what runs and what waits when it closes', async () => {
  const calls = Promise.allSettled(Array.from({ length: 12 }, () => invoke('echo', { wait: 4000 })))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await host.close()
  expect((await calls).map(({ status }) => status)).toEqual(Array(12).fill('rejected'))
})
