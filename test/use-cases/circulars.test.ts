import type { Actor } from '#domain/actor'
import { everyShop } from '#domain/circular'

import { db } from '../../cloudfunctions/cloud/database'
import { depute } from '../../cloudfunctions/use-cases/caseload/depute'
import { recallMessage } from '../../cloudfunctions/use-cases/channel/take-back'
import { listSent } from '../../cloudfunctions/use-cases/circular/list'
import { postCirculars } from '../../cloudfunctions/use-cases/circular/post-circular'
import { previewCircular } from '../../cloudfunctions/use-cases/circular/preview'
import { listMine } from '../../cloudfunctions/use-cases/circular/read'
import { yes } from '../support/a-submission'
import { day, hair, inn } from '../support/a-shop'
import { command, later, otherStreet, reporter, street } from '../support/builders'
import {
  aSending,
  aShopWith,
  countOf,
  handsOn,
  heardOf,
  knows,
  partOf,
  reminds,
  sees,
  sends,
  sent,
} from '../support/circulars'
import {
  auditOf,
  caseloadOf,
  entryOf,
  foundShopOffice,
  headOne,
  headTwo,
  nowAs,
} from '../support/shop-district'
import { as, foundDistrict } from '../support/small-district'
import { groupOf, opens, readsIn } from '../support/talk'

const group = groupOf(caseloadOf(headOne))

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

const waitsFor = async (actor: Actor) =>
  yes(await listMine({}, await nowAs(actor))).rows.map(({ title }) => title)

describe('sending a circular', () => {
  it('is for the head of the group, the deputy and command, and nobody else', async () => {
    await aShopWith(1)
    expect(await sends({}, headTwo)).toMatchObject({ code: 'not-found' })
    yes(await depute({ id: caseloadOf(headOne), version: 1, deputy: entryOf(headTwo) }, as(command)))
    expect(yes(await sends({}, headOne)).shops).toBe(1)
    expect(yes(await sends({}, headTwo)).shops).toBe(1)
    expect(yes(await sends({}, command)).shops).toBe(1)
    expect(await sends({ to: { kind: 'district' } }, headOne)).toMatchObject({ code: 'not-found' })
    expect(await readsIn(headOne, group)).toHaveLength(3)
  })

  it('puts one card into the group, by its author, and a notice into the inbox of whom it is for', async () => {
    const barber = await aShopWith(2)
    const bath = await aShopWith(1, { trade: inn })
    await sent({ aim: { ...everyShop, trades: [hair] } })
    const { messages } = yes(await opens(bath.owner, group))
    expect(messages).toMatchObject([
      {
        author: { id: headOne.id, standing: 'head' },
        body: { kind: 'circular', title: '冬季通风与毛巾消毒' },
      },
    ])
    for (const owner of barber.owners) expect(await heardOf(owner)).toEqual(['sent'])
    expect(await heardOf(bath.owner)).toEqual([])
    expect(await heardOf(headOne)).toEqual([])
  })

  it('previews by the same rule how many shops it reaches, and where nobody has signed in', async () => {
    await aShopWith(1, { street: otherStreet })
    await aShopWith(0, { street: otherStreet })
    await aShopWith(1, { street })
    const { to, aim } = aSending({ aim: { ...everyShop, streets: [otherStreet] } })
    const preview = yes(await previewCircular({ to, aim }, await nowAs(headOne)))
    expect(preview).toMatchObject({ shops: 2, absent: 1, groups: [{ shops: 2 }] })
    expect(await countOf(headOne, await sent({ aim }))).toBe('0/2')
    expect(await previewCircular({ to, aim }, await nowAs(headTwo))).toMatchObject({ code: 'not-found' })
  })

  it('freezes whom it is for: a shop that gets its licence, or comes later, changes nothing', async () => {
    const { shop } = await aShopWith(1, { licences: [] })
    const id = await sent({ aim: { ...everyShop, without: ['hygieneLicence'] } })
    await db
      .collection('shops')
      .doc(shop.id)
      .update({ data: { licences: [{ kind: 'hygiene', number: 'H', until: day('2030-01-01') }] } })
    await aShopWith(1, { licences: [] })
    expect(await countOf(headOne, id)).toBe('0/1')
  })

  it('of command goes into every group that has a shop it is for', async () => {
    const one = await aShopWith(1)
    const two = await aShopWith(1, {}, headTwo)
    const { ids, shops } = yes(await sends({ to: { kind: 'district' } }, command))
    expect({ groups: ids.length, shops }).toEqual({ groups: 2, shops: 2 })
    for (const { owner } of [one, two]) {
      expect(await waitsFor(owner)).toHaveLength(1)
      expect(await heardOf(owner)).toEqual(['sent'])
    }
    const { messages } = yes(await opens(two.owner, groupOf(caseloadOf(headTwo))))
    expect(messages).toMatchObject([{ author: { standing: 'command' } }])
    const rows = yes(await listSent({ scope: 'district', cursor: null }, await nowAs(command))).rows
    expect(rows.map(({ shops: count }) => count)).toEqual([1, 1])
    expect(yes(await listSent({ scope: 'mine', cursor: null }, await nowAs(headOne))).rows).toHaveLength(1)
    expect(await listSent({ scope: 'district', cursor: null }, await nowAs(headOne))).toMatchObject({
      code: 'not-permitted',
    })
  })

  it('twice, and ten times at once with one key, is sent once; the key with other words is refused', async () => {
    const { owner } = await aShopWith(1)
    const sending = aSending()
    const answers = await Promise.all(Array.from({ length: 10 }, () => sends(sending)))
    expect(new Set(answers.map((one) => JSON.stringify(yes(one)))).size).toBe(1)
    expect(await sends(sending)).toEqual(answers[0])
    expect(await sends({ ...sending, title: '别的' })).toMatchObject({ code: 'key-reused' })
    expect(await readsIn(owner, group)).toHaveLength(1)
    expect(await heardOf(owner)).toEqual(['sent'])
    const [id] = yes(answers[0] ?? (await sends(sending))).ids
    expect(await auditOf(`circulars/${String(id)}`)).toHaveLength(1)
  })

  it('is refused where it reaches nobody, says nothing, or does not pass the check', async () => {
    await aShopWith(1)
    expect(await sends({ aim: { ...everyShop, trades: [inn] } })).toMatchObject({ code: 'nobody-reached' })
    expect(await sends({ title: '' })).toMatchObject({ code: 'title-missing' })
    expect(await sends({ words: '#risky#' })).toMatchObject({ code: 'content-refused' })
    expect(await readsIn(headOne, group)).toEqual([])
  })

  it('that was cut off before its card was there is said within a minute, once', async () => {
    const { owner } = await aShopWith(1)
    const id = await sent()
    await db.collection('messages').doc(`${group}:1`).remove()
    await db
      .collection('circulars')
      .doc(id)
      .update({ data: { seq: null } })
    expect(await postCirculars(later(60_000))).toBe(1)
    expect(await postCirculars(later(60_000))).toBe(0)
    const { seq } = yes(await sees(owner, id))
    expect(await readsIn(owner, group)).toMatchObject([{ seq, words: '(circular)' }])
  })
})

