import type { TestCloud, TestTransaction } from '../support/local-cloud'
import { connectSdk, failureOf, startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ indexes: { counters: [{ name: 'key', fields: ['key'], unique: true }] } })
})
afterAll(() => test.close())

const db = () => test.cloud.database({ throwOnNotFound: false })
const counter = (id: string, { collection } = { collection: (name: string) => db().collection(name) }) =>
  collection('counters').doc(id)
const inside = (transaction: TestTransaction, id: string) =>
  counter(id, { collection: (name) => transaction.collection(name) })
const start = (id: string) => counter(id).set({ data: { n: 0, key: id } })

it('loses no increment when many transactions read, add one and write, each trying again on a conflict', async () => {
  await start('busy')
  let conflicts = 0
  const increment = async (): Promise<void> => {
    for (;;) {
      const transaction = await db().startTransaction()
      try {
        const { data } = await inside(transaction, 'busy').get()
        await inside(transaction, 'busy').update({ data: { n: Number(data?.['n']) + 1 } })
        await transaction.commit()
        return
      } catch {
        conflicts++
        await transaction.rollback().catch(() => undefined)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      }
    }
  }
  await Promise.all(Array.from({ length: 12 }, increment))
  expect((await counter('busy').get()).data).toMatchObject({ n: 12 })
  expect(conflicts).toBeGreaterThan(0)
})

it('reads the store as it was at the start, and its own writes', async () => {
  await start('snap')
  const transaction = await db().startTransaction()
  await counter('snap').update({ data: { n: 5 } })
  await counter('born later').set({ data: { key: 'born later' } })
  expect((await inside(transaction, 'snap').get()).data).toMatchObject({ n: 0 })
  expect((await inside(transaction, 'born later').get()).data).toBeNull()
  const { _id } = await transaction.collection('counters').add({ data: { key: 'mine' } })
  expect((await inside(transaction, _id).get()).data).toMatchObject({ key: 'mine' })
  expect((await counter(_id).get()).data).toBeNull()
  await transaction.commit()
  expect((await counter(_id).get()).data).toMatchObject({ key: 'mine' })
})

it('conflicts when a document it writes changed since its start, and is gone after that', async () => {
  await start('changed')
  const transaction = await db().startTransaction()
  await counter('changed').update({ data: { n: 1 } })
  expect((await failureOf(inside(transaction, 'changed').update({ data: { n: 9 } }))).errMsg).toContain(
    'conflict',
  )
  expect((await failureOf(transaction.commit())).errMsg).toContain('Transaction does not exist')
  expect((await counter('changed').get()).data).toMatchObject({ n: 1 })
})

it('leaves nothing behind when rolled back', async () => {
  await start('back')
  const transaction = await db().startTransaction()
  await inside(transaction, 'back').update({ data: { n: 9 } })
  await inside(transaction, 'never').set({ data: { key: 'never' } })
  await transaction.rollback()
  expect((await counter('back').get()).data).toMatchObject({ n: 0 })
  expect((await counter('never').get()).data).toBeNull()
})

it('lets a write from outside wait for the transaction that holds its document', async () => {
  await start('held')
  const transaction = await db().startTransaction()
  await inside(transaction, 'held').update({ data: { n: 1 } })
  const outside = counter('held').update({ data: { n: db().command.inc(10) } })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await transaction.commit()
  await outside
  expect((await counter('held').get()).data).toMatchObject({ n: 11 })
})

it('refuses where() and aggregates inside', async () => {
  const transaction = await db().startTransaction()
  expect((await failureOf(transaction.collection('counters').where({ n: 1 }).get())).errMsg).toContain(
    'doc() operations',
  )
  await transaction.rollback()
})

