import { messageOf } from '../fault'
import type { FunctionThread } from './function-thread'
import { threadsOverLimit } from './heap-usage'

const LOOK_MS = 50
const MB = 1024 * 1024
/** A loop that allocates buffers, which only its own thread could count, ends here. */
const BUFFERS_MB = 1024

/**
 * Keeps functions to their memory: when the process has grown by as much as a thread may hold since it was lent,
 * the threads are weighed and those that are too heavy end.
 */
export class MemoryWatch {
  /** Resident bytes of the process when the thread was lent, and when it was last weighed. */
  readonly #lent = new Map<FunctionThread, { readonly first: number; last: number }>()
  #looking: NodeJS.Timeout | undefined
  /** resident bytes at the last look; asking the system is dear, so while it is looked anyway that is near enough */
  #resident = 0
  #weighing = false

  async during<T>(thread: FunctionThread, work: () => Promise<T>): Promise<T> {
    if (this.#looking === undefined) this.#resident = process.memoryUsage.rss()
    this.#lent.set(thread, { first: this.#resident, last: this.#resident })
    this.#looking ??= setInterval(() => {
      this.#look()
    }, LOOK_MS).unref()
    try {
      return await work()
    } finally {
      this.#lent.delete(thread)
      if (this.#lent.size === 0) this.close()
    }
  }

  close(): void {
    clearInterval(this.#looking)
    this.#looking = undefined
  }

  #look(): void {
    if (this.#weighing) return
    const now = process.memoryUsage.rss()
    this.#resident = now
    const suspects: FunctionThread[] = []
    for (const [thread, at] of this.#lent) {
      if (now - at.first > (thread.memoryMb + BUFFERS_MB) * MB && thread.silent) thread.exhaust()
      else if (now - at.last > thread.memoryMb * MB) suspects.push(thread)
    }
    if (suspects.length === 0) return
    this.#weighing = true
    this.#weigh(suspects)
      .catch((error: unknown) => {
        // The next look weighs again.
        process.stderr.write(`functions could not be weighed: ${messageOf(error)}\n`)
      })
      .finally(() => {
        this.#weighing = false
      })
  }

  async #weigh(suspects: readonly FunctionThread[]): Promise<void> {
    for (const thread of suspects) thread.weigh()
    const limits = suspects.map(({ threadId, memoryMb }): [number, number] => [threadId, memoryMb * MB])
    const over = await threadsOverLimit(new Map(limits))
    for (const thread of suspects) {
      if (over.has(thread.threadId)) thread.exhaust()
      else if (!thread.silent) this.#grownTo(thread, process.memoryUsage.rss())
    }
  }

  #grownTo(thread: FunctionThread, rss: number): void {
    const lent = this.#lent.get(thread)
    if (lent !== undefined) lent.last = rss
  }
}
