import type { LivePage } from '../support/live-page'
import { hearOn, openLivePage, watch } from '../support/live-page'
import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    rules: {
      collections: {
        signals: { read: 'auth != null' },
        open: { read: true },
        own: { read: 'doc._openid == auth.openid' },
        shut: { read: false },
      },
    },
    indexes: { signals: [], open: [], own: [], shut: [], unruled: [] },
  })
})
afterAll(() => test.close())

const collection = (name = 'signals') => test.cloud.database().collection(name)
const put = (id: string, data: Record<string, unknown>, name = 'signals') =>
  collection(name).doc(id).set({ data })
const ids = (docs: readonly Record<string, unknown>[] = []) => docs.map(({ _id }) => _id)
const brief = (changes: readonly Record<string, unknown>[] = []) =>
  changes.map(({ queueType, dataType, docId }) => [queueType, dataType, docId].map(String).join(' '))
const saying = (words: string) => expect.stringContaining(words) as string

let page: LivePage
beforeEach(async () => {
  page = await openLivePage(test.url)
})
afterEach(() => {
  page.close()
})

describe('a watch', () => {
  it('tells what is there, then each change of it, and nothing else', async () => {
    await put('s1', { n: 1, old: true, at: { x: 1, y: 2 } })
    expect(await hearOn(page, watch({ _id: { $in: ['s1', 's2'] } }))).toEqual({
      ...{ id: 'w', type: 'init', event: 0 },
      docs: [{ _id: 's1', n: 1, old: true, at: { x: 1, y: 2 } }],
      docChanges: [
        {
          ...{ id: 0, queueType: 'init', dataType: 'init', docId: 's1' },
          doc: { _id: 's1', n: 1, old: true, at: { x: 1, y: 2 } },
        },
      ],
    })
    await put('s9', { n: 1 })
    await put('s2', { n: 1 })
    const added = await page.hear()
    expect(ids(added.docs)).toEqual(['s2', 's1'])
    expect(added).toMatchObject({
      type: 'next',
      event: 1,
      docChanges: [{ id: 1, queueType: 'enqueue', dataType: 'add', docId: 's2', doc: { n: 1 } }],
    })
    const { remove } = test.cloud.database().command
    await collection()
      .doc('s1')
      .update({ data: { n: 2, old: remove(), at: { y: 3 } } })
    expect(await page.hear()).toMatchObject({
      event: 2,
      docChanges: [
        {
          ...{ id: 2, queueType: 'update', dataType: 'update', docId: 's1' },
          ...{ updatedFields: { n: 2, 'at.y': 3 }, removedFields: ['old'] },
          doc: { _id: 's1', n: 2, at: { x: 1, y: 3 } },
        },
      ],
    })
    await put('s1', { n: 7 })
    const replaced = await page.hear()
    expect(brief(replaced.docChanges)).toEqual(['update replace s1'])
    expect(replaced.docChanges?.[0]).not.toHaveProperty('updatedFields')
    await collection().doc('s1').remove()
    expect(await page.hear()).toMatchObject({
      docs: [{ _id: 's2' }],
      docChanges: [{ queueType: 'dequeue', dataType: 'remove', docId: 's1', doc: { n: 7 } }],
    })
    page.say({ type: 'unwatch', id: 'w' })
    await put('s2', { n: 2 })
    expect(await hearOn(page, watch({ _id: 's2' }, { id: 'again' }))).toMatchObject({
      ...{ id: 'again', type: 'init' },
      docs: [{ n: 2 }],
    })
    expect(page.waiting).toEqual([])
  })

  it('tells when an update brings a document into the query or takes it out', async () => {
    await put('q1', { room: 'a', n: 1 })
    await hearOn(page, watch({ room: 'b' }))
    await collection()
      .doc('q1')
      .update({ data: { room: 'b' } })
    const came = await page.hear()
    expect(brief(came.docChanges)).toEqual(['enqueue update q1'])
    expect(came.docChanges?.[0]).toMatchObject({ updatedFields: { room: 'b' }, doc: { n: 1 } })
    await collection()
      .doc('q1')
      .update({ data: { room: 'c' } })
    expect(brief((await page.hear()).docChanges)).toEqual(['dequeue update q1'])
    await put('q1', { room: 'b' })
    expect(brief((await page.hear()).docChanges)).toEqual(['enqueue replace q1'])
    await put('q1', { room: 'c' })
    expect(brief((await page.hear()).docChanges)).toEqual(['dequeue replace q1'])
  })

  it('keeps a window in order: who leaves it is dequeued, who moves up is enqueued', async () => {
    for (const n of [1, 2, 3, 4, 5]) await put(`m${String(n)}`, { channel: 'c', n })
    const first = await hearOn(page, watch({ channel: 'c' }, { orderBy: { n: 'desc' }, limit: 3 }))
    expect(ids(first.docs)).toEqual(['m5', 'm4', 'm3'])
    const next = async (change: Promise<unknown>) => {
      await change
      const heard = await page.hear()
      return [ids(heard.docs), brief(heard.docChanges)]
    }
    expect(await next(put('m6', { channel: 'c', n: 6 }))).toEqual([
      ['m6', 'm5', 'm4'],
      ['dequeue limit m3', 'enqueue add m6'],
    ])
    expect(await next(collection().doc('m5').remove())).toEqual([
      ['m6', 'm4', 'm3'],
      ['dequeue remove m5', 'enqueue limit m3'],
    ])
    expect(
      await next(
        collection()
          .doc('m6')
          .update({ data: { n: 0 } }),
      ),
    ).toEqual([
      ['m4', 'm3', 'm2'],
      ['dequeue update m6', 'enqueue limit m2'],
    ])
    expect(
      await next(
        collection()
          .doc('m3')
          .update({ data: { n: 9 } }),
      ),
    ).toEqual([['m3', 'm4', 'm2'], ['update update m3']])
    await put('m1', { channel: 'c', n: 1, beyond: true })
    expect(await next(collection().where({ channel: 'c' }).remove())).toEqual([
      [],
      ['dequeue remove m3', 'dequeue remove m4', 'dequeue remove m2'],
    ])
    expect(await next(put('m1', { channel: 'c', n: 1 }))).toEqual([['m1'], ['enqueue add m1']])
  })

  it('is ordered by _id descending unless it says otherwise, as the service’s are', async () => {
    for (const id of ['d2', 'd3', 'd1']) await put(id, { plain: 1 })
    expect(ids((await hearOn(page, watch({ plain: 1 }))).docs)).toEqual(['d3', 'd2', 'd1'])
    await put('d25', { plain: 1 })
    expect(ids((await page.hear()).docs)).toEqual(['d3', 'd25', 'd2', 'd1'])
  })

  it('knows a document by its number where its _id is one', async () => {
    await collection()
      .doc(7 as never)
      .set({ data: { n: 1 } })
    expect(brief((await hearOn(page, watch({ _id: 7 }))).docChanges)).toEqual(['init init 7'])
    await collection()
      .doc(7 as never)
      .update({ data: { n: 2 } })
    expect(brief((await page.hear()).docChanges)).toEqual(['update update 7'])
  })

  it('carries a transaction in one event, and only once it is committed', async () => {
    await hearOn(page, watch({ _id: { $in: ['t1', 't2'] } }))
    const write = async (n: number) => {
      const transaction = await test.cloud.database().startTransaction()
      for (const id of ['t1', 't2']) await transaction.collection('signals').doc(id).set({ data: { n } })
      return transaction
    }
    await (await write(1)).rollback()
    await (await write(7)).commit()
    expect(await page.hear()).toMatchObject({
      docs: [{ n: 7 }, { n: 7 }],
      docChanges: [{ id: 1 }, { id: 1 }],
    })
  })

  it('holds 5,000 documents and ends with an error at one more', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => JSON.stringify({ _id: `many${String(n)}` }))
    const insert = (data: readonly string[]) =>
      test.at('/admin', {
        method: 'POST',
        body: JSON.stringify({
          action: 'database.insertDocument',
          envName: 'test',
          collectionName: 'open',
          data,
        }),
      })
    await insert(many)
    expect((await hearOn(page, watch({}, { collection: 'open' }))).docs).toHaveLength(5000)
    await insert(['{"_id":"one more"}'])
    expect(await page.hear()).toMatchObject({ id: 'w', type: 'error', message: saying('at most 5000') })
    expect(await hearOn(page, watch({}, { collection: 'open' }))).toMatchObject({ type: 'error' })
    expect((await hearOn(page, watch({}, { collection: 'open', limit: 10 }))).docs).toHaveLength(10)
  })
})

