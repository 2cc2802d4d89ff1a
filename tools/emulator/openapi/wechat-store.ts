import path from 'node:path'
import { Sqlite } from '../store/sqlite'

const schema = `
  CREATE TABLE IF NOT EXISTS credits (env TEXT NOT NULL, openid TEXT NOT NULL, template TEXT NOT NULL, remaining INTEGER NOT NULL, standing INTEGER NOT NULL, PRIMARY KEY (env, openid, template)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS visits (env TEXT NOT NULL, openid TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (env, openid)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS phone_codes (code TEXT PRIMARY KEY, env TEXT NOT NULL, openid TEXT NOT NULL, phone TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS open_data (id TEXT PRIMARY KEY, env TEXT NOT NULL, openid TEXT NOT NULL, data TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS media_checks (trace TEXT PRIMARY KEY, env TEXT NOT NULL, openid TEXT NOT NULL, verdict TEXT NOT NULL, due INTEGER NOT NULL, real_due INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, env TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS outbox_kind ON outbox (env, kind, id);
`

/** `wechat.sqlite` in the data folder: what WeChat knows of people. It outlives a restart. */
export function openWechatStore(dataFolder: string): Sqlite {
  const db = new Sqlite(path.join(dataFolder, 'wechat.sqlite'))
  db.exec(schema)
  return db
}
