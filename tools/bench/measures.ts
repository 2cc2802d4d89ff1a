import { Agent, request } from 'node:http'
import sdk from 'wx-server-sdk'

interface Stored {
  get(): Promise<{ data: Record<string, unknown> }>
  update(by: { data: Record<string, unknown> }): Promise<unknown>
}
interface Query {
  where(query: unknown): Query
  orderBy(path: string, way: 'asc' | 'desc'): Query
  limit(count: number): Query
  get(): Promise<{ data: unknown[] }>
}
interface Items extends Query {
  doc(id: string): Stored
  add(what: { data: Record<string, unknown> }): Promise<{ _id: string }>
}
interface Store {
  readonly command: { gte(value: unknown): unknown }
  collection(name: string): Items
  startTransaction(): Promise<{ collection(name: string): Items; commit(): Promise<unknown> }>
}
/** The part of wx-server-sdk that is measured; its own typings (4.0.2) mix callbacks into every result. */
const cloud = sdk as unknown as { init(config: { env: string }): void; database(): Store }

/** The unmodified SDK reads where to send requests from the process environment, at each request. */
function pointSdkAt(url: string): void {
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: `${url}/admin` })
}

export function openSdk(url: string): Store {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'bench',
    TENCENTCLOUD_SECRETKEY: 'bench',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
  })
  pointSdkAt(url)
  cloud.init({ env: 'local' })
  return cloud.database()
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The p50 in ms of one call after another, the first tenth left out as warm-up. */
async function p50(calls: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < calls; n++) times.push(await timed(() => work(n)))
  return median(times.slice(calls / 10))
}

export interface Size {
  readonly documents: number
  readonly calls: number
}

const anyItem = ({ documents }: Size): string => `item-${String(Math.floor(Math.random() * documents))}`

export const getOne = (store: Store, size: Size): Promise<number> =>
  p50(size.calls, () => store.collection('items').doc(anyItem(size)).get())

/** The p50 and the most documents that one of the queries examined. */
export async function page(
  store: Store,
  url: string,
  size: Size,
): Promise<{ ms: number; examined: number; rows: number }> {
  const fewest: number[] = []
  const query = async () => {
    const city = `city-${String(Math.floor(Math.random() * Math.min(1000, size.documents)))}`
    const items = store.collection('items').where({ city, price: store.command.gte(3000) })
    fewest.push((await items.orderBy('price', 'desc').limit(20).get()).data.length)
  }
  await fetch(`${url}/debug/counters`, { method: 'DELETE' })
  const ms = await p50(size.calls, query)
  const { shapes } = (await (await fetch(`${url}/debug/counters`)).json()) as {
    shapes: { worstExcess: number; documents: number; returned: number }[]
  }
  const worst = Math.max(...shapes.map(({ worstExcess }) => worstExcess))
  return { ms, examined: Math.max(...fewest) + worst, rows: Math.max(...fewest) }
}

/** Durable adds to the cloud and to the bare server in turn, so that the disk's mood hits both. */
export async function adds(
  store: Store,
  ours: string,
  bare: string,
  calls: number,
): Promise<{ ours: number; bare: number }> {
  const times = { ours: [] as number[], bare: [] as number[] }
  const add = (n: number) => () =>
    store
      .collection('items')
      .add({ data: { city: 'city-new', price: n, name: `New ${String(n)}`, tags: ['a', 'b'] } })
  for (let n = 0; n < calls; n++) {
    for (const side of n % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      pointSdkAt(side === 'ours' ? ours : bare)
      times[side].push(await timed(add(n)))
    }
  }
  pointSdkAt(ours)
  return { ours: median(times.ours.slice(calls / 10)), bare: median(times.bare.slice(calls / 10)) }
}

export const transaction = (store: Store, size: Size): Promise<number> =>
  p50(size.calls, async () => {
    const running = await store.startTransaction()
    const items = running.collection('items')
    const [one, other] = [anyItem(size), anyItem(size)]
    const { data } = await items.doc(one).get()
    await items.doc(one).update({ data: { price: Number(data['price']) + 1 } })
    await items.doc(other).update({ data: { floor: 1 } })
    await running.commit()
  })

/** Calls per second of a function that reads one document, by as many callers as there are workers. */
export async function throughput(
  url: string,
  size: Size,
  callers: number,
  seconds: number,
): Promise<{ perSecond: number; workers: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const threads = new Set<number>()
  let answered = 0
  const until = async (end: number) => {
    while (performance.now() < end) {
      const { result } = await call(agent, url, anyItem(size))
      if (result === undefined) throw new Error('a call failed in the throughput measure')
      threads.add(result.thread)
      answered++
    }
  }
  const all = (ms: number) =>
    Promise.all(Array.from({ length: callers }, () => until(performance.now() + ms)))
  await all(2000)
  answered = 0
  const elapsed = await timed(() => all(seconds * 1000))
  agent.destroy()
  return { perSecond: (answered / elapsed) * 1000, workers: threads.size }
}

function call(agent: Agent, url: string, id: string): Promise<{ result?: { thread: number } }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/call/reads`, {
      agent,
      method: 'POST',
      headers: { 'x-local-openid': 'bench' },
    })
    asked.on('error', reject).on('response', (response) => {
      let text = ''
      response.on('data', (bytes: Buffer) => (text += bytes.toString()))
      response.on('end', () => {
        resolve(JSON.parse(text) as { result?: { thread: number } })
      })
    })
    asked.end(JSON.stringify({ id }))
  })
}
