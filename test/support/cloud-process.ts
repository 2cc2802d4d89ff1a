import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '..', '..')
const built = join(root, 'dist', 'functions')
const START_TIMEOUT = 30_000
const STOP_TIMEOUT = 10_000

/** A local cloud of its own: the built functions, an empty data folder, a free port. */
export interface CloudProcess {
  readonly url: string
  readonly stop: () => Promise<void>
}

interface Options {
  /** of functions; those of the last build unless said otherwise */
  readonly functions?: string
  /** added to each call of the database, in milliseconds */
  readonly latency?: number
}

/** Starts the local cloud's command line as anyone would and waits for its `listening on` line. */
export const startCloudProcess = async ({
  functions = built,
  latency = 0,
}: Options = {}): Promise<CloudProcess> => {
  const data = await mkdtemp(join(tmpdir(), 'local-cloud-'))
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', 'tools/emulator/cli.ts'],
      ...['--functions', functions],
      ...['--indexes', join(functions, 'indexes.json')],
      ...['--rules', join(functions, 'rules.json')],
      ...['--data', data],
      ...['--port', '0'],
      ...['--latency', String(latency)],
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  process.once('exit', () => child.kill())
  const url = await listening(child)
  return {
    url,
    stop: async () => {
      await stopped(child)
      await rm(data, { recursive: true, force: true })
    },
  }
}

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let output = ''
    const giveUp = (reason: string) => {
      clearTimeout(timer)
      child.kill()
      fail(new Error(`the local cloud ${reason}\n${output}`))
    }
    const timer = setTimeout(() => {
      giveUp('did not start in time')
    }, START_TIMEOUT)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /listening on (http:\/\/\S+)/.exec(output)?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      done(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => {
      giveUp(`ended at its start with ${String(code)}`)
    })
  })

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null) {
      done()
      return
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT)
    child.once('exit', () => {
      clearTimeout(timer)
      done()
    })
    child.kill('SIGTERM')
  })
