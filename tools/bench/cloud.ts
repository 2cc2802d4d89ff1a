import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Child } from './child'
import { running, spawnScript, startCloudChild, startServer, treeMemoryMb } from './child'
import { killRounds } from './kill-rounds'
import { adds, getOne, median, openSdk, page, throughput, transaction } from './measures'
import type { Size } from './measures'
import { printTable } from './table'
import type { Row } from './table'

/** `npm run bench:cloud [-- --documents N --seconds N]`: the local cloud's promises, measured on this machine. */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '60' },
  },
})
const documents = Number(values.documents)
const killSeconds = Number(values.seconds)
const WORKERS = 8
const STARTS = 5
const functions = path.join(__dirname, 'functions')

async function fill(folder: string, indexes: string): Promise<void> {
  const started = performance.now()
  const args = ['--data', path.join(folder, 'data'), '--indexes', indexes, '--documents', String(documents)]
  const loader = spawnScript('tools/bench/load.ts', args)
  loader.stderr?.pipe(process.stderr)
  const [code] = (await once(loader, 'exit')) as [number | null]
  if (code !== 0) throw new Error('loading the documents failed')
  const seconds = (performance.now() - started) / 1000
  say(`${String(documents)} documents written straight into the store in ${seconds.toFixed(0)} s`)
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

async function measureStart(start: () => Promise<Child>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < STARTS; n++) {
    const cloud = await start()
    times.push(cloud.startMs)
    await cloud.kill('SIGTERM')
  }
  return median(times)
}

async function measureCalls(cloud: Child, bare: Child): Promise<Row[]> {
  const store = openSdk(cloud.url)
  const size: Size = { documents, calls: 500 }
  const get = await getOne(store, size)
  const paged = await page(store, cloud.url, size)
  const added = await adds(store, cloud.url, bare.url, size.calls)
  const moved = await transaction(store, { ...size, calls: 200 })
  return [
    { measure: 'doc.get, p50', unit: 'ms', value: get, most: 2 },
    {
      measure: `equality + range + order, ${String(paged.rows)} rows, p50`,
      unit: 'ms',
      value: paged.ms,
      most: 4,
    },
    { measure: 'documents examined by it, at worst', unit: '', value: paged.examined, most: 20 },
    { measure: 'bare fsynced insert, same server, p50', unit: 'ms', value: added.bare },
    { measure: 'durable add, p50', unit: 'ms', value: added.ours, most: added.bare * 1.5 },
    { measure: 'transaction (get + 2 updates), p50', unit: 'ms', value: moved, most: 8 },
  ]
}

async function measureFunctions(cloud: Child): Promise<Row[]> {
  const seconds = Math.min(10, killSeconds)
  const calls = await throughput(cloud.url, { documents, calls: 0 }, WORKERS, seconds)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  return [
    { measure: `calls by ${String(WORKERS)} callers`, unit: '/s', value: calls.perSecond, least: 400 },
    { measure: 'workers that answered them', unit: '', value: calls.workers, least: WORKERS },
    {
      measure: `memory with ${String(calls.workers)} idle workers, after those calls`,
      unit: 'MB',
      value: treeMemoryMb(cloud.process.pid ?? 0),
      most: 300,
    },
  ]
}

async function measureKills(folder: string): Promise<Row[]> {
  const kills = await killRounds(folder, functions, killSeconds)
  for (const problem of kills.problems) say(problem)
  say(
    `the killed cloud holds ${String(kills.documents)} documents with ${String(kills.indexRows)} index rows`,
  )
  return [
    { measure: `kill -9 rounds in ${String(killSeconds)} s`, unit: '', value: kills.rounds, least: 1 },
    { measure: 'documents acknowledged and found', unit: '', value: kills.acknowledged, least: kills.rounds },
    { measure: 'lost documents and wrong index rows', unit: '', value: kills.problems.length, most: 0 },
  ]
}

async function measure(folder: string): Promise<Row[]> {
  const indexes = path.join(folder, 'indexes.json')
  await writeFile(
    indexes,
    JSON.stringify({ items: [{ name: 'city_price', fields: ['city', 'price:desc'] }] }),
  )
  await fill(folder, indexes)
  const start = async () =>
    running(await startCloudChild(path.join(folder, 'data'), functions, ['--indexes', indexes]))
  const starting = await measureStart(start)
  const cloud = await start()
  const bare = running(
    await startServer('tools/bench/bare-server.ts', ['--file', path.join(folder, 'bare.sqlite')]),
  )
  try {
    return [
      { measure: 'start, process to "listening on", p50', unit: 'ms', value: starting, most: 1500 },
      ...(await measureCalls(cloud, bare)),
      ...(await measureFunctions(cloud)),
      ...(await measureKills(folder)),
    ]
  } finally {
    await Promise.all([cloud.kill('SIGTERM'), bare.kill('SIGTERM')])
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-cloud-'))
  try {
    if (!printTable(await measure(folder))) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`)
  process.exitCode = 1
})
