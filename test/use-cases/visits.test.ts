import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import { dayAfter, dayOf } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import type { VisitMove } from '#domain/visit'

import { db } from '../../cloudfunctions/cloud/database'
import { findShop, saveShop } from '../../cloudfunctions/store/shops'
import { listGuidance } from '../../cloudfunctions/use-cases/guidance/list'
import { listVisits, routeOf } from '../../cloudfunctions/use-cases/visit/list'
import { moveVisitOn } from '../../cloudfunctions/use-cases/visit/move'
import { planVisit } from '../../cloudfunctions/use-cases/visit/plan'
import { yes } from '../support/a-submission'
import { command, district, MONDAY, reporter } from '../support/builders'
import { cardsIn, deputise, handOver, hearsOf } from '../support/care'
import { aHeld } from '../support/claims'
import { auditOf, foundShopOffice, headOne, headTwo, marketHead, nowAs } from '../support/shop-district'
import { aKey, foundDistrict } from '../support/small-district'
import { atPhone, deskOf, rowOf, say } from '../support/talk'

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

const today = dayOf(MONDAY)

const plan = async (by: Actor, shop: Id<'shop'>, given: Partial<Input<'visit.plan'>> = {}) => {
  const when = { day: today, time: 600 }
  return planVisit({ shop, ...when, topic: '消毒柜怎么用', key: aKey(), ...given }, await atPhone(by))
}
const step = async (by: Actor, id: Id<'visit'>, version: number, move: VisitMove) =>
  moveVisitOn({ id, version, move }, await atPhone(by))
const ofShop = async (by: Actor, shop: Id<'shop'>) =>
  listVisits({ of: { kind: 'shop', shop }, cursor: null }, await nowAs(by))
const route = async (by: Actor, day = today) =>
  yes(await routeOf({ day, from: null }, await nowAs(by))).rows.map(({ id }) => id)

describe('a visit', () => {
  it('is planned by the shop’s head or deputy, and by nobody else', async () => {
    const { shop, person } = await aHeld()
    for (const other of [person, headTwo, marketHead, command, reporter])
      expect(await plan(other, shop.id)).toMatchObject({ code: 'not-found' })
    await deputise(headTwo)
    expect((await plan(headTwo, shop.id)).ok).toBe(true)
  })

  it('is told to the shop and stands at its desk', async () => {
    const { shop, person } = await aHeld()
    const { id } = yes(await plan(headOne, shop.id))
    expect(await cardsIn(person, deskOf(shop))).toMatchObject([{ kind: 'visit', visit: id, what: 'planned' }])
    expect(await hearsOf(person, 'visit')).toEqual(['planned'])
    const { rows } = yes(await ofShop(person, shop.id))
    expect(rows).toMatchObject([{ id, when: { day: today, time: 600 }, may: ['askOther'] }])
    expect(await ofShop(reporter, shop.id)).toMatchObject({ code: 'not-found' })
  })

  it('is what the desk’s line in the list says, until something else is said there', async () => {
    const { shop, person } = await aHeld()
    yes(await plan(headOne, shop.id))
    const line = async () => (await rowOf(person, deskOf(shop)))?.latest?.line
    expect(await line()).toEqual({ kind: 'card', words: '', event: 'visit-planned' })
    yes(await say(person, deskOf(shop), '好的，等您'))
    expect(await line()).toEqual({ kind: 'text', words: '好的，等您' })
  })

  it('sent twice, also at once, is one visit; the same key for another day is refused', async () => {
    const { shop, person } = await aHeld()
    const key = aKey()
    const sent = await Promise.all([1, 2, 3].map(() => plan(headOne, shop.id, { key })))
    expect(new Set(sent.map((one) => yes(one).id)).size).toBe(1)
    const other = { key, day: dayAfter(today, 1) }
    expect(await plan(headOne, shop.id, other)).toMatchObject({ code: 'key-reused' })
    expect(yes(await ofShop(headOne, shop.id)).rows).toHaveLength(1)
    expect(await cardsIn(person, deskOf(shop))).toHaveLength(1)
  })

  it('needs a day to come and a topic', async () => {
    const { shop } = await aHeld()
    const past = { day: dayAfter(today, -1) }
    expect(await plan(headOne, shop.id, past)).toMatchObject({ code: 'day-passed' })
    expect(await plan(headOne, shop.id, { topic: '' })).toMatchObject({ code: 'topic-missing' })
    expect(await plan(headOne, shop.id, { topic: '#risky#' })).toMatchObject({ code: 'content-refused' })
  })

  it('is moved where the shop asks for another time, and ends with what was shown', async () => {
    const { shop, person } = await aHeld()
    const { id } = yes(await plan(headOne, shop.id))
    const ask: VisitMove = { kind: 'askOther', words: '上午人多，下午行吗' }
    expect(await step(headOne, id, 1, ask)).toMatchObject({ code: 'not-permitted' })
    for (let times = 0; times < 2; times += 1) expect(yes(await step(person, id, 1, ask)).version).toBe(2)
    expect(await hearsOf(headOne, 'visit')).toEqual(['asked'])
    yes(await step(headOne, id, 2, { kind: 'shift', when: { day: today, time: 900 } }))
    const finish: VisitMove = { kind: 'finish', words: '教了配消毒水', items: ['买一个量杯'] }
    expect(await step(person, id, 3, finish)).toMatchObject({ code: 'not-permitted' })
    for (let times = 0; times < 2; times += 1) yes(await step(headOne, id, 3, finish))
    const cards = await cardsIn(person, deskOf(shop))
    expect(cards.map((card) => `${card.kind} ${'what' in card ? card.what : ''}`).sort()).toEqual([
      'guidance opened',
      'visit done',
      'visit moved',
      'visit planned',
    ])
    const items = yes(
      await listGuidance(
        { of: { kind: 'shop', shop: shop.id }, open: true, cursor: null },
        await nowAs(person),
      ),
    ).rows
    expect(items).toMatchObject([{ words: '买一个量杯', from: { kind: 'visit', visit: id } }])
    expect(await auditOf(`visits/${id}`)).toHaveLength(4)
  })

  it('cancelled by the head and finished by the deputy at once is one of both', async () => {
    const { shop } = await aHeld()
    await deputise(headTwo)
    const { id } = yes(await plan(headOne, shop.id))
    const both = await Promise.all([
      step(headOne, id, 1, { kind: 'cancel', words: '临时有会' }),
      step(headTwo, id, 1, { kind: 'finish', words: '看过了', items: ['擦灯罩'] }),
    ])
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['ok', 'stale'])
    const done = yes(await ofShop(headOne, shop.id)).rows[0]?.status.kind === 'done'
    const of = { kind: 'shop', shop: shop.id } as const
    const left = yes(await listGuidance({ of, open: true, cursor: null }, await nowAs(headOne))).rows
    expect(left).toHaveLength(done ? 1 : 0)
  })
})