it('keeps unique indexes across transactions', async () => {
  await start('taken')
  const transaction = await db().startTransaction()
  expect((await failureOf(inside(transaction, 'other').set({ data: { key: 'taken' } }))).errMsg).toContain(
    'E11000',
  )
  await transaction.rollback()
  const [first, second] = [await db().startTransaction(), await db().startTransaction()]
  await inside(first, 'one').set({ data: { key: 'race' } })
  await inside(second, 'two').set({ data: { key: 'race' } })
  await first.commit()
  expect((await failureOf(second.commit())).errMsg).toContain('conflict')
})

it('lets documents of a unique index exchange their values', async () => {
  await Promise.all([start('left'), start('right')])
  const transaction = await db().startTransaction()
  await inside(transaction, 'left').update({ data: { key: 'between' } })
  await inside(transaction, 'right').update({ data: { key: 'left' } })
  await inside(transaction, 'left').update({ data: { key: 'right' } })
  await transaction.commit()
  expect((await db().collection('counters').where({ key: 'right' }).get()).data).toMatchObject([
    { _id: 'left' },
  ])
  expect((await db().collection('counters').where({ key: 'left' }).get()).data).toMatchObject([
    { _id: 'right' },
  ])
})

it('refuses a collection that is missing', async () => {
  const transaction = await db().startTransaction()
  expect((await failureOf(transaction.collection('nowhere').doc('a').get())).errCode).toBe(-502005)
  await transaction.rollback()
})

it('gives a conflict the code of the service', async () => {
  await start('coded')
  const admin = async (body: Record<string, unknown>) =>
    (await (
      await test.at('/admin', {
        method: 'POST',
        body: JSON.stringify({ envName: 'test', collectionName: 'counters', ...body }),
      })
    ).json()) as { code?: string; transactionId?: string }
  const { transactionId } = await admin({ action: 'database.startTransaction' })
  await counter('coded').update({ data: { n: 1 } })
  const write = {
    action: 'database.modifyDocument',
    query: '{"_id":"coded"}',
    queryType: 'DOC',
    data: '{"$set":{"n":2}}',
  }
  expect((await admin({ ...write, transactionId })).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  const gone = await admin({ action: 'database.commitTransaction', transactionId })
  expect(gone.code).toBe('DATABASE_TRANSACTION_FAIL')
})

it.each(['loops', 'exits', 'answers'])(
  'is released when the function that left it open is over: it %s',
  async (how) => {
    await start(`left-${how}`)
    const body = JSON.stringify({ id: `left-${how}`, how })
    await test.at('/call/holds', { method: 'POST', body, openid: 'anna' })
    await counter(`left-${how}`).update({ data: { n: db().command.inc(1) } })
    expect((await counter(`left-${how}`).get()).data).toMatchObject({ n: 1 })
  },
)

it('ends when its life is over: its locks are released, nothing of it is kept, its commit fails', async () => {
  const short = await startTestCloud({ indexes: { counters: [] }, limits: { transactionMs: 200 } })
  const counters = short.cloud.database().collection('counters')
  await counters.doc('old').set({ data: { n: 0 } })
  const transaction = await short.cloud.database().startTransaction()
  await transaction
    .collection('counters')
    .doc('old')
    .update({ data: { n: 5 } })
  await counters.doc('old').update({ data: { m: 1 } })
  expect((await failureOf(transaction.commit())).errMsg).toContain('within 30 seconds')
  expect((await counters.doc('old').get()).data).toMatchObject({ n: 0, m: 1 })
  await short.close()
  connectSdk(test.url, 'test')
})

it('are open in a bounded number, and free their places when they end', async () => {
  const open: TestTransaction[] = []
  const refusal = await failureOf(
    (async () => {
      for (;;) open.push(await db().startTransaction())
    })(),
  )
  expect(refusal.errMsg).toContain('more than 200 transactions are open')
  await Promise.all(open.map((transaction) => transaction.rollback()))
  await (await db().startTransaction()).rollback()
})

it('is retried by runTransaction when the commit conflicts', async () => {
  await start('run')
  await Promise.all(
    [1, 2].map(() => db().runTransaction(async (transaction) => inside(transaction, 'run').get())),
  )
})
