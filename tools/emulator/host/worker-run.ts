import { AsyncLocalStorage } from 'node:async_hooks'

/** One invocation inside a worker. */
export interface Run {
  readonly requestId: string
  readonly env: Record<string, string>
  /** How much it printed, in characters. */
  printed: number
}

const runs = new AsyncLocalStorage<Run>()
let newest: Run | undefined

/**
 * The invocation that the running code belongs to. What an invocation left behind (timers, promises) stays its own;
 * what the function set up while it was loaded belongs to the invocation of the moment.
 */
export const currentRun = (): Run | undefined => runs.getStore() ?? newest

export const isOver = (run: Run | undefined): boolean => run !== newest

export function startRun<T>(run: Run, work: () => T): T {
  newest = run
  return runs.run(run, work)
}

export const setNewest = (run: Run): void => {
  newest = run
}

/** `process.env` as the running code sees it: the worker's own, with what was lent to its invocation on top. */
export function lendEnvironment(): void {
  const own: Record<string, string> = { ...process.env } as Record<string, string>
  const lent = (): Record<string, string> => currentRun()?.env ?? {}
  process.env = new Proxy(own, {
    get: (_, name) => (typeof name === 'string' ? (lent()[name] ?? own[name]) : undefined),
    has: (_, name) => typeof name === 'string' && (name in lent() || name in own),
    set: (_, name, value: unknown) => {
      if (typeof name !== 'string') return false
      const where = name in lent() ? lent() : own
      where[name] = String(value)
      return true
    },
    deleteProperty: (_, name) => {
      if (typeof name !== 'string') return true
      Reflect.deleteProperty(lent(), name)
      return Reflect.deleteProperty(own, name)
    },
    ownKeys: () => [...new Set([...Object.keys(own), ...Object.keys(lent())])],
    getOwnPropertyDescriptor: (_, name) => {
      const value = typeof name === 'string' ? (lent()[name] ?? own[name]) : undefined
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true }
    },
    defineProperty: (_, name, { value }) => {
      if (typeof name !== 'string') return false
      own[name] = String(value)
      return true
    },
  })
}
