import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { running, startChild } from '../support/cloud-child'

const SECONDS = Number(process.env['KILL_LOOP_SECONDS'] ?? 30)
const WRITERS = 4

/** `kill -9` shows consistency; durability is shown by `PRAGMA synchronous` (asserted at each start) and answers after COMMIT. */
it(
  `loses nothing it acknowledged when killed again and again for ${String(SECONDS)} s`,
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'kill-loop-'))
    const indexes = path.join(folder, 'indexes.json')
    await writeFile(
      indexes,
      JSON.stringify({
        items: [
          { name: 'tags', fields: ['tags', 'n:desc'] },
          { name: 'n', fields: ['n'] },
        ],
        totals: [],
      }),
    )
    const acknowledged = new Map<string, number>()
    const end = Date.now() + SECONDS * 1000
    let rounds = 0
    while (Date.now() < end) {
      const cloud = running(await startChild(path.join(folder, 'data'), ['--indexes', indexes]))
      await check(cloud.url, acknowledged)
      let stopping = false
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        write(cloud.url, `${String(rounds)}-${String(writer)}`, acknowledged, () => stopping),
      )
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 600))
      await cloud.kill('SIGKILL')
      stopping = true
      await Promise.all(writers)
      rounds++
    }
    const cloud = running(await startChild(path.join(folder, 'data'), ['--indexes', indexes]))
    await check(cloud.url, acknowledged)
    await cloud.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
    process.stdout.write(
      `kill loop: ${String(rounds)} rounds, ${String(acknowledged.size)} documents acknowledged, none lost\n`,
    )
    expect(acknowledged.size).toBeGreaterThan(rounds)
  },
  (SECONDS + 60) * 1000,
)

async function admin(url: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  const reply = (await (
    await fetch(`${url}/admin`, {
      method: 'POST',
      body: JSON.stringify({ envName: 'local', collectionName: 'items', ...body }),
    })
  ).json()) as Record<string, unknown>
  if (reply['code'] !== undefined) throw new Error(String(reply['message']))
  return reply
}

/** Adds, updates and runs transactions until the cloud is gone; notes only what was answered. */
async function write(
  url: string,
  name: string,
  acknowledged: Map<string, number>,
  stopping: () => boolean,
): Promise<void> {
  for (let n = 0; !stopping(); n++) {
    const id = `${name}-${String(n)}`
    const document = `{"_id":"${id}","n":{"$numberInt":"${String(n)}"},"tags":["a","${name}"]}`
    try {
      await admin(url, { action: 'database.insertDocument', data: [document] })
      acknowledged.set(id, n)
      const update = {
        action: 'database.modifyDocument',
        query: `{"_id":"${id}"}`,
        queryType: 'DOC',
        multi: false,
        merge: true,
        upsert: false,
        data: '{"$inc":{"n":{"$numberInt":"1000"}},"$push":{"tags":"b"}}',
      }
      if (n % 3 === 0) {
        acknowledged.delete(id)
        await admin(url, update)
        acknowledged.set(id, n + 1000)
      } else if (n % 3 === 1) {
        acknowledged.delete(id)
        const { transactionId } = await admin(url, { action: 'database.startTransaction' })
        await admin(url, { ...update, transactionId })
        await admin(url, { action: 'database.commitTransaction', transactionId })
        acknowledged.set(id, n + 1000)
      }
    } catch {
      return
    }
  }
}

async function check(url: string, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  expect(await (await fetch(`${url}/debug/verify`)).json()).toMatchObject({ ok: true, problems: [] })
  const ids = [...acknowledged.keys()]
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500)
    const { data } = (await admin(url, {
      action: 'database.getDocument',
      queryType: 'WHERE',
      query: JSON.stringify({ _id: { $in: part } }),
      limit: 1000,
    })) as { data: { list: string[] } }
    const found = new Map(
      data.list
        .map((text) => JSON.parse(text) as { _id: string; n: { $numberInt: string } })
        .map(({ _id, n }) => [_id, Number(n.$numberInt)]),
    )
    expect(part.filter((id) => found.get(id) !== acknowledged.get(id))).toEqual([])
  }
}
