import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WebSocket } from 'ws'
import { liveSocket } from '../../src/platform/live-socket.h5'
import { keepWatching } from '../../src/platform/watch-loop'
import type { Cloud } from '../../tools/emulator/cloud'
import { startCloud } from '../../tools/emulator/cloud'
import type { Sdk } from '../support/local-cloud'
import { connectSdk } from '../support/local-cloud'

/** The page's sockets, so that a test can cut one as a lost network does. */
const sockets: PageSocket[] = []
class PageSocket extends WebSocket {
  heard = 0

  constructor(address: string) {
    super(address)
    sockets.push(this)
    this.on('message', () => (this.heard += 1))
    // A browser only closes; ws reports what went wrong first.
    this.on('error', () => undefined)
  }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20))
const newest = () => sockets.at(-1) as PageSocket

let data: string
let cloud: Cloud
let sdk: Sdk
const start = async (port = 0) => {
  cloud = await startCloud({
    ...{ functions: path.join(__dirname, 'functions'), data, port, quiet: true, timers: false },
    rules: { collections: { signals: { read: 'auth != null' } } },
    indexes: { signals: [] },
  })
  sdk = connectSdk(cloud.url, 'local')
}

beforeEach(async () => {
  Object.assign(globalThis, { WebSocket: PageSocket })
  sockets.length = 0
  data = await mkdtemp(path.join(tmpdir(), 'live-page-'))
  await start()
})
afterEach(async () => {
  await cloud.close()
  await rm(data, { recursive: true, force: true })
})

const set = (key: string, n: number) => sdk.database().collection('signals').doc(key).set({ data: { n } })

/** A page with its own connection; `rises` waits until a watch was told so often, `told` is how often it was. */
const aPage = () => {
  const connectTo = liveSocket({
    address: () => `${cloud.url.replace('http', 'ws')}/live`,
    openid: () => 'anna',
  })
  let turn = (_visible: boolean): void => undefined
  const watch = (key: string) => {
    let told = 0
    let wake = () => undefined as unknown
    const onVisibility = (tell: (visible: boolean) => void) => {
      turn = tell
      return () => undefined
    }
    const stop = keepWatching(connectTo(key), onVisibility, () => {
      told += 1
      wake()
    })
    const rises = async (times: number) => {
      while (told < times) await new Promise<void>((resolve) => (wake = resolve))
      return told
    }
    return { stop, rises }
  }
  return {
    watch,
    turn: (visible: boolean) => {
      turn(visible)
    },
  }
}

it('carries all watches of a page over one connection, and ends it with the last', async () => {
  const page = aPage()
  const one = page.watch('one')
  const two = page.watch('two')
  await Promise.all([one.rises(1), two.rises(1)])
  await set('two', 1)
  expect(await two.rises(2)).toBe(2)
  one.stop()
  await set('one', 1)
  await set('two', 2)
  expect([await two.rises(3), await one.rises(1), sockets.length]).toEqual([3, 1, 1])
  two.stop()
  expect(newest().readyState).toBe(WebSocket.CLOSING)
})

it('misses nothing and tells nothing twice when its connection is cut', async () => {
  await set('key', 1)
  const { rises, stop } = aPage().watch('key')
  await rises(1)
  newest().terminate()
  for (const n of [2, 3, 4]) await set('key', n)
  expect(await rises(2)).toBe(2)
  newest().terminate()
  await set('key', 5)
  expect(await rises(3)).toBe(3)
  await set('key', 6)
  expect(await rises(4)).toBe(4)
  expect(sockets).toHaveLength(3)
  stop()
})

it('says nothing when nothing changed while it was away', async () => {
  await set('key', 1)
  const { rises, stop } = aPage().watch('key')
  await rises(1)
  newest().terminate()
  while (sockets.length === 1 || newest().heard === 0) await soon()
  expect(await rises(1)).toBe(1)
  await set('key', 2)
  expect(await rises(2)).toBe(2)
  stop()
})

it('finds the cloud again after it was stopped and started at the same port', async () => {
  await set('key', 1)
  const { rises, stop } = aPage().watch('key')
  await rises(1)
  const { port } = cloud
  await cloud.close()
  await new Promise((resolve) => newest().once('close', resolve))
  while (sockets.length === 1) await soon()
  await start(port)
  await set('key', 2)
  expect(await rises(2)).toBe(2)
  await set('key', 3)
  expect(await rises(3)).toBe(3)
  stop()
})

it('lets go of the connection while the page is hidden, and catches up when it is shown', async () => {
  const page = aPage()
  const { rises, stop } = page.watch('key')
  await rises(1)
  page.turn(false)
  await set('key', 1)
  expect(newest().readyState).toBe(WebSocket.CLOSING)
  page.turn(true)
  expect(await rises(2)).toBe(2)
  stop()
})
