import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { removeCannedOf } from '../../cloudfunctions/store/canned-answers'
import { gatherKept } from '../../cloudfunctions/store/kept'
import { listCannedAnswers } from '../../cloudfunctions/use-cases/canned-answer/list'
import { removeCannedAnswer } from '../../cloudfunctions/use-cases/canned-answer/remove'
import { saveCannedAnswer } from '../../cloudfunctions/use-cases/canned-answer/save'
import { asId } from '#domain/kernel/id'
import { yes } from '../support/a-submission'
import { aShop, hair, inn } from '../support/a-shop'
import { command, otherCommand, stranger } from '../support/builders'
import {
  addShops,
  auditOf,
  caseloadOf,
  foundShopOffice,
  headOne,
  headTwo,
  marketHead,
  nowAs,
  officialName,
} from '../support/shop-district'
import { aKey, foundDistrict } from '../support/small-district'
import { atPhone, deskOf, groupOf } from '../support/talk'

type Saving = Input<'cannedAnswer.save'>
const shop = aShop('1')
const health = asId<'agency'>('agency-health')

const aSaving = (words: string, given: Partial<Saving> = {}): Saving => ({
  ...{ key: aKey(), id: null, version: null, of: { kind: 'own' } },
  ...{ topic: 'other', trades: null, words },
  ...given,
})
const saves = async (actor: Actor, words: string, given: Partial<Saving> = {}) =>
  saveCannedAnswer(aSaving(words, given), await atPhone(actor))

const rowsFor = async (actor: Actor, channel: Id<'channel'> | null = null) =>
  yes(await listCannedAnswers({ channel, topic: null, cursor: null }, await nowAs(actor))).rows
const wordsFor = async (actor: Actor) => (await rowsFor(actor)).map(({ words }) => words)

beforeAll(async () => {
  await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), [shop])
})

describe('canned answers', () => {
  it('a head’s own are the head’s alone; the district’s and an authority’s are command’s', async () => {
    yes(await saves(headOne, '我自己的一句'))
    yes(await saves(command, '全区的一句', { of: { kind: 'district' } }))
    yes(await saves(command, '卫生的一句', { of: { kind: 'agency', agency: health } }))
    expect((await wordsFor(headOne)).sort()).toEqual(['全区的一句', '卫生的一句', '我自己的一句'].sort())
    expect((await wordsFor(headTwo)).sort()).toEqual(['全区的一句', '卫生的一句'].sort())
    expect(await wordsFor(marketHead)).toEqual(['全区的一句'])
    for (const of of [{ kind: 'district' }, { kind: 'agency', agency: health }] as const)
      expect(await saves(headOne, '替大家写', { of })).toMatchObject({ code: 'not-found' })
    const none = { kind: 'agency', agency: asId<'agency'>('agency-none') } as const
    expect(await saves(command, '没有的', { of: none })).toMatchObject({ code: 'not-found' })
    const everything = { channel: null, topic: null, cursor: null }
    for (const actor of [stranger, otherCommand])
      expect(await listCannedAnswers(everything, await nowAs(actor))).toMatchObject({ code: 'not-found' })
    expect(await saves(stranger, '我也写')).toMatchObject({ code: 'not-found' })
  })

  it('nobody else changes or removes a head’s own, command included', async () => {
    const mine = yes(await saves(headOne, '只有我能改'))
    for (const actor of [headTwo, command, otherCommand, stranger]) {
      expect(await saves(actor, '改掉', mine)).toMatchObject({ code: 'not-found' })
      expect(await removeCannedAnswer(mine, await nowAs(actor))).toMatchObject({ code: 'not-found' })
    }
    expect(await wordsFor(headOne)).toContain('只有我能改')
    const rows = await rowsFor(headOne)
    expect(rows.find(({ id }) => id === mine.id)?.mine).toBe(true)
    expect(rows.find(({ of }) => of === 'district')?.mine).toBe(false)
  })

  it('are filled for the shop of a desk, and for its trade; in a group what is not known stays in sight', async () => {
    const words = '{店名}您好，{街道}的{行业}找{店长}'
    yes(await saves(headOne, words))
    yes(await saves(headOne, '只给旅店', { trades: [inn] }))
    yes(await saves(headOne, '只给理发', { trades: [hair] }))
    const name = officialName(headOne)
    const desk = await rowsFor(headOne, deskOf(shop))
    expect(desk.find((row) => row.words === words)).toMatchObject({
      filled: `${shop.name}您好，迎春街道的小理发美容店找${name}`,
      left: [],
    })
    expect(desk.map((row) => row.words)).toContain('只给理发')
    expect(desk.map((row) => row.words)).not.toContain('只给旅店')
    const group = await rowsFor(headOne, groupOf(caseloadOf(headOne)))
    expect(group.find((row) => row.words === words)).toMatchObject({
      filled: `{店名}您好，{街道}的{行业}找${name}`,
      left: ['店名', '街道', '行业'],
    })
    const foreign = { channel: deskOf(shop), topic: null, cursor: null }
    expect(await listCannedAnswers(foreign, await nowAs(headTwo))).toMatchObject({ code: 'not-found' })
  })

  it('refuse a field that nothing fills, a trade that is not here, and what the check refuses', async () => {
    expect(await saves(headOne, '{电话}')).toMatchObject({ code: 'unknown-field', detail: { field: '电话' } })
    expect(await saves(headOne, '好', { trades: [asId('trade-none')] })).toMatchObject({
      code: 'unknown-trade',
    })
    const of = { kind: 'district' } as const
    expect(await saves(command, '#risky#', { of })).toMatchObject({ code: 'content-refused' })
  })

  it('a repeat is the first answer, another body is told apart, and one of two at once is stale', async () => {
    const saving = aSaving('写两次')
    const call = await nowAs(headOne)
    const both = await Promise.all([saveCannedAnswer(saving, call), saveCannedAnswer(saving, call)])
    const [first, second] = both.map(yes)
    expect(second).toEqual(first)
    if (!first) throw new Error('not saved')
    expect((await wordsFor(headOne)).filter((words) => words === '写两次')).toHaveLength(1)
    expect(await saveCannedAnswer({ ...saving, words: '别的' }, call)).toMatchObject({ code: 'key-reused' })
    const changes = await Promise.all(['甲', '乙'].map((words) => saves(headOne, words, first)))
    expect(changes.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['ok', 'stale'])
  })

  it('a head’s own are in the copy of the account’s data, and go with the account', async () => {
    const words = '走了就没有的一句'
    yes(await saves(headTwo, words))
    const copy = await gatherKept(headTwo, null)
    expect(copy.cannedAnswers).toMatchObject([{ text: { words } }])
    await removeCannedOf(headTwo.id)
    expect(await wordsFor(headTwo)).not.toContain(words)
    expect(await wordsFor(headTwo)).toContain('全区的一句')
  })

  it('removed twice is removed once, and is not written again', async () => {
    const gone = yes(await saves(headOne, '要删的'))
    const call = await nowAs(headOne)
    yes(await removeCannedAnswer(gone, call))
    yes(await removeCannedAnswer(gone, call))
    expect(await wordsFor(headOne)).not.toContain('要删的')
    expect(await saves(headOne, '又来', { id: gone.id, version: 2 })).toMatchObject({ code: 'not-found' })
    const lines = await auditOf(`cannedanswers/${gone.id}`)
    expect(lines.map(({ what }) => what).sort()).toEqual(['cannedAnswer.removed', 'cannedAnswer.saved'])
  })
})
