import { CloudFault } from '../fault'
import type { FunctionThread } from './function-thread'
import { Places } from './places'

/** How many invocations run at once at each depth of functions calling functions. */
const PLACES = 8
const MAX_IDLE = 16

/** Whose thread is wanted. What a function keeps in its module stays in its environment. */
interface Wanted {
  readonly name: string
  readonly env: string
  readonly depth: number
}
interface IdleThread {
  readonly thread: FunctionThread
  readonly env: string
  readonly since: number
}

export interface ThreadPoolOptions {
  readonly start: (name: string) => FunctionThread
  /** How long a thread may be idle, in ms; the last used one of each function stays warm. */
  readonly idleMs: number
}

/**
 * Lends threads, one invocation at a time. Each depth has places of its own: a call waits only for calls of its own
 * depth, and those wait only for deeper ones, so that functions calling functions cannot block each other.
 */
export class ThreadPool {
  readonly #start: (name: string) => FunctionThread
  readonly #idleMs: number
  readonly #idle: IdleThread[] = []
  readonly #busy = new Set<FunctionThread>()
  readonly #places = new Map<number, Places>()
  readonly #sweeper: NodeJS.Timeout
  #closed = false

  constructor({ start, idleMs }: ThreadPoolOptions) {
    this.#start = start
    this.#idleMs = idleMs
    this.#sweeper = setInterval(() => {
      this.#sweep()
    }, idleMs / 3)
    this.#sweeper.unref()
  }

  /** Threads there are, idle and busy. */
  get size(): number {
    return this.#idle.length + this.#busy.size
  }

  async lend<T>(wanted: Wanted, work: (thread: FunctionThread) => Promise<T>): Promise<T> {
    const { depth, env } = wanted
    const places = this.#places.get(depth) ?? new Places(PLACES)
    this.#places.set(depth, places)
    await places.take()
    try {
      return await this.#use(this.#take(wanted), env, work)
    } finally {
      places.giveBack()
    }
  }

  async #use<T>(
    thread: FunctionThread,
    env: string,
    work: (thread: FunctionThread) => Promise<T>,
  ): Promise<T> {
    this.#busy.add(thread)
    try {
      return await work(thread)
    } finally {
      this.#busy.delete(thread)
      this.#keep(thread, env)
    }
  }

  /** Threads that are running finish first; nothing new runs in them. */
  recycle(): void {
    for (const thread of this.#busy) thread.retired = true
    for (const { thread } of this.#idle.splice(0)) void thread.stop()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#sweeper)
    const threads = [...this.#idle.splice(0).map(({ thread }) => thread), ...this.#busy]
    await Promise.all(threads.map((thread) => thread.stop()))
  }

  #take({ name, env }: Wanted): FunctionThread {
    if (this.#closed) throw new CloudFault('FUNCTIONS_EXECUTE_FAIL', 'the local cloud is stopping')
    const at = this.#idle
      .map((idle) => usable(idle.thread) && idle.thread.name === name && idle.env === env)
      .lastIndexOf(true)
    const [reused] = at === -1 ? [] : this.#idle.splice(at, 1)
    return reused?.thread ?? this.#start(name)
  }

  #keep(thread: FunctionThread, env: string): void {
    if (!usable(thread) || this.#closed) void thread.stop()
    else {
      this.#idle.push({ thread, env, since: performance.now() })
      if (this.#idle.length > MAX_IDLE) void this.#idle.shift()?.thread.stop()
    }
  }

  #sweep(): void {
    const kept = new Set<string>()
    for (const idle of [...this.#idle].reverse()) {
      const { thread, since } = idle
      const stale = performance.now() - since > this.#idleMs
      if (usable(thread) && (!stale || !kept.has(thread.name))) kept.add(thread.name)
      else {
        this.#idle.splice(this.#idle.indexOf(idle), 1)
        void thread.stop()
      }
    }
  }
}

const usable = (thread: FunctionThread): boolean => thread.alive && !thread.retired