describe('the way of a day', () => {
  const put = async (id: Id<'shop'>, lng: number) => {
    const shop = await findShop(db, district, id)
    if (shop) await saveShop(db, { ...shop, point: { lng, lat: 43.9 } })
  }

  it('goes by the hours, takes in between what lies between, and holds that day’s planned visits alone', async () => {
    const [first, between, last, other] = [await aHeld(), await aHeld(), await aHeld(), await aHeld()]
    for (const [at, { shop }] of [first, between, last].entries()) await put(shop.id, 125.2 + at / 20)
    const three = yes(await plan(headOne, last.shop.id, { time: 900 })).id
    const one = yes(await plan(headOne, first.shop.id, { time: 540 })).id
    const two = yes(await plan(headOne, between.shop.id, { time: null })).id
    yes(await plan(headOne, other.shop.id, { day: dayAfter(today, 1) }))
    const off = yes(await plan(headOne, other.shop.id)).id
    yes(await step(headOne, off, 1, { kind: 'cancel', words: '店里停电' }))
    expect(await route(headOne)).toEqual([one, two, three])
  })

  it('is one’s own: the deputy’s is another; after a hand-over the next head finds the visit, the former does not', async () => {
    const { shop, person } = await aHeld()
    const { id } = yes(await plan(headOne, shop.id))
    await deputise(headTwo)
    expect([await route(headOne), await route(headTwo)]).toEqual([[id], []])
    const caseload = async (by: Actor) =>
      yes(await listVisits({ of: { kind: 'caseload' }, cursor: null }, await nowAs(by))).rows.map(
        (row) => row.id,
      )
    expect(await caseload(headTwo)).toEqual([id])
    await handOver(shop)
    expect([await route(headOne), await route(headTwo)]).toEqual([[], [id]])
    expect(await step(headOne, id, 1, { kind: 'cancel', words: '不去了' })).toMatchObject({
      code: 'not-found',
    })
    yes(await step(headTwo, id, 1, { kind: 'shift', when: { day: today, time: null } }))
    expect(await route(headTwo)).toEqual([id])
    expect(yes(await ofShop(person, shop.id)).rows).toHaveLength(1)
  })
})
