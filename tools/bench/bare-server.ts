import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Door } from '../emulator/doors/exchange'
import { readJson, sendJson } from '../emulator/doors/exchange'
import { openServer } from '../emulator/doors/server'
import { Sqlite } from '../emulator/store/sqlite'

/** What a durable add cannot be quicker than: one INSERT and COMMIT per request behind the cloud's own HTTP server. */
function insertDoor(db: Sqlite): Door {
  db.exec('CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, doc TEXT NOT NULL)')
  return async (exchange) => {
    if (exchange.url.pathname !== '/admin') return false
    const { data } = await readJson(exchange, 1024 * 1024)
    const [doc = ''] = Array.isArray(data) ? data.map(String) : []
    const id = randomBytes(16).toString('hex')
    db.transact(() => {
      db.run('INSERT INTO bare (id, doc) VALUES (?, ?)', id, doc)
    })
    sendJson(exchange, { requestId: exchange.requestId, data: { insertedIds: [id] } })
    return true
  }
}

const { values } = parseArgs({ options: { file: { type: 'string' } } })
/** Opening it asserts `PRAGMA synchronous = 2`, as it does for the cloud. */
const db = new Sqlite(values.file ?? '')
void openServer([insertDoor(db)], 0).then(({ url }) => {
  process.stdout.write(`listening on ${url}\n`)
})
