import type { Actor } from '#domain/actor'
import { asId } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { saveEntry } from '../../cloudfunctions/store/roster'
import { depute } from '../../cloudfunctions/use-cases/caseload/depute'
import { listHandOvers } from '../../cloudfunctions/use-cases/caseload/hand-overs'
import { list } from '../../cloudfunctions/use-cases/caseload/list'
import { move } from '../../cloudfunctions/use-cases/caseload/move'
import { preview } from '../../cloudfunctions/use-cases/caseload/preview'
import { readTree } from '../../cloudfunctions/use-cases/caseload/tree'
import { answerOffer } from '../../cloudfunctions/use-cases/claim/answer'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { food, hair, inn } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { cell, command, district, later, otherCommand, otherStreet, street } from '../support/builders'
import { between, heard, idsOf, market, one, shopsOf, someShops, two } from '../support/hand-overs'
import {
  addShops,
  anEntry,
  aPersonWithPhone,
  aPhone,
  auditOf,
  contactFor,
  entryOf,
  foundShopOffice,
  headOne,
  headTwo,
  marketHead,
  officialName,
  pool,
} from '../support/shop-district'
import { aKey, as, autumnCell, foundDistrict } from '../support/small-district'

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

describe('moving shops between heads', () => {
  it('134 shops in one act: two caseloads, one hand-over, one line in the log; in under a second', async () => {
    const shops = someShops(134)
    await addShops(one, shops)
    const start = performance.now()
    const { id } = yes(await move(between(one, two, shops), as(command)))
    const took = performance.now() - start
    process.stdout.write(`134 shops moved in ${took.toFixed(0)} ms\n`)
    expect(took).toBeLessThan(1_000)
    expect([await shopsOf(one), await shopsOf(two)]).toEqual([[], idsOf(shops)])
    expect(yes(await listHandOvers({ caseload: one, cursor: null }, as(command))).rows).toMatchObject([
      { id, from: officialName(headOne), to: officialName(headTwo), shops: 134, status: { kind: 'done' } },
    ])
    expect(await auditOf(`handovers/${id}`)).toMatchObject([
      { what: 'caseload.moved', by: command.id, detail: { from: one, to: two, shops: 134 } },
    ])
  })

  it('both heads and each shop’s owner hear of it, every owner of each shop of theirs, once', async () => {
    const shops = someShops(30)
    await addShops(one, shops)
    const phone = aPhone()
    const owner = await aPersonWithPhone('two-shops', phone)
    for (const shop of shops.slice(0, 2)) {
      await contactFor(shop, phone)
      yes(await answerOffer({ shop: shop.id, yes: true, key: aKey() }, as(owner)))
    }
    await deliverWaiting(later(60_000))
    yes(await move(between(one, two, shops), as(command)))
    await deliverWaiting(later(120_000))
    await deliverWaiting(later(180_000))
    const ofHeads = async (actor: Actor) => (await heard(actor)).filter(({ kind }) => kind === 'caseload')
    expect(await ofHeads(headOne)).toMatchObject([{ what: 'handedOn', shops: 30 }])
    expect(await ofHeads(headTwo)).toMatchObject([{ what: 'received', shops: 30 }])
    const changes = (await heard(owner)).filter((notice) => notice.kind === 'head')
    expect(changes).toHaveLength(2)
    for (const shop of shops.slice(0, 2))
      expect(changes).toContainEqual({
        ...{ kind: 'head', what: 'changed', shop: shop.id },
        ...{ head: entryOf(headTwo), headName: officialName(headTwo), title: shop.name },
      })
  })

  it('two moves of the same shops at once: exactly one wins', async () => {
    const shops = someShops(12)
    await addShops(one, shops)
    const answers = await Promise.all([
      move(between(one, two, shops), as(command)),
      move(between(one, pool, shops), as(command)),
    ])
    expect(answers.map((answer) => (answer.ok ? 'won' : answer.code)).sort()).toEqual([
      'not-in-caseload',
      'won',
    ])
    expect([await shopsOf(two), await shopsOf(pool)].flat()).toEqual(idsOf(shops))
  })

  it('the same act sent three times at once is one hand-over; its key with other shops is refused', async () => {
    const shops = someShops(3)
    await addShops(one, shops)
    const sent = between(one, two, shops)
    const answers = await Promise.all([1, 2, 3].map(() => move(sent, as(command))))
    expect(new Set(answers.map((answer) => yes(answer).id)).size).toBe(1)
    expect(yes(await listHandOvers({ caseload: null, cursor: null }, as(command))).rows).toHaveLength(1)
    expect(await move({ ...sent, shops: [] }, as(command))).toMatchObject({ code: 'key-reused' })
  })

  it('the receiver’s agency must have the trade, and a pool takes the shops of its cell alone', async () => {
    const shops = [...someShops(1, { trade: hair }), ...someShops(1, { trade: food })]
    await addShops(one, shops)
    expect(await move(between(one, market, shops), as(command))).toMatchObject({
      ...{ code: 'outside-remit', detail: { shops: 1 } },
    })
    const elsewhere = asId<'caseload'>(`pool-${autumnCell.id}`)
    expect(await move(between(one, elsewhere, shops), as(command))).toMatchObject({ code: 'outside-remit' })
    expect(await move(between(one, asId('pool-nowhere'), shops), as(command))).toMatchObject({
      code: 'not-found',
    })
    yes(await move(between(one, pool, shops), as(command)))
    yes(await move(between(pool, market, shops.slice(1)), as(command)))
    expect([await shopsOf(pool), await shopsOf(market)]).toEqual([[shops[0]?.id], [shops[1]?.id]])
  })

  it('a head without an agency, or whose role was taken back, receives nothing', async () => {
    const shops = someShops(1)
    await addShops(one, shops)
    await saveEntry(db, anEntry(headTwo, { grants: [] }))
    expect(await move(between(one, two, shops), as(command))).toMatchObject({ code: 'outside-remit' })
  })

  it('nothing of another district can be moved, nor seen', async () => {
    const shops = someShops(1)
    await addShops(one, shops)
    const abroad = as({ ...otherCommand, district: asId('district-south') })
    expect(await move(between(one, two, shops), abroad)).toMatchObject({ code: 'not-found' })
    expect(yes(await list({ cursor: null }, abroad)).rows).toEqual([])
  })
})

