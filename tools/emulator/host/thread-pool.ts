import type { FunctionThread } from './function-thread'

const MAX_TOP_LEVEL = 6
const IDLE_MS = 15_000

interface IdleThread {
  readonly thread: FunctionThread
  readonly since: number
}

/**
 * Lends threads, one invocation at a time. Calls from outside wait when all places are taken;
 * a call from a function never waits, so that functions calling functions cannot block each other.
 */
export class ThreadPool {
  readonly #start: (name: string) => FunctionThread
  readonly #idle: IdleThread[] = []
  readonly #busy = new Set<FunctionThread>()
  readonly #outdated = new WeakSet<FunctionThread>()
  readonly #waiting: (() => void)[] = []
  readonly #sweeper: NodeJS.Timeout
  #topLevel = 0

  constructor(start: (name: string) => FunctionThread) {
    this.#start = start
    this.#sweeper = setInterval(() => {
      this.#sweep()
    }, IDLE_MS / 3)
    this.#sweeper.unref()
  }

  async lend<T>(name: string, nested: boolean, work: (thread: FunctionThread) => Promise<T>): Promise<T> {
    if (!nested) await this.#enter()
    try {
      return await this.#use(this.#take(name), work)
    } finally {
      if (!nested) this.#leave()
    }
  }

  async #use<T>(thread: FunctionThread, work: (thread: FunctionThread) => Promise<T>): Promise<T> {
    try {
      return await work(thread)
    } finally {
      this.#giveBack(thread)
    }
  }

  /** Threads that are running finish first; nothing new runs in them. */
  recycle(): void {
    for (const thread of this.#busy) this.#outdated.add(thread)
    for (const { thread } of this.#idle.splice(0)) void thread.stop()
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper)
    const threads = [...this.#idle.splice(0).map(({ thread }) => thread), ...this.#busy]
    await Promise.all(threads.map((thread) => thread.stop()))
  }

  async #enter(): Promise<void> {
    if (this.#topLevel < MAX_TOP_LEVEL) {
      this.#topLevel++
      return
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#topLevel--
    else next()
  }

  #take(name: string): FunctionThread {
    const at = this.#idle.map(({ thread }) => thread.alive && thread.name === name).lastIndexOf(true)
    const [reused] = at === -1 ? [] : this.#idle.splice(at, 1)
    const thread = reused?.thread ?? this.#start(name)
    this.#busy.add(thread)
    return thread
  }

  #giveBack(thread: FunctionThread): void {
    this.#busy.delete(thread)
    if (!thread.alive) return
    if (this.#outdated.has(thread)) void thread.stop()
    else this.#idle.push({ thread, since: Date.now() })
  }

  /** Keeps the last used thread of each function warm and stops others that have been idle for a while. */
  #sweep(): void {
    const kept = new Set<string>()
    for (const idle of [...this.#idle].reverse()) {
      const { thread } = idle
      const stale = Date.now() - idle.since > IDLE_MS
      if (thread.alive && (!stale || !kept.has(thread.name))) kept.add(thread.name)
      else {
        this.#idle.splice(this.#idle.indexOf(idle), 1)
        void thread.stop()
      }
    }
  }
}
