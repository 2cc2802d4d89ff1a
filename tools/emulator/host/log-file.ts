import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { messageOf } from '../fault'
import { writeWhole } from '../store/data-folder'

const FLUSH_MS = 200
const MOST_BYTES = 4 * 1024 * 1024

/** A bounded list in a file, one JSON text a line. Lines are gathered and appended without fsync. */
export class LogFile {
  readonly #file: string
  readonly #kept: number
  #waiting: string[] = []
  #timer: NodeJS.Timeout | undefined
  #broken = false

  constructor(file: string, kept: number) {
    this.#file = file
    this.#kept = kept
  }

  /** The newest entries, oldest first; a line torn by a crash is left out. */
  read(): unknown[] {
    if (!existsSync(this.#file)) return []
    return readFileSync(this.#file, 'utf8').split('\n').flatMap(readLine).slice(-this.#kept)
  }

  append(entry: unknown): void {
    this.#waiting.push(JSON.stringify(entry))
    if (this.#waiting.length > this.#kept) this.#waiting.shift()
    this.#timer ??= setTimeout(() => {
      this.flush()
    }, FLUSH_MS).unref()
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.length === 0 || this.#broken) return
    const lines = this.#waiting.splice(0)
    try {
      // The line before may be torn: each begins on a new one.
      appendFileSync(this.#file, `\n${lines.join('\n')}`)
      if (statSync(this.#file).size > MOST_BYTES) this.#cut()
    } catch (error) {
      this.#broken = true
      process.stderr.write(`invocations are no longer kept in ${this.#file}: ${messageOf(error)}\n`)
    }
  }

  /** Keeps the newest entries that fit in half of the room. */
  #cut(): void {
    const lines = this.read().map((entry) => JSON.stringify(entry))
    const newest: string[] = []
    let room = MOST_BYTES / 2
    for (const line of lines.reverse()) {
      room -= Buffer.byteLength(line) + 1
      if (room < 0) break
      newest.unshift(line)
    }
    writeWhole(this.#file, newest.join('\n'))
  }
}

function readLine(line: string): unknown[] {
  try {
    return [JSON.parse(line) as unknown]
  } catch {
    return []
  }
}
