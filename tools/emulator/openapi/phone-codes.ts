import { randomBytes } from 'node:crypto'
import type { Sqlite } from '../store/sqlite'
import { numberOf, textOf } from '../store/sqlite'

const LIFE_MS = 5 * 60_000

/** What a button with `open-type="getPhoneNumber"` gives: good for five minutes and one use. */
export class PhoneCodes {
  readonly #db: Sqlite

  constructor(db: Sqlite) {
    this.#db = db
  }

  issue(env: string, openid: string, phone: string, now: number): string {
    const code = randomBytes(32).toString('hex')
    this.#db.run('DELETE FROM phone_codes WHERE at < ?', now - LIFE_MS)
    this.#db.run(
      'INSERT INTO phone_codes (code, env, openid, phone, at) VALUES (?, ?, ?, ?, ?)',
      code,
      env,
      openid,
      phone,
      now,
    )
    return code
  }

  /** The phone number; undefined for a code that is unknown, used, too old or another person's. */
  redeem(env: string, code: string, openid: string | undefined, now: number): string | undefined {
    return this.#db.transact(() => {
      const row = this.#db.get(
        'SELECT openid, phone, at FROM phone_codes WHERE env = ? AND code = ?',
        env,
        code,
      )
      if (row === undefined || (openid !== undefined && row['openid'] !== openid)) return undefined
      this.#db.run('DELETE FROM phone_codes WHERE code = ?', code)
      return now - numberOf(row['at']) > LIFE_MS ? undefined : textOf(row['phone'])
    })
  }
}
