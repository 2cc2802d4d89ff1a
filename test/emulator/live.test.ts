import { WebSocket } from 'ws'
import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    rules: { collections: { signals: { read: 'auth != null' } } },
    indexes: { signals: [], secrets: [] },
  })
})
afterAll(() => test.close())

interface Page {
  say(message: unknown): void
  hear(): Promise<Record<string, unknown>>
  close(): void
}

async function openPage(): Promise<Page> {
  const socket = new WebSocket(`${test.url.replace('http', 'ws')}/live`)
  const heard: Record<string, unknown>[] = []
  let wake = () => undefined as unknown
  socket.on('message', (bytes: Buffer) => {
    heard.push(JSON.parse(bytes.toString()) as Record<string, unknown>)
    wake()
  })
  await new Promise((resolve) => socket.once('open', resolve))
  return {
    say: (message) => {
      socket.send(JSON.stringify(message))
    },
    hear: async () => {
      while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      return heard.shift() ?? {}
    },
    close: () => {
      socket.close()
    },
  }
}

const signals = () => test.cloud.database().collection('signals')
const watch = (query: unknown, id = 'w', openid = 'anna') => ({
  type: 'watch',
  id,
  collection: 'signals',
  query,
  openid,
  env: 'test',
})

it('tells what is there, then each change of it, and nothing else', async () => {
  await signals()
    .doc('s1')
    .set({ data: { n: 1 } })
  const page = await openPage()
  page.say(watch({ _id: { $in: ['s1', 's2'] } }))
  expect(await page.hear()).toEqual({
    id: 'w',
    type: 'init',
    docs: [{ _id: 's1', n: 1 }],
    docChanges: [{ queueType: 'init', dataType: 'init', docId: 's1' }],
  })
  await signals()
    .doc('s9')
    .set({ data: { n: 1 } })
  await signals()
    .doc('s2')
    .set({ data: { n: 1 } })
  expect(await page.hear()).toMatchObject({
    type: 'next',
    docChanges: [{ queueType: 'enqueue', dataType: 'add', docId: 's2' }],
  })
  await signals()
    .doc('s1')
    .update({ data: { n: 2 } })
  expect(await page.hear()).toMatchObject({
    docs: [{ n: 2 }, { n: 1 }],
    docChanges: [{ queueType: 'update', docId: 's1' }],
  })
  await signals().doc('s1').remove()
  expect(await page.hear()).toMatchObject({
    docs: [{ _id: 's2' }],
    docChanges: [{ queueType: 'dequeue', dataType: 'remove', docId: 's1' }],
  })
  page.say({ type: 'unwatch', id: 'w' })
  page.say(watch({ _id: 's2' }, 'again'))
  expect(await page.hear()).toMatchObject({ id: 'again', type: 'init' })
  page.close()
})

it('carries a transaction only once it is committed', async () => {
  const page = await openPage()
  page.say(watch({ _id: 't1' }))
  await page.hear()
  const transaction = await test.cloud.database().startTransaction()
  await transaction
    .collection('signals')
    .doc('t1')
    .set({ data: { n: 1 } })
  await transaction.rollback()
  await signals()
    .doc('t1')
    .set({ data: { n: 7 } })
  expect(await page.hear()).toMatchObject({ docs: [{ n: 7 }] })
  page.close()
})

it('shows nothing that the rules do not open', async () => {
  const page = await openPage()
  page.say({ ...watch({}), collection: 'secrets' })
  expect(await page.hear()).toMatchObject({ id: 'w', type: 'error', code: 'DATABASE_PERMISSION_DENIED' })
  page.say(watch({}, 'w', ''))
  expect(await page.hear()).toMatchObject({ type: 'error', code: 'DATABASE_PERMISSION_DENIED' })
  page.say('nonsense')
  expect(await page.hear()).toMatchObject({ type: 'error', code: 'MALFORMED_REQUEST' })
  page.close()
})

it('lets no other site in', async () => {
  const socket = new WebSocket(`${test.url.replace('http', 'ws')}/live`, { origin: 'http://evil.example' })
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
  expect(error.message).toContain('403')
})
