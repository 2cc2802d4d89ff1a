import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '..', '..')
const startMilliseconds = 120_000

export const aFolder = () => mkdtemp(join(tmpdir(), 'store-head-'))

/** The product as `npm start` runs it: by default on a free port, with a folder of its own. */
export const startProductProcess = async ({ port = 0, folder: given = '' } = {}) => {
  const folder = given === '' ? await aFolder() : given
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const child = spawn(process.execPath, [tsx, 'tools/start.ts', '--port', String(port), '--folder', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      done()
    }),
  )
  let output = ''
  const url = await new Promise<string>((done, fail) => {
    const timer = setTimeout(() => {
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
