import { asInstant, type Instant } from '#domain/kernel/instant'
import type { Actor } from '#domain/actor'

import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { depute } from '../../cloudfunctions/use-cases/caseload/depute'
import { move } from '../../cloudfunctions/use-cases/caseload/move'
import { recallMessage } from '../../cloudfunctions/use-cases/channel/take-back'
import { announceHandOvers } from '../../cloudfunctions/use-cases/channel/announce-hand-over'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { listQuestions } from '../../cloudfunctions/use-cases/question/list'
import { settleQuestion } from '../../cloudfunctions/use-cases/question/settle'
import { tellSilence } from '../../cloudfunctions/use-cases/question/tell-silence'
import { yes } from '../support/a-submission'
import { command, MONDAY } from '../support/builders'
import { aHeld } from '../support/claims'
import { caseloadOf, entryOf, foundShopOffice, headOne, headTwo, nowAs } from '../support/shop-district'
import { aKey, as, foundDistrict } from '../support/small-district'
import { asksForChanges, deskOf, groupOf, opens, readsIn, say } from '../support/talk'

const group = groupOf(caseloadOf(headOne))
const at = (clock: string): Instant => asInstant(Date.parse(`2026-11-23T${clock}:00+08:00`))

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

const queueOf = async (actor: Actor) =>
  yes(await listQuestions({ cursor: null }, await nowAs(actor))).rows.map(({ channel, seq, told }) => ({
    channel,
    seq,
    told,
  }))

/** What the inbox of somebody says of questions by this moment. */
const toldOf = async (actor: Actor, now: Instant) => {
  await tellSilence(now)
  await deliverWaiting(asInstant(now + 60_000))
  const { rows } = yes(await listEntries({ cursor: null }, as(actor)))
  return rows.flatMap(({ notice }) =>
    notice.kind === 'question' ? [`${notice.what} ${String(notice.hours)}`] : [],
  )
}

describe('the head’s queue', () => {
  it('takes every message of an owner at the desk, and an answer there empties it', async () => {
    const { shop, person } = await aHeld()
    yes(await say(person, deskOf(shop), '执照怎么续'))
    yes(await say(person, deskOf(shop), '急'))
    expect(await queueOf(headOne)).toHaveLength(2)
    expect(await queueOf(headTwo)).toEqual([])
    yes(await say(headOne, deskOf(shop), '带旧证来'))
    expect(await queueOf(headOne)).toEqual([])
  })

  it('takes from the group what asks or calls the head, not every word', async () => {
    const { person } = await aHeld()
    yes(await say(person, group, '大家好'))
    yes(await say(person, group, '毛巾怎么消毒', { asks: true }))
    yes(await say(person, group, '店长在吗', { mentions: [headOne.id] }))
    expect((await queueOf(headOne)).map(({ seq }) => seq)).toEqual([2, 3])
    yes(await say(headOne, group, '大家辛苦'))
    expect(await queueOf(headOne)).toHaveLength(2)
    yes(await say(headOne, group, '煮沸十五分钟', { quote: 2 }))
    expect((await queueOf(headOne)).map(({ seq }) => seq)).toEqual([3])
  })

  it('loses what its author took back, at the desk and in the group; the clock asks for no answer to it', async () => {
    const { shop, person } = await aHeld()
    for (const channel of [deskOf(shop), group]) {
      const seq = yes(await say(person, channel, '发错了', { asks: channel === group })).seq ?? 0
      expect(await queueOf(headOne)).toHaveLength(1)
      for (let times = 0; times < 2; times += 1)
        yes(await recallMessage({ channel, seq }, await nowAs(person)))
      expect(await queueOf(headOne)).toEqual([])
    }
    expect(await toldOf(headOne, at('16:00'))).toEqual([])
  })

  it('goes by when an answer is due, whatever the channel', async () => {
    const one = await aHeld()
    const two = await aHeld()
    yes(await say(two.person, deskOf(two.shop), '后问的', {}, at('10:00')))
    yes(await say(one.person, deskOf(one.shop), '先问的', {}, at('09:00')))
    expect((await queueOf(headOne)).map(({ channel }) => channel)).toEqual([
      deskOf(one.shop),
      deskOf(two.shop),
    ])
  })

  it('goes by when it was asked, where all were asked before the office opened and are due at one moment', async () => {
    const [one, two, three] = [await aHeld(), await aHeld(), await aHeld()]
    const asked = [two, three, one]
    for (const [nth, { shop, person }] of asked.entries())
      yes(await say(person, deskOf(shop), '在吗', {}, at(`06:0${String(nth)}`)))
    expect((await queueOf(headOne)).map(({ channel }) => channel)).toEqual(
      asked.map(({ shop }) => deskOf(shop)),
    )
  })

  it('is emptied by a word on the phone too, by the head alone, once and for all', async () => {
    const { shop, person } = await aHeld()
    yes(await say(person, deskOf(shop), '在吗'))
    const settles = async (actor: Actor) =>
      settleQuestion({ id: `${deskOf(shop)}_1` as never, how: 'phone' }, await nowAs(actor))
    expect(await settles(headTwo)).toMatchObject({ code: 'not-found' })
    expect(await settles(person)).toMatchObject({ code: 'not-found' })
    yes(await settles(headOne))
    yes(await settles(headOne))
    expect(await queueOf(headOne)).toEqual([])
  })

  it('asked and answered at once, nothing stays open', async () => {
    const { shop, person } = await aHeld()
    for (let round = 0; round < 5; round += 1)
      await Promise.all([
        say(person, deskOf(shop), `问${String(round)}`),
        say(headOne, deskOf(shop), `答${String(round)}`),
      ])
    yes(await say(headOne, deskOf(shop), '都答了'))
    expect(await queueOf(headOne)).toEqual([])
  })
})

