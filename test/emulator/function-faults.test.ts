import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

const given = path.join(__dirname, 'functions')
let functions: string
let test: TestCloud

beforeAll(async () => {
  functions = await mkdtemp(path.join(tmpdir(), 'functions-'))
  await cp(given, functions, { recursive: true })
  await put('broken', { 'index.js': 'exports.main = () => {\n  const one = = 1\n}\n' })
  await put('no-main', { 'index.js': 'exports.handler = () => 1' })
  await put('no-index', { 'main.js': 'exports.main = () => 1' })
  await put('wrong-config', { 'index.js': 'exports.main = () => 1', 'config.json': '{"timeout": "3"}' })
  await put('no-json', { 'index.js': 'exports.main = () => 1', 'config.json': '{timeout: 3}' })
  await put('changes', { 'index.js': 'exports.main = () => "old"' })
  test = await startTestCloud({ functions, indexes: { runs: [], counters: [] } })
})
afterAll(async () => {
  await test.close()
  await rm(functions, { recursive: true, force: true })
})

async function put(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(path.join(functions, name), { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(functions, name, file), text)
}

interface Answer {
  readonly result?: unknown
  readonly error?: { readonly code: string; readonly message: string; readonly requestId: string }
}
const call = async (name: string, event: unknown = {}, openid = 'anna') =>
  (await (
    await test.at(`/call/${name}`, { method: 'POST', body: JSON.stringify(event), openid })
  ).json()) as Answer

interface Log {
  readonly requestId: string
  readonly function: string
  readonly lines: string[]
  readonly outcome: string
}
const logs = async (name: string): Promise<Log[]> =>
  ((await (await test.at('/debug/logs')).json()) as Log[]).filter((log) => log.function === name)

describe('a function that takes more than its memory', () => {
  it.each(['numbers', 'objects', 'lists'])(
    'by %s in an endless loop ends alone, with the limit named',
    async (what) => {
      const [leaking, healthy] = await Promise.all([call('leaks', { what }), call('echo', { wait: 300 })])
      expect(leaking.error).toMatchObject({
        code: 'FUNCTIONS_EXECUTE_FAIL',
        message: 'leaks ran out of memory: its limit is 64 MB ("memory" in config.json)',
      })
      expect(healthy.result).toMatchObject({ openid: 'anna' })
    },
    30_000,
  )

  it('by buffers ends alone', async () => {
    expect((await call('leaks-buffers')).error?.message).toContain('ran out of memory')
    expect((await call('echo')).result).toMatchObject({ openid: 'anna' })
  })
})

it('answers what has a JSON text, and null for what has none', async () => {
  const result = async (how: string) => (await call('answers', { how })).result
  expect(await result('undefined')).toBeNull()
  expect(await result('function')).toBeNull()
  expect(await result('symbol')).toBeNull()
  expect(await result('date')).toBe('1970-01-01T00:00:00.000Z')
  expect(await result('buffer')).toEqual({ type: 'Buffer', data: [97, 98] })
})

it.each([
  ['bigint', 'BigInt'],
  ['circular', 'circular structure'],
  ['toJSON', 'no JSON'],
  ['throws text', 'just a text'],
  ['throws undefined', 'undefined'],
  ['throws circular', 'self: [Circular'],
  ['throws null prototype', 'null prototype'],
  ['rejects later', 'nobody waits for this'],
  ['kills', 'exited with code 1'],
])('fails with its reason: %s', async (how, reason) => {
  const { error } = await call('answers', { how })
  expect(error).toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining(reason) as string,
  })
})

it('ends a function that never answers at its timeout', async () => {
  expect((await call('answers', { how: 'never' })).error).toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    message: 'answers timed out after 1 seconds (running)',
  })
})