describe('「我知道了」', () => {
  it('counts a shop once, however often and whoever of it says so', async () => {
    const { shop, owners } = await aShopWith(2)
    await aShopWith(1)
    const id = await sent()
    for (const owner of [...owners, ...owners]) yes(await knows(owner, id, shop))
    expect(await countOf(headOne, id)).toBe('1/2')
    const { rows } = await partOf(headOne, id, 'known')
    expect(rows).toMatchObject([{ id: shop.id, known: { who: `姓名${String(owners[0]?.id)}` } }])
  })

  it('is exact under twenty at once with repeats', async () => {
    const shops: Awaited<ReturnType<typeof aShopWith>>[] = []
    for (let at = 0; at < 12; at += 1) shops.push(await aShopWith(2))
    const id = await sent()
    const answering = shops.slice(0, 10)
    const acts = answering.flatMap(({ shop, owners }) => owners.map((owner) => () => knows(owner, id, shop)))
    expect(acts).toHaveLength(20)
    const answers = await Promise.all([...acts, ...acts].map((act) => act()))
    for (const answer of answers) yes(answer)
    expect(Math.max(...answers.map((answer) => yes(answer).known))).toBe(10)
    expect(await countOf(headOne, id)).toBe('10/12')
    const { total } = await db
      .collection('acknowledgements')
      .where({ by: answering[0]?.owners[0]?.id })
      .count()
    expect(total).toBeLessThanOrEqual(1)
  })

  it('is for the people of a shop it is for: not for the head, another shop, a stranger', async () => {
    const barber = await aShopWith(1)
    const bath = await aShopWith(1, { trade: inn })
    const id = await sent({ aim: { ...everyShop, trades: [hair] } })
    for (const [actor, shop] of [
      [bath.owner, barber.shop],
      [bath.owner, bath.shop],
      [barber.owner, bath.shop],
      [headOne, barber.shop],
      [command, barber.shop],
    ] as const)
      expect(await knows(actor, id, shop)).toMatchObject({ code: 'not-found' })
    expect(await sees(reporter, id)).toMatchObject({ code: 'not-found' })
    expect(await sees(headTwo, id)).toMatchObject({ code: 'not-found' })
    expect(yes(await sees(bath.owner, id))).toMatchObject({ asked: [], office: null, known: 0, shops: 1 })
    expect(await waitsFor(bath.owner)).toEqual([])
    expect(await waitsFor(barber.owner)).toHaveLength(1)
    yes(await knows(barber.owner, id, barber.shop))
    expect(await waitsFor(barber.owner)).toEqual([])
  })

  it('a shop that was handed on is counted out and asked no more', async () => {
    const gone = await aShopWith(1)
    const stays = await aShopWith(1)
    const id = await sent()
    yes(await knows(gone.owner, id, gone.shop))
    expect(await countOf(stays.owner, id)).toBe('1/2')
    await handsOn(gone.shop)
    expect(await countOf(stays.owner, id)).toBe('0/1')
    expect(yes(await sees(headOne, id)).office).toMatchObject({ left: 1 })
    expect(await sees(gone.owner, id)).toMatchObject({ code: 'not-found' })
    expect(await knows(gone.owner, id, gone.shop)).toMatchObject({ code: 'not-found' })
    expect(await waitsFor(gone.owner)).toEqual([])
  })

  it('of one that was taken back is asked no more', async () => {
    const { owner, shop } = await aShopWith(1)
    const id = await sent()
    yes(await recallMessage({ channel: group, seq: 1 }, await nowAs(headOne)))
    expect(await waitsFor(owner)).toEqual([])
    expect(await sees(owner, id)).toMatchObject({ code: 'not-found' })
    expect(await knows(owner, id, shop)).toMatchObject({ code: 'wrong-state' })
    expect(await reminds(headOne, id)).toMatchObject({ code: 'wrong-state' })
  })
})
