import type { Actor } from '#domain/actor'

import { db } from '../../cloudfunctions/cloud/database'
import { addOutboxEntry, findOutboxEntry } from '../../cloudfunctions/store/outbox'
import { randomId } from '../../cloudfunctions/use-cases/derived-id'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { readEntries } from '../../cloudfunctions/use-cases/inbox/read'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { sessionOf, yes } from '../support/a-submission'
import { aGrant, anActor, HOUR, later, MONDAY } from '../support/builders'
import { aShopWith, checks, handsOn, heardOf, knows, reminds, sent } from '../support/circulars'
import { foundShopOffice, headOne } from '../support/shop-district'
import { addPeople, as, cloudUrl, foundDistrict, signalKeyOf } from '../support/small-district'

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

/** 「什么 未读／已办」 of each entry, newest first, once everyone has been told; and the badge. */
const inboxOf = async (actor: Actor) => {
  await deliverWaiting(later(60_000))
  const { rows } = yes(await listEntries({ cursor: null }, as(actor)))
  const marks = rows.map(({ read, settled }) => `${read ? 'read' : 'unread'} ${settled ? 'settled' : 'open'}`)
  return { marks, unread: (await sessionOf(actor)).unread }
}
const open = { marks: ['unread open'], unread: 1 }
const settled = { marks: ['read settled'], unread: 0 }
const signalOf = async (actor: Actor) =>
  (await db.collection('signals').doc(signalKeyOf(actor)).get()).data?.['n']

const ownsBoth = async () => {
  const [one, other] = [await aShopWith(1), await aShopWith(0)]
  const both = anActor(
    `both-${one.shop.id}`,
    ...[one, other].map(({ shop }) => aGrant('owner', { kind: 'shop', shop: shop.id })),
  )
  await addPeople([both])
  return { both, one, other }
}

describe('what the inbox says of a circular', () => {
  it('is settled by 「我知道了」, for every owner of the shop and for nobody else', async () => {
    const { shop, owners } = await aShopWith(2)
    const other = await aShopWith(1)
    const id = await sent()
    for (const owner of [...owners, other.owner]) expect(await inboxOf(owner)).toEqual(open)
    const [first = headOne, second = headOne] = owners
    const before = await signalOf(second)
    yes(await knows(first, id, shop))
    const raised = await signalOf(second)
    expect(raised).toBe(Number(before) + 1)
    for (const owner of owners) expect(await inboxOf(owner)).toEqual(settled)
    expect(await inboxOf(other.owner)).toEqual(open)
    yes(await knows(second, id, shop))
    expect([await inboxOf(first), await signalOf(second)]).toEqual([settled, raised])
  })

  it('is settled by the self-check too, with the reminders that came meanwhile', async () => {
    const { shop, owner } = await aShopWith(1)
    const id = await sent()
    yes(await reminds(headOne, id))
    expect((await inboxOf(owner)).unread).toBe(2)
    yes(await checks(owner, id, shop, ['done', 'not']))
    expect(await inboxOf(owner)).toEqual({ marks: ['read settled', 'read settled'], unread: 0 })
  })

  it('waits for the last of somebody’s shops, and for none that was handed on', async () => {
    const { both, one, other } = await ownsBoth()
    const id = await sent()
    yes(await knows(one.owner, id, one.shop))
    expect(await inboxOf(one.owner)).toEqual(settled)
    expect(await inboxOf(both)).toEqual(open)
    yes(await knows(both, id, other.shop))
    expect(await inboxOf(both)).toEqual(settled)
    const next = await sent({ title: '春季' })
    await handsOn(other.shop)
    yes(await knows(both, next, one.shop))
    // Unread is that the other shop's head is another one now.
    const { marks, unread } = await inboxOf(both)
    expect([[...marks].sort(), unread]).toEqual([['read settled', 'read settled', 'unread open'], 1])
  })

  it('is settled once both shops have answered at the same moment, however often', async () => {
    const { both, one, other } = await ownsBoth()
    const id = await sent()
    await heardOf(both)
    await Promise.all([one, other, one, other, one].map(({ shop }) => knows(both, id, shop)))
    expect(await inboxOf(both)).toEqual(settled)
  })

  it('leaves unread what else there is: another circular, another kind', async () => {
    const { shop, owner } = await aShopWith(1)
    const id = await sent()
    await sent({ title: '另一条' })
    await addOutboxEntry(db, {
      ...{ id: randomId(), at: MONDAY },
      audience: { persons: [owner.id], posts: [], except: null },
      notice: { kind: 'role', what: 'granted', role: 'owner', title: '' },
    })
    expect((await inboxOf(owner)).unread).toBe(3)
    yes(await knows(owner, id, shop))
    const { marks, unread } = await inboxOf(owner)
    expect([[...marks].sort(), unread]).toEqual([['read settled', 'unread open', 'unread open'], 2])
    expect(yes(await readEntries({ until: later(HOUR) }, as(owner, later(HOUR)))).unread).toBe(0)
  })

  it('that is told after the answer comes settled, however often it is told', async () => {
    const { shop, owner } = await aShopWith(1)
    const waiting = await aShopWith(1)
    const id = await sent()
    await inboxOf(owner)
    yes(await knows(owner, id, shop))
    const late = {
      ...{ id: randomId<'outboxEntry'>(), at: MONDAY },
      audience: { persons: [owner.id, waiting.owner.id], posts: [], except: null },
      notice: { kind: 'circular', what: 'reminded', circular: id, title: '冬季' },
    } as const
    for (let times = 0; times < 2; times += 1) {
      await addOutboxEntry(db, late)
      expect(await inboxOf(owner)).toEqual({ marks: ['read settled', 'read settled'], unread: 0 })
      expect(await findOutboxEntry(late.id)).toBeNull()
    }
    expect((await inboxOf(waiting.owner)).unread).toBe(2)
  })

  it('is found and counted without looking through what else the inbox holds', async () => {
    const { shop, owner } = await aShopWith(1)
    const id = await sent()
    await inboxOf(owner)
    yes(await readEntries({ until: later(-1) }, as(owner)))
    const rows = Array.from({ length: 300 }, (_, at) => ({
      // Half of them settled, half of them read.
      ...{ _id: `old-${String(at)}`, person: owner.id, settled: at < 150, at: later(at < 150 ? 0 : -HOUR) },
      notice: { kind: 'role', what: 'granted', role: 'owner', title: '' },
    }))
    await db.collection('inbox').add({ data: rows })
    const before = await examined()
    yes(await knows(owner, id, shop))
    expect((await sessionOf(owner)).unread).toBe(0)
    expect((await examined()) - before).toBeLessThan(10)
  })
})

const examined = async () => {
  const answer = await fetch(`${cloudUrl()}/debug/counters?env=${env}`)
  const { collections } = (await answer.json()) as {
    collections: readonly { env: string; collection: string; documents: number }[]
  }
  return collections.find((one) => one.env === env && one.collection === 'inbox')?.documents ?? Number.NaN
}