it('takes a request of 100 KB and no byte more, a result of 1 MB and no byte more', async () => {
  const event = (length: number) => ({ text: 'x'.repeat(length - '{"text":""}'.length) })
  expect((await call('prints', event(100 * 1024))).result).toBe('printed')
  expect((await call('prints', event(100 * 1024 + 1))).error?.code).toBe('FUNCTIONS_PAYLOAD_TOO_LARGE')
  expect((await call('answers', { length: 1024 * 1024 - 2 })).result).toHaveLength(1024 * 1024 - 2)
  expect((await call('answers', { length: 1024 * 1024 - 1 })).error?.code).toBe('FUNCTIONS_PAYLOAD_TOO_LARGE')
})

it('keeps of what is printed a bounded part, and says so', async () => {
  for (const event of [
    { lines: 20_000, length: 1000 },
    { lines: 1, length: 20_000_000 },
    { lines: 5000, length: 1000, raw: true },
  ]) {
    expect((await call('prints', event)).result).toBe('printed')
    const kept = (await logs('prints')).at(-1)?.lines ?? []
    expect(kept.length).toBeLessThanOrEqual(501)
    expect(kept.join('').length).toBeLessThan(1024 * 1024)
    expect(kept.join(' ')).toMatch(/more was printed and is not kept|\(262144 characters\)/)
  }
})

it('keeps what goes on after the answer out of the next invocation', async () => {
  const first = (await call('lingers', { name: 'first', late: 'prints' }, 'anna')).result
  const second = (await call('lingers', { name: 'second', wait: 200 }, 'berta')).result
  expect(second).toMatchObject({ openid: 'berta', thread: (first as { thread: number }).thread })
  expect((await logs('lingers')).map(({ lines }) => lines)).toEqual([
    ['log: first answers', 'log: first late as anna anna'],
    ['log: second answers'],
  ])
})

it.each(['throws', 'rejects', 'exits'])(
  'an error after the answer is its own, and its worker is used no more: %s',
  async (late) => {
    const first = (await call('lingers', { name: 'first', late })).result
    const second = (await call('lingers', { name: 'second', wait: 200 })).result
    expect(second).toMatchObject({ thread: (first as { thread: number }).thread })
    const [one, two] = (await logs('lingers')).slice(-2)
    expect(one?.lines.join(' ')).toMatch(/first late|process\.exit\(\) after the answer/)
    expect(two?.lines).toEqual(['log: second answers'])
    const third = (await call('lingers', { name: 'third' })).result
    expect(third).not.toMatchObject({ thread: (first as { thread: number }).thread })
  },
)

it('says why a folder is no function that can run, and runs the others', async () => {
  expect((await call('broken')).error?.message).toBe("Unexpected token '='")
  expect((await logs('broken')).at(-1)?.lines.join('')).toContain('index.js:2')
  expect((await call('no-main')).error?.message).toBe('index.js exports no function "main"')
  expect((await call('no-index')).error?.message).toContain('no-index holds no index.js')
  expect((await call('wrong-config')).error).toMatchObject({
    code: 'FUNCTION_NOT_FOUND',
    message: expect.stringMatching(
      /wrong-config\/config\.json: timeout must be a number of seconds, at most 60$/,
    ) as string,
  })
  expect((await call('no-json')).error?.message).toContain('no-json/config.json is not JSON')
  expect((await call('nobody')).error?.message).toBe('the function nobody does not exist')
  expect((await call('echo')).result).toMatchObject({ openid: 'anna' })
})

it('takes up changed, new and removed folders, and lets what runs finish as it began', async () => {
  expect((await call('changes')).result).toBe('old')
  const running = call('lingers', { name: 'running', wait: 300 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await put('changes', { 'index.js': 'exports.main = () => "new"' })
  await put('added', { 'index.js': 'exports.main = () => "added"' })
  await rm(path.join(functions, 'no-main'), { recursive: true })
  test.local.reloadFunctions()
  expect((await call('changes')).result).toBe('new')
  expect((await call('added')).result).toBe('added')
  expect((await call('no-main')).error?.code).toBe('FUNCTION_NOT_FOUND')
  expect((await running).result).toMatchObject({ openid: 'anna' })
})
