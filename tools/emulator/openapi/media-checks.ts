import type { Clock } from '../clock'
import { messageOf } from '../fault'
import type { Sqlite } from '../store/sqlite'
import { textOf } from '../store/sqlite'
import type { ContentVerdict } from './content-verdict'

const TICK_MS = 100

export interface MediaCheck {
  readonly trace: string
  readonly env: string
  readonly openid: string
  /** Null when the media could not be had. */
  readonly verdict: ContentVerdict | null
}

/**
 * Checks whose results are still to be pushed. A result is due by the cloud's clock or by real time, whichever is
 * there first, and is pushed at least once, after a restart too.
 */
export class MediaChecks {
  readonly #db: Sqlite
  readonly #clock: Clock
  readonly #push: (check: MediaCheck) => Promise<void>
  readonly #underway = new Set<string>()
  #ticker: NodeJS.Timeout | undefined
  #closed = false

  constructor(db: Sqlite, clock: Clock, push: (check: MediaCheck) => Promise<void>) {
    this.#db = db
    this.#clock = clock
    this.#push = push
  }

  add({ trace, env, openid, verdict }: MediaCheck, delayMs: number): void {
    this.#db.run(
      'INSERT INTO media_checks (trace, env, openid, verdict, due, real_due) VALUES (?, ?, ?, ?, ?, ?)',
      trace,
      env,
      openid,
      JSON.stringify(verdict),
      this.#clock.now() + delayMs,
      Date.now() + delayMs,
    )
    this.start()
  }

  get isClosed(): boolean {
    return this.#closed
  }

  start(): void {
    this.#ticker ??= setInterval(() => {
      this.#pushDue()
    }, TICK_MS).unref()
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#ticker)
  }

  #pushDue(): void {
    const rows = this.#db.all(
      'SELECT trace, env, openid, verdict FROM media_checks WHERE due <= ? OR real_due <= ? ORDER BY due LIMIT 100',
      this.#clock.now(),
      Date.now(),
    )
    for (const row of rows) {
      const trace = textOf(row['trace'])
      if (this.#underway.has(trace)) continue
      void this.#deliver({
        trace,
        env: textOf(row['env']),
        openid: textOf(row['openid']),
        verdict: JSON.parse(textOf(row['verdict'])) as ContentVerdict | null,
      })
    }
    if (rows.length === 0 && this.#db.get('SELECT trace FROM media_checks LIMIT 1') === undefined) {
      clearInterval(this.#ticker)
      this.#ticker = undefined
    }
  }

  /** A push that is cut short by the end of the process, or cannot be noted, is made again at the next start. */
  async #deliver(check: MediaCheck): Promise<void> {
    this.#underway.add(check.trace)
    try {
      await this.#push(check)
      if (this.#closed) return
      this.#db.run('DELETE FROM media_checks WHERE trace = ?', check.trace)
      this.#underway.delete(check.trace)
    } catch (error) {
      process.stderr.write(`the result of ${check.trace} waits for the next start: ${messageOf(error)}\n`)
    }
  }
}