describe('the read rule', () => {
  it.each([
    ['signals', 'anna', true],
    ['signals', '', false],
    ['open', '', true],
    ['shut', 'anna', false],
    ['unruled', 'anna', false],
    ['own', 'anna', false],
  ])('of %s for %j', async (name, openid, allowed) => {
    const heard = await hearOn(page, watch({}, { collection: name, openid, limit: 1 }))
    if (allowed) expect(heard.type).toBe('init')
    else expect(heard).toMatchObject({ id: 'w', type: 'error', code: 'DATABASE_PERMISSION_DENIED' })
  })

  it('lets people watch their own documents by asking for them', async () => {
    await put('o1', { _openid: 'anna' }, 'own')
    await put('o2', { _openid: 'bob' }, 'own')
    const own = { collection: 'own' }
    expect(ids((await hearOn(page, watch({ _openid: '{openid}' }, own))).docs)).toEqual(['o1'])
    expect(ids((await hearOn(page, watch({ _openid: 'anna' }, own))).docs)).toEqual(['o1'])
    expect(await hearOn(page, watch({ _openid: 'bob' }, own))).toMatchObject({ type: 'error' })
    expect(await hearOn(page, watch({ $or: [{ _openid: 'anna' }, {}] }, own))).toMatchObject({
      type: 'error',
    })
    expect(await hearOn(page, watch({ _openid: { $ne: 'anna' } }, own))).toMatchObject({ type: 'error' })
  })
})
