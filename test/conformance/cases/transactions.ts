import assert from 'node:assert/strict'
import type { Case, Tools } from '../case'
import { code, failsWith, failureOf, names } from '../case'
import type { Collection, Transaction } from '../sdk'

/** Starts a transaction, hands it over, and ends it whatever happens. */
const within = (
  name: string,
  work: (tools: Tools, inside: Collection, transaction: Transaction) => Promise<void>,
): Case => ({
  name,
  run: async (tools) => {
    await tools.plain.doc('one').set({ data: { n: 0 } })
    const transaction = await tools.db.startTransaction()
    try {
      await work(tools, transaction.collection(names.plain), transaction)
    } finally {
      await transaction.rollback().catch(() => undefined)
    }
  },
})
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/transaction/Transaction.html and
 * https://www.mongodb.com/docs/manual/core/transactions/. Conflicts inside a callback lose their code in the SDK
 * (wx-server-sdk 4.0.2 makes every code it does not know -501001).
 */
export const transactionCases: readonly Case[] = [
  within('a commit shows every write at once', async ({ plain }, inside, transaction) => {
    await inside.doc('one').update({ data: { n: 1 } })
    await inside.doc('made').set({ data: { n: 2 } })
    const { _id } = await inside.add({ data: { n: 3 } })
    assert.deepEqual((await plain.get()).data, [{ _id: 'one', n: 0 }])
    await transaction.commit()
    assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', n: 1 })
    assert.deepEqual((await plain.doc('made').get()).data, { _id: 'made', n: 2 })
    assert.deepEqual((await plain.doc(_id).get()).data, { _id, n: 3 })
  }),
  within('a rollback leaves nothing', async ({ plain }, inside, transaction) => {
    await inside.doc('one').update({ data: { n: 1 } })
    await inside.doc('made').set({ data: { n: 2 } })
    await transaction.rollback()
    assert.deepEqual((await plain.get()).data, [{ _id: 'one', n: 0 }])
  }),
  within('it reads its own writes', async ({ _ }, inside) => {
    await inside.doc('one').update({ data: { n: _.inc(1), l: _.push(1) } })
    await inside.doc('one').update({ data: { n: _.inc(1), l: _.push(2) } })
    assert.deepEqual((await inside.doc('one').get()).data, { _id: 'one', n: 2, l: [1, 2] })
    await inside.doc('one').remove()
    assert.equal((await inside.doc('one').get()).data, null)
    await inside.doc('one').set({ data: { again: true } })
    assert.deepEqual((await inside.doc('one').get()).data, { _id: 'one', again: true })
  }),
  within('it reads the store as of its start', async ({ plain }, inside) => {
    assert.deepEqual((await inside.doc('one').get()).data, { _id: 'one', n: 0 })
    await plain.doc('one').update({ data: { n: 5 } })
    await plain.doc('later').set({ data: { n: 1 } })
    assert.deepEqual((await inside.doc('one').get()).data, { _id: 'one', n: 0 })
    assert.equal((await inside.doc('later').get()).data, null)
  }),
  within('writing what changed since its start is a conflict', async ({ plain }, inside) => {
    await inside.doc('one').get()
    await plain.doc('one').update({ data: { n: 5 } })
    assert.match((await failureOf(inside.doc('one').update({ data: { n: 9 } }))).errMsg, /conflict/i)
    assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', n: 5 })
  }),
  within(
    'writing what another transaction holds is a conflict',
    async ({ db, plain }, inside, transaction) => {
      const second = await db.startTransaction()
      await inside.doc('one').update({ data: { n: 1 } })
      const failure = await failureOf(
        second
          .collection(names.plain)
          .doc('one')
          .update({ data: { n: 2 } }),
      )
      assert.match(failure.errMsg, /conflict/i)
      await transaction.commit()
      await second.rollback().catch(() => undefined)
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', n: 1 })
    },
  ),
  within(
    'a plain write waits for the transaction that holds its document',
    async ({ plain, _ }, inside, transaction) => {
      await inside.doc('one').update({ data: { n: 1 } })
      let written = false
      const outside = plain
        .doc('one')
        .update({ data: { n: _.inc(10) } })
        .then(() => (written = true))
      await pause(100)
      assert.equal(written, false)
      await transaction.commit()
      await outside
      assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', n: 11 })
    },
  ),
  within('a plain read does not wait', async ({ plain }, inside) => {
    await inside.doc('one').update({ data: { n: 1 } })
    assert.deepEqual((await plain.doc('one').get()).data, { _id: 'one', n: 0 })
    assert.equal((await plain.where({ n: 0 }).count()).total, 1)
  }),
  within('a missing document is null', async (_tools, inside) => {
    assert.equal((await inside.doc('nobody').get()).data, null)
  }),
  within('update and remove of a missing document change nothing', async (_tools, inside) => {
    assert.equal((await inside.doc('nobody').update({ data: { n: 1 } })).stats.updated, 0)
    assert.equal((await inside.doc('nobody').remove()).stats.removed, 0)
  }),
  within('where() is refused', async (_tools, inside) => {
    await failureOf(inside.where({ n: 0 }).get())
  }),
  within('a missing collection is -502005', async (_tools, _inside, transaction) => {
    await failsWith(code.noCollection, transaction.collection('conformance_nowhere').doc('x').get())
  }),
  within('it is gone after its end', async (_tools, inside, transaction) => {
    await transaction.commit()
    assert.match((await failureOf(inside.doc('one').get())).errMsg, /transaction/i)
    assert.match((await failureOf(inside.doc('one').update({ data: { n: 1 } }))).errMsg, /transaction/i)
    await failureOf(transaction.commit())
  }),
  within('a duplicate key is refused inside', async ({ unique }, _inside, transaction) => {
    await unique.add({ data: { code: 'held', team: '1' } })
    const inside = transaction.collection(names.unique)
    assert.match(
      (await failureOf(inside.add({ data: { code: 'held', team: '2' } }))).errMsg,
      /E11000|conflict/,
    )
  }),
  {
    name: 'runTransaction commits and gives what the callback gives',
    run: async ({ db, plain }) => {
      const given = await db.runTransaction(async (transaction) => {
        await transaction
          .collection(names.plain)
          .doc('one')
          .set({ data: { n: 1 } })
        return 'given'
      })
      assert.equal(given, 'given')
      assert.deepEqual((await plain.get()).data, [{ _id: 'one', n: 1 }])
    },
  },
  {
    name: 'runTransaction rolls back when the callback throws',
    run: async ({ db, plain }) => {
      const failed = db.runTransaction(async (transaction) => {
        await transaction
          .collection(names.plain)
          .doc('one')
          .set({ data: { n: 1 } })
        throw new Error('mine')
      })
      assert.match((await failureOf(failed)).errMsg, /mine/)
      assert.deepEqual((await plain.get()).data, [])
    },
  },
  {
    name: 'runTransaction rejects with the reason of a rollback',
    run: async ({ db, plain }) => {
      const reason = await db
        .runTransaction(async (transaction) => {
          await transaction
            .collection(names.plain)
            .doc('one')
            .set({ data: { n: 1 } })
          await transaction.rollback(-100)
        })
        .catch((error: unknown) => error)
      assert.equal(reason, -100)
      assert.deepEqual((await plain.get()).data, [])
    },
  },
  {
    name: 'runTransaction does not try again after a conflict inside the callback',
    run: async ({ db, plain }) => {
      await plain.doc('one').set({ data: { n: 0 } })
      let tries = 0
      const failed = db.runTransaction(async (transaction) => {
        tries++
        await plain.doc('one').update({ data: { n: tries } })
        await transaction
          .collection(names.plain)
          .doc('one')
          .update({ data: { n: -1 } })
      })
      assert.match((await failureOf(failed)).errMsg, /conflict/i)
      assert.equal(tries, 1)
    },
  },
  {
    name: 'transfers at the same time lose nothing',
    run: async ({ db, plain, _ }) => {
      await plain.doc('a').set({ data: { n: 100 } })
      await plain.doc('b').set({ data: { n: 0 } })
      const transfer = async (): Promise<void> => {
        for (;;) {
          const transaction = await db.startTransaction()
          try {
            const inside = transaction.collection(names.plain)
            const { data } = await inside.doc('a').get()
            await inside.doc('a').update({ data: { n: Number(data?.['n']) - 1 } })
            await inside.doc('b').update({ data: { n: _.inc(1) } })
            await transaction.commit()
            return
          } catch {
            await transaction.rollback().catch(() => undefined)
            await pause(Math.random() * 20)
          }
        }
      }
      await Promise.all(Array.from({ length: 6 }, transfer))
      assert.deepEqual((await plain.doc('a').get()).data, { _id: 'a', n: 94 })
      assert.deepEqual((await plain.doc('b').get()).data, { _id: 'b', n: 6 })
    },
  },
]
