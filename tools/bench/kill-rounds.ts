import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { running, startCloudChild } from './child'

const WRITERS = 4

export interface KillRounds {
  readonly rounds: number
  readonly acknowledged: number
  readonly documents: number
  readonly indexRows: number
  /** What was acknowledged and not found, or an index that disagrees with its documents; empty when all is well. */
  readonly problems: readonly string[]
}

const declared = {
  items: [
    { name: 'tags', fields: ['tags', 'n:desc'] },
    { name: 'n', fields: ['n'] },
  ],
}

/**
 * Kills a writing cloud again and again and looks for what it acknowledged. `kill -9` shows consistency; durability is
 * shown by `PRAGMA synchronous` (asserted at each start) and answers sent only after COMMIT.
 */
export async function killRounds(folder: string, functions: string, seconds: number): Promise<KillRounds> {
  const indexes = path.join(folder, 'kill-indexes.json')
  writeFileSync(indexes, JSON.stringify(declared))
  const start = async () =>
    running(await startCloudChild(path.join(folder, 'killed'), functions, ['--indexes', indexes]))
  const acknowledged: Acknowledged = new Map()
  const problems: string[] = []
  const end = Date.now() + seconds * 1000
  let rounds = 0
  while (Date.now() < end && problems.length === 0) {
    const cloud = await start()
    problems.push(...(await check(cloud.url, acknowledged)).problems)
    let stopping = false
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      write(cloud.url, `${String(rounds)}-${String(writer)}`, acknowledged, () => stopping),
    )
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400))
    await cloud.kill('SIGKILL')
    stopping = true
    await Promise.all(writers)
    rounds++
  }
  const cloud = await start()
  const last = await check(cloud.url, acknowledged)
  await cloud.kill('SIGTERM')
  return { rounds, acknowledged: acknowledged.size, ...last, problems: [...problems, ...last.problems] }
}

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

/** What each document may hold: one value, or two while an update of it was not yet answered. */
type Acknowledged = Map<string, readonly number[]>

/** Adds, updates and runs transactions until the cloud is gone; notes only what was answered. */
async function write(
  url: string,
  name: string,
  acknowledged: Acknowledged,
  stopping: () => boolean,
): Promise<void> {
  for (let n = 0; !stopping(); n++) {
    const id = `${name}-${String(n)}`
    const document = `{"_id":"${id}","n":{"$numberInt":"${String(n)}"},"tags":["a","${name}"]}`
    try {
      await admin(url, { action: 'database.insertDocument', data: [document] })
      acknowledged.set(id, [n])
      if (n % 3 === 2) continue
      acknowledged.set(id, [n, n + 1000])
      await (n % 3 === 0 ? admin(url, update(id)) : updateInTransaction(url, id))
      acknowledged.set(id, [n + 1000])
    } catch {
      return
    }
  }
}

const update = (id: string): Record<string, unknown> => ({
  action: 'database.modifyDocument',
  query: `{"_id":"${id}"}`,
  queryType: 'DOC',
  multi: false,
  merge: true,
  upsert: false,
  data: '{"$inc":{"n":{"$numberInt":"1000"}},"$push":{"tags":"b"}}',
})

async function updateInTransaction(url: string, id: string): Promise<void> {
  const { transactionId } = await admin(url, { action: 'database.startTransaction' })
  await admin(url, { ...update(id), transactionId })
  await admin(url, { action: 'database.commitTransaction', transactionId })
}

async function check(
  url: string,
  acknowledged: Acknowledged,
): Promise<{ problems: string[]; documents: number; indexRows: number }> {
  const verified = (await (await fetch(`${url}/debug/verify`)).json()) as {
    problems: string[]
    documents: number
    indexRows: number
  }
  const problems = [...verified.problems]
  const ids = [...acknowledged.keys()]
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500)
    const found = await readNumbers(url, part)
    for (const id of part) {
      const [allowed = [], held = NaN] = [acknowledged.get(id), found.get(id)]
      if (!allowed.includes(held))
        problems.push(`${id}: acknowledged ${allowed.join(' or ')}, found ${String(held)}`)
    }
  }
  return { problems, documents: verified.documents, indexRows: verified.indexRows }
}

async function readNumbers(url: string, ids: readonly string[]): Promise<Map<string, number>> {
  const { data } = (await admin(url, {
    action: 'database.getDocument',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: { $in: ids } }),
    limit: 1000,
  })) as { data: { list: string[] } }
  return new Map(
    data.list
      .map((text) => JSON.parse(text) as { _id: string; n: { $numberInt: string } })
      .map(({ _id, n }) => [_id, Number(n.$numberInt)]),
  )
}