describe('silence', () => {
  const asked = async () => {
    const { shop, person } = await aHeld()
    yes(await depute({ id: caseloadOf(headOne), version: 1, deputy: entryOf(headTwo) }, as(command)))
    yes(await say(person, deskOf(shop), '有人吗', {}, at('11:21')))
    return { shop, person }
  }

  it('is told to the head after three working hours, to the deputy after four, to command after eight', async () => {
    await asked()
    expect(await toldOf(headOne, at('15:20'))).toEqual([])
    expect(await toldOf(headOne, at('15:21'))).toEqual(['waits 3'])
    expect(await toldOf(headTwo, at('16:20'))).toEqual([])
    expect(await toldOf(headTwo, at('16:21'))).toEqual(['silent 4'])
    expect(await toldOf(command, at('16:21'))).toEqual([])
    const tuesday = asInstant(at('13:21') + 86_400_000)
    expect(await toldOf(command, tuesday)).toEqual(['silent 8'])
  })

  it('is told once a mark, however often the clock looks, and never after an answer', async () => {
    const { shop } = await asked()
    await toldOf(headOne, at('15:21'))
    expect(await toldOf(headOne, at('15:22'))).toEqual(['waits 3'])
    yes(await say(headOne, deskOf(shop), '在', {}, at('15:30')))
    expect(await toldOf(headTwo, at('17:00'))).toEqual([])
  })

  it('opens the desk to command once it was told, and closes it with the answer', async () => {
    const { shop } = await asked()
    expect(await opens(command, deskOf(shop))).toMatchObject({ code: 'not-found' })
    await toldOf(command, asInstant(at('13:21') + 86_400_000))
    expect(await opens(command, deskOf(shop))).toMatchObject({ ok: true })
    expect(await queueOf(command)).toHaveLength(1)
    yes(await say(command, deskOf(shop), '指挥部先答您'))
    expect(await queueOf(command)).toEqual([])
    expect(await opens(command, deskOf(shop))).toMatchObject({ code: 'not-found' })
  })
})

describe('a hand-over', () => {
  it('is said in the new group and in the shop’s desk, history stays, and old keys open nothing', async () => {
    const { shop, person } = await aHeld()
    yes(await say(person, deskOf(shop), '以前的话'))
    yes(await say(person, group, '群里的话'))
    const before = yes(await opens(person, deskOf(shop))).signalKey
    yes(
      await move(
        { from: caseloadOf(headOne), to: caseloadOf(headTwo), shops: [shop.id], on: null, key: aKey() },
        as(command),
      ),
    )
    expect(await announceHandOvers(MONDAY)).toBe(1)
    expect(await announceHandOvers(MONDAY)).toBe(0)
    expect((await readsIn(headTwo, deskOf(shop))).map(({ words }) => words)).toEqual(['以前的话', '(card)'])
    expect((await readsIn(headTwo, groupOf(caseloadOf(headTwo)))).map(({ words }) => words)).toEqual([
      '(card)',
    ])
    expect(await opens(headOne, deskOf(shop))).toMatchObject({ code: 'not-found' })
    expect(await asksForChanges(person, group, 0, asInstant(0))).toMatchObject({ code: 'not-found' })
    expect(yes(await opens(person, deskOf(shop))).signalKey).not.toBe(before)
  })
})
