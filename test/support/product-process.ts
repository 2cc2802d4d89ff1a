import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '..', '..')
const startMilliseconds = 120_000

export const aFolder = () => mkdtemp(join(tmpdir(), 'store-head-'))

/** A copy of the folder that `npm start` seeded for all journeys; without one an empty folder, and each seeds its own. */
const aSeededFolder = async (): Promise<string> => {
  const folder = await aFolder()
  const seeded = process.env['SEEDED_PRODUCT']
  if (seeded !== undefined) await cp(seeded, folder, { recursive: true })
  return folder
}

/** The product as `npm start` runs it: by default on a free port, with a seeded folder of its own. */
export const startProductProcess = async ({ port = 0, folder: given = '' } = {}) => {
  const folder = given === '' ? await aSeededFolder() : given
  const child = spawn(
    process.execPath,
    ['--require', 'tsx/cjs', 'tools/start.ts', '--port', String(port), '--folder', folder],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      done()
    }),
  )
  let output = ''
  const url = await new Promise<string>((done, fail) => {
    const timer = setTimeout(() => {
      child.kill()
      fail(new Error(`npm start took too long\n${output}`))
    }, startMilliseconds)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /running\): (http:\/\/[\d.:]+)/.exec(output)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      done(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => {
      fail(new Error(`npm start ended with ${String(code)}\n${output}`))
    })
  })
  const stop = async () => {
    child.kill('SIGINT')
    await ended
    if (given === '') await rm(folder, { recursive: true, force: true })
    return child.exitCode
  }
  return { url, stop, output: () => output }
}

/** An endpoint's value, as the person asks for it; anything but a yes throws. */
export const callProduct = async <T>(
  url: string,
  openid: string,
  endpoint: string,
  input: unknown,
): Promise<T> => {
  const answer = await fetch(`${url}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openid },
    body: JSON.stringify({ endpoint, input }),
  })
  const { reply } = ((await answer.json()) as { result: { reply: { kind: string; value: T } } }).result
  if (reply.kind !== 'ok') throw new Error(`${endpoint}: ${JSON.stringify(reply)}`)
  return reply.value
}
