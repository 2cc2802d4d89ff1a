import { randomBytes } from 'node:crypto'
import type { Sqlite } from '../store/sqlite'
import { numberOf, textOf } from '../store/sqlite'

const LIFE_MS = 5 * 60_000

/** What a cloudID stands for, or why it is not told. */
export type OpenDataEntry =
  | { readonly cloudID: string; readonly data: unknown }
  | { readonly cloudID: string; readonly errCode: number; readonly errMsg: string }

/** The data behind cloudIDs: bound to the person who got them, good for five minutes. */
export class OpenData {
  readonly #db: Sqlite

  constructor(db: Sqlite) {
    this.#db = db
  }

  issue(env: string, openid: string, data: Readonly<Record<string, unknown>>, now: number): string {
    const id = `local_${randomBytes(32).toString('base64url')}`
    this.#db.run('DELETE FROM open_data WHERE at < ?', now - 24 * 3_600_000)
    this.#db.run(
      'INSERT INTO open_data (id, env, openid, data, at) VALUES (?, ?, ?, ?, ?)',
      id,
      env,
      openid,
      JSON.stringify(data),
      now,
    )
    return id
  }

  /** Codes and words as in wx-server-sdk's table of errors. */
  resolve(env: string, cloudID: string, openid: string | undefined, now: number): OpenDataEntry {
    const row = this.#db.get('SELECT openid, data, at FROM open_data WHERE env = ? AND id = ?', env, cloudID)
    if (row === undefined) return { cloudID, errCode: -601005, errMsg: 'invalid cloudID' }
    if (openid === undefined || row['openid'] !== openid)
      return { cloudID, errCode: -601007, errMsg: 'cloudID and calling user does not match' }
    if (now - numberOf(row['at']) > LIFE_MS) return { cloudID, errCode: -601006, errMsg: 'cloudID expired.' }
    return { cloudID, data: JSON.parse(textOf(row['data'])) as unknown }
  }

  /**
   * A page marks a cloudID as `{"$cloudID": "…"}` (`wx.cloud.CloudID` on WeChat). At the top of an event it becomes
   * `{cloudID, data}`; deeper ones become the plain text.
   */
  fillEvent(
    env: string,
    openid: string,
    event: Readonly<Record<string, unknown>>,
    now: number,
  ): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(event).map(([name, value]) => {
        const marked = markedId(value)
        return [name, marked === undefined ? withoutMarks(value) : this.resolve(env, marked, openid, now)]
      }),
    )
  }
}

function markedId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined
  const id = (value as { $cloudID?: unknown }).$cloudID
  return typeof id === 'string' ? id : undefined
}

function withoutMarks(value: unknown): unknown {
  const marked = markedId(value)
  if (marked !== undefined) return marked
  if (Array.isArray(value)) return value.map(withoutMarks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutMarks(inner)]))
}
