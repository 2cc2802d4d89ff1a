import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** The repository's root; every tool works from here, whatever folder it was called from. */
export const root = resolve(__dirname, '..')

export interface Finished {
  readonly ok: boolean
  readonly output: string
  readonly seconds: number
}

interface Options {
  /** the repository's root, where nothing else is said */
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** show the output as it comes, instead of keeping it */
  readonly live?: boolean
}

/** Runs one command to its end; a command that can't be started counts as failed. */
export const run = (
  command: string,
  args: readonly string[],
  { cwd = root, env = {}, live = false }: Options = {},
): Promise<Finished> =>
  new Promise((done) => {
    const started = performance.now()
    const chunks: Buffer[] = []
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    const finish = (ok: boolean) => {
      done({ ok, output: Buffer.concat(chunks).toString(), seconds: (performance.now() - started) / 1000 })
    }
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => {
      chunks.push(Buffer.from(String(error)))
      finish(false)
    })
    child.on('close', (code) => {
      finish(code === 0)
    })
  })

/** Runs a package's command without npx, whose start alone costs half a second. */
export const runBin = (path: string, args: readonly string[], options?: Options): Promise<Finished> =>
  run(process.execPath, [resolve(root, 'node_modules', path), ...args], options)

/** At most `width` tasks at a time, results in the order given. */
export const inParallel = async <T, R>(
  tasks: readonly T[],
  width: number,
  work: (task: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results = new Map<number, R>()
  const queue = [...tasks.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.set(next[0], await work(next[1]))
  }
  await Promise.all(Array.from({ length: width }, worker))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}
