import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { findReport } from '../../cloudfunctions/store/reports'
import { recallMessage } from '../../cloudfunctions/use-cases/channel/take-back'
import { decline } from '../../cloudfunctions/use-cases/report/decline'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { aSubmission, yes } from '../support/a-submission'
import { command, reporter } from '../support/builders'
import { cardsIn } from '../support/care'
import { aHeld } from '../support/claims'
import { caseloadOf, foundShopOffice, headOne, headTwo, nowAs } from '../support/shop-district'
import { aKey, foundDistrict } from '../support/small-district'
import { deskOf, groupOf, say } from '../support/talk'

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

const group = groupOf(caseloadOf(headOne))
const reportFrom = async (by: Actor, channel: Id<'channel'>, seq: number, key = aKey()) =>
  submit(aSubmission({ words: '门口下水堵了', from: { channel, seq }, key }), await nowAs(by))
const said = async (channel?: Id<'channel'>) => {
  const { shop, person } = await aHeld()
  const { seq } = yes(await say(person, channel ?? deskOf(shop), '门口下水堵了，找谁？'))
  return { shop, person, seq: seq ?? 0 }
}

describe('a report made from a message', () => {
  it('is made by the shop or its head, keeps where it came from, and stands at the desk without its reporter', async () => {
    const { shop, person, seq } = await said()
    const key = aKey()
    const { id, number } = yes(await reportFrom(headOne, deskOf(shop), seq, key))
    expect(yes(await reportFrom(headOne, deskOf(shop), seq, key)).id).toBe(id)
    const found = await findReport(db, id)
    expect(found?.report.from).toEqual({
      ...{ channel: deskOf(shop), seq },
      shop: { id: shop.id, name: shop.name },
    })
    const cards = await cardsIn(person, deskOf(shop))
    expect(cards).toEqual([{ kind: 'report', report: id, number, what: 'submit' }])
    expect(JSON.stringify(cards)).not.toContain(headOne.id)
  })

  it('says at the desk each later step that its reporter hears of', async () => {
    const { shop, person, seq } = await said(group)
    const { id } = yes(await reportFrom(person, group, seq))
    const refusal = { reason: '不归这里管', remedy: '请打 12345' }
    yes(await decline({ id, version: 1, key: aKey(), ...refusal }, await nowAs(command)))
    const cards = await cardsIn(headOne, deskOf(shop))
    expect(cards.map((card) => 'what' in card && card.what).sort()).toEqual(['decline', 'submit'])
    expect(await cardsIn(headOne, group)).toEqual([])
  })

  it('is refused to whoever may not read the message, and where it was taken back', async () => {
    const { shop, person, seq } = await said()
    const other = await aHeld()
    for (const stranger of [other.person, headTwo, reporter])
      expect(await reportFrom(stranger, deskOf(shop), seq)).toMatchObject({ code: 'not-found' })
    expect(await reportFrom(person, deskOf(shop), 77)).toMatchObject({ code: 'not-found' })
    yes(await recallMessage({ channel: deskOf(shop), seq }, await nowAs(person)))
    expect(await reportFrom(person, deskOf(shop), seq)).toMatchObject({ code: 'not-found' })
  })

  it('by another owner of the group leaves that shop’s desk alone', async () => {
    const { shop, seq } = await said(group)
    const other = await aHeld()
    yes(await reportFrom(other.person, group, seq))
    expect(await cardsIn(headOne, deskOf(shop))).toEqual([])
  })

  it('the same key with another message is another report, and is refused', async () => {
    const { shop, person, seq } = await said()
    const key = aKey()
    yes(await reportFrom(person, deskOf(shop), seq, key))
    const again = yes(await say(person, deskOf(shop), '还有一处')).seq ?? 0
    expect(await reportFrom(person, deskOf(shop), again, key)).toMatchObject({ code: 'key-reused' })
  })
})
