import type { Sqlite } from '../store/sqlite'

const RECENT_MS = 2 * 3_600_000
const MOST_IN_MEMORY = 10_000

/** When each person last called a function. Written out now and then: a crash may lose the last seconds of it. */
export class Visits {
  readonly #db: Sqlite
  readonly #seen = new Map<string, number>()
  readonly #unwritten = new Set<string>()

  constructor(db: Sqlite) {
    this.#db = db
  }

  note(env: string, openid: string, at: number): void {
    const key = JSON.stringify([env, openid])
    this.#seen.set(key, at)
    this.#unwritten.add(key)
  }

  /** WeChat checks content only of people who used the mini-program within two hours. */
  isRecent(env: string, openid: string, now: number): boolean {
    const at = this.#seen.get(JSON.stringify([env, openid])) ?? this.#stored(env, openid)
    return at !== undefined && now - at < RECENT_MS
  }

  flush(): void {
    if (this.#unwritten.size === 0) return
    this.#db.transact(() => {
      for (const key of this.#unwritten) {
        const [env, openid] = JSON.parse(key) as [string, string]
        this.#db.run(
          'INSERT OR REPLACE INTO visits (env, openid, at) VALUES (?, ?, ?)',
          env,
          openid,
          this.#seen.get(key) ?? 0,
        )
      }
    })
    this.#unwritten.clear()
    if (this.#seen.size > MOST_IN_MEMORY) this.#seen.clear()
  }

  #stored(env: string, openid: string): number | undefined {
    const at = this.#db.get('SELECT at FROM visits WHERE env = ? AND openid = ?', env, openid)?.['at']
    return typeof at === 'number' ? at : undefined
  }
}