describe('the preview of a move', () => {
  it('names what goes, what stays for want of remit, and what each side has then', async () => {
    const hairs = someShops(3, { trade: hair })
    const foods = someShops(2, { trade: food, street: otherStreet, cell: autumnCell.id })
    await addShops(one, [...hairs, ...foods])
    const all = yes(await preview({ from: one, to: two, pick: { kind: 'all' } }, as(command)))
    expect(all).toMatchObject({ shops: idsOf(hairs), fromCount: 2, toCount: 3 })
    expect(all.outside.map(({ shop }) => shop)).toEqual(idsOf(foods))
    const of = async (pick: Parameters<typeof preview>[0]['pick']) => {
      const answer = await preview({ from: one, to: market, pick }, as(command))
      return answer.ok
        ? [...answer.value.shops, ...answer.value.outside.map(({ shop }) => shop)]
        : answer.code
    }
    expect(await of({ kind: 'street', street: otherStreet })).toEqual(idsOf(foods))
    expect(await of({ kind: 'cell', cell })).toEqual(idsOf(hairs))
    expect(await of({ kind: 'trade', trade: food })).toEqual(idsOf(foods))
    expect(await of({ kind: 'trade', trade: inn })).toBe('nothing-to-move')
    expect(await of({ kind: 'shops', shops: idsOf(foods).slice(1) })).toEqual(idsOf(foods).slice(1))
    expect(await shopsOf(one)).toHaveLength(5)
  })
})

describe('caseloads and the tree', () => {
  it('lists heads first, then the cells with shops that nobody has', async () => {
    await addShops(pool, someShops(2))
    await db
      .collection('caseloads')
      .doc(pool)
      .update({ data: { kind: 'pool' } })
    yes(await depute({ id: one, version: 1, deputy: entryOf(headTwo) }, as(command)))
    const { rows, next } = yes(await list({ cursor: null }, as(command)))
    expect(next).toBeNull()
    expect(rows.map(({ name, shops }) => [name, shops])).toEqual([
      [officialName(headOne), 0],
      [officialName(headTwo), 0],
      [officialName(marketHead), 0],
      ['迎春社区', 2],
    ])
    expect(rows[0]).toMatchObject({ deputyName: officialName(headTwo), agencyName: '卫生监督所' })
  })

  it('the deputy is another head of the roster; two who name one at once: one is stale', async () => {
    const name = (deputy: Actor | null, version = 1) =>
      depute({ id: one, version, deputy: deputy && entryOf(deputy) }, as(command))
    await saveEntry(db, anEntry(command))
    expect(await name(headOne)).toMatchObject({ code: 'same-person' })
    expect(await name(command)).toMatchObject({ code: 'not-a-head' })
    const answers = await Promise.all([name(headTwo), name(marketHead)])
    expect(answers.map((answer) => (answer.ok ? 'won' : answer.code)).sort()).toEqual(['stale', 'won'])
    yes(await name(null, 2))
    expect(await auditOf(`caseloads/${one}`)).toHaveLength(2)
    expect(await depute({ id: pool, version: 1, deputy: null }, as(command))).toMatchObject({
      code: 'wrong-state',
    })
  })

  it('shows who answers for each place by name and title, with its shops, and no phone', async () => {
    await addShops(pool, [...someShops(2), ...someShops(1, { street: otherStreet, cell: autumnCell.id })])
    const at = (name: string, title: string, grant: Actor['grants'][number]) =>
      saveEntry(db, anEntry({ ...command, id: asId(`person-${name}`) }, { name, title, grants: [grant] }))
    await at('孟区长', '总指挥', { role: 'command', scope: { kind: 'district', district } })
    await at('苏主任', '街道负责人', { role: 'street', scope: { kind: 'street', street } })
    await at('石网格', '网格员', { role: 'grid', scope: { kind: 'cell', cell } })
    await at('楼婶', '楼长', { role: 'grid', scope: { kind: 'cell', cell } })
    const top = yes(await readTree({ street: null }, as(headOne)))
    expect(top).toMatchObject({ kind: 'district', shops: 3, people: [{ name: '孟区长', title: '总指挥' }] })
    expect(top.children.map(({ name, shops, people }) => [name, shops, people.length])).toEqual([
      ['迎春街道', 2, 1],
      ['秋实街道', 1, 0],
    ])
    const below = yes(await readTree({ street }, as(headOne)))
    expect(below).toMatchObject({ name: '迎春街道', shops: 2, people: [{ name: '苏主任' }] })
    expect(below.children[0]?.people.map(({ title }) => title).sort()).toEqual(['楼长', '网格员'])
    expect(JSON.stringify([top, below])).not.toMatch(/139\d{8}/)
    expect(await readTree({ street: asId('street-none') }, as(headOne))).toMatchObject({ code: 'not-found' })
  })
})
