import { safeEnvName } from '../store/data-folder'
import type { Sqlite } from '../store/sqlite'
import { numberOf, textOf } from '../store/sqlite'

/** One request to WeChat or one of its pushes, whether it went well (`errcode` 0) or not. */
export interface OutboxEntry {
  /** The api, such as `subscribeMessage.send`, or the push, such as `wxa_media_check`. */
  readonly kind: string
  readonly at: string
  readonly errcode: number
  readonly errmsg: string
  readonly [field: string]: unknown
}

const KEPT_OF_A_KIND = 1000
const MOST_CHARACTERS = 20_000

/** Everything that was sent, newest last; read at `GET /debug/outbox?env=`. */
export class Outbox {
  readonly #db: Sqlite

  constructor(db: Sqlite) {
    this.#db = db
  }

  add(env: string, entry: OutboxEntry): void {
    const json = JSON.stringify(entry)
    const { kind, at, errcode, errmsg } = entry
    const kept =
      json.length <= MOST_CHARACTERS ? json : JSON.stringify({ kind, at, errcode, errmsg, cut: true })
    this.#db.transact(() => {
      this.#db.run('INSERT INTO outbox (env, kind, entry) VALUES (?, ?, ?)', env, kind, kept)
      this.#db.run(
        'DELETE FROM outbox WHERE env = ? AND kind = ? AND id <= (SELECT id FROM outbox WHERE env = ? AND kind = ? ORDER BY id DESC LIMIT 1 OFFSET ?)',
        env,
        kind,
        env,
        kind,
        KEPT_OF_A_KIND,
      )
    })
  }

  of(env: string): (OutboxEntry & { readonly id: number })[] {
    return this.#db
      .all('SELECT id, entry FROM outbox WHERE env = ? ORDER BY id', safeEnvName(env))
      .map((row) => ({ id: numberOf(row['id']), ...(JSON.parse(textOf(row['entry'])) as OutboxEntry) }))
  }
}
