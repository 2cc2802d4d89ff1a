import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.join(__dirname, '..', '..')

export interface CloudChild {
  readonly url: string
  readonly process: ChildProcess
  kill(signal: NodeJS.Signals): Promise<number | null>
}
export interface FailedStart {
  readonly code: number | null
  readonly said: string
}

/** The command line in one process of its own (no wrapper), so that a kill hits the cloud itself. */
export async function startChild(
  data: string,
  more: readonly string[] = [],
  functions = path.join(root, 'test', 'emulator', 'functions'),
): Promise<CloudChild | FailedStart> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tools/emulator/cli.ts', '--functions', functions, '--data', data, ...more],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  const url = await new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const listening = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1]
      if (listening !== undefined) resolve(listening)
    })
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.once('close', () => {
      resolve(undefined)
    })
  })
  if (url === undefined) return { code: child.exitCode, said }
  return {
    url,
    process: child,
    kill: async (signal) => {
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}

export function running(started: CloudChild | FailedStart): CloudChild {
  if ('said' in started) throw new Error(`the cloud did not start: ${started.said}`)
  return started
}
