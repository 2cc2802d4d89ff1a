import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../process'

export interface Child {
  readonly url: string
  readonly process: ChildProcess
  /** From the start of the process to its `listening on` line. */
  readonly startMs: number
  kill(signal: NodeJS.Signals): Promise<number | null>
}
export interface FailedStart {
  readonly code: number | null
  readonly said: string
}

/** One Node process of its own with no wrapper, so that a kill hits what is measured. */
export const spawnScript = (script: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--require', 'tsx/cjs', script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Starts a script that prints `listening on URL` when it is ready. */
export async function startServer(script: string, args: readonly string[]): Promise<Child | FailedStart> {
  const started = performance.now()
  const child = spawnScript(script, args)
  let said = ''
  const url = await new Promise<string | undefined>((resolve) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const listening = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1]
      if (listening !== undefined) resolve(listening)
    })
    child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.once('close', () => {
      resolve(undefined)
    })
  })
  if (url === undefined) return { code: child.exitCode, said }
  return {
    url,
    process: child,
    startMs: performance.now() - started,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}

export function running(started: Child | FailedStart): Child {
  if ('said' in started) throw new Error(`it did not start: ${started.said}`)
  return started
}

export const startCloudChild = (
  data: string,
  functions: string,
  more: readonly string[] = [],
): Promise<Child | FailedStart> =>
  startServer('tools/emulator/cli.ts', ['--functions', functions, '--data', data, ...more])

interface Listed {
  readonly pid: number
  readonly parent: number
  readonly kilobytes: number
}

/** Resident memory of a process and all its descendants, in MB. */
export function treeMemoryMb(pid: number): number {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='])
    .toString()
    .trim()
    .split('\n')
    .map(readListed)
  const sum = (of: number): number =>
    (listed.find((one) => one.pid === of)?.kilobytes ?? 0) +
    listed.filter(({ parent }) => parent === of).reduce((total, child) => total + sum(child.pid), 0)
  return sum(pid) / 1024
}

function readListed(line: string): Listed {
  const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number)
  return { pid, parent, kilobytes }
}
