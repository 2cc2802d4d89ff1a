import Module from 'node:module'
import { format } from 'node:util'
import { getHeapStatistics } from 'node:v8'
import { currentRun, isOver } from './worker-run'

/** What one invocation may print before the rest is dropped. */
const MAX_PRINTED = 256 * 1024

type Print = (requestId: string, level: string, text: string) => void

export function sendOutputTo(print: Print): void {
  const write = (level: string, text: string): void => {
    const run = currentRun()
    if (run === undefined || run.printed > MAX_PRINTED) return
    run.printed += text.length
    print(run.requestId, level, text.slice(0, MAX_PRINTED))
    if (run.printed > MAX_PRINTED) print(run.requestId, 'warn', 'more was printed and is not kept')
  }
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[level] = (...values: unknown[]) => {
      write(level, format(...values))
    }
  }
  for (const [stream, level] of [
    [process.stdout, 'log'],
    [process.stderr, 'error'],
  ] as const) {
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      write(level, (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()).trimEnd())
      const done = rest.at(-1)
      if (typeof done === 'function') process.nextTick(done)
      return true
    }
  }
}

/** The cloud's time: the offset is set at each invocation. */
export function moveClock(): (offset: number) => void {
  let offset = 0
  globalThis.Date = new Proxy(Date, {
    construct: (target, values: unknown[], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [target.now() + offset] : values, newTarget) as Date,
    apply: (target) => new target(target.now() + offset).toString(),
    get: (target, key) =>
      key === 'now' ? () => target.now() + offset : (Reflect.get(target, key) as unknown),
  })
  return (next) => {
    offset = next
  }
}

/** A function folder need not have its own node_modules: the service has the SDK installed too. */
export function offerSdk(sdk: string): void {
  type Resolve = (request: string, ...rest: unknown[]) => string
  const loader = Module as unknown as { _resolveFilename: Resolve }
  const resolve = loader._resolveFilename.bind(loader)
  loader._resolveFilename = (request, ...rest) => {
    try {
      return resolve(request, ...rest)
    } catch (error) {
      if (request === 'wx-server-sdk') return sdk
      throw error
    }
  }
}

/** What an invocation left behind may not end the one that runs now, and none may end the local cloud. */
export function guardExit(): void {
  const exit = process.exit.bind(process)
  process.exit = (code) => {
    if (isOver(currentRun())) throw new Error('process.exit() after the answer')
    return exit(code)
  }
  const kill = process.kill.bind(process)
  process.kill = (pid, signal) => (pid === process.pid ? process.exit(1) : kill(pid, signal))
}

/** V8's collector (the host exposes it), taken out of the function's globals. */
export function takeCollector(): () => void {
  const { gc } = globalThis as { gc?: () => void }
  Reflect.deleteProperty(globalThis, 'gc')
  return () => gc?.()
}

/** Tells whether more than the limit is held, buffers included, beyond what the worker began with. */
export function scale(limitMb: number, collect: () => void): () => boolean {
  const weight = (): number => {
    const { used_heap_size: heap, external_memory: external } = getHeapStatistics()
    return heap + external
  }
  const limit = weight() + limitMb * 1024 * 1024
  return () => {
    if (weight() <= limit) return false
    collect()
    return weight() > limit
  }
}
