import type { Actor } from '#domain/actor'
import { asId } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import { db } from '../../cloudfunctions/cloud/database'
import { findIdentityOf, saveIdentity } from '../../cloudfunctions/store/people'
import { leaveClaim } from '../../cloudfunctions/use-cases/claim/leave'
import { lookAhead } from '../../cloudfunctions/use-cases/channel/ahead'
import { muteChannel, readChannel } from '../../cloudfunctions/use-cases/channel/mark'
import { openChannel } from '../../cloudfunctions/use-cases/channel/open'
import { pageOfChannel } from '../../cloudfunctions/use-cases/channel/page'
import { pinMessage } from '../../cloudfunctions/use-cases/channel/pin'
import { post } from '../../cloudfunctions/use-cases/channel/post'
import { searchChannel } from '../../cloudfunctions/use-cases/channel/search'
import { settleMessages } from '../../cloudfunctions/use-cases/channel/settle-owing'
import { yes } from '../support/a-submission'
import { command, MONDAY, reporter } from '../support/builders'
import { aHeld } from '../support/claims'
import { caseloadOf, foundShopOffice, headOne, headTwo, nowAs } from '../support/shop-district'
import { aKey, foundDistrict, signalKeyOf } from '../support/small-district'
import {
  aPosting,
  asksForChanges,
  atPhone,
  deskOf,
  groupOf,
  opens,
  readsIn,
  rowOf,
  say,
} from '../support/talk'

const group = groupOf(caseloadOf(headOne))
const never = asInstant(0)

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

describe('who may speak and read', () => {
  it('an owner and the head read the same in their desk and in the group, in the same order', async () => {
    const { shop, person } = await aHeld()
    for (const channel of [deskOf(shop), group]) {
      expect(yes(await say(person, channel, '床单是一客一换吗？')).seq).toBe(1)
      expect(yes(await say(headOne, channel, '一客一换，长住的一周一换。')).seq).toBe(2)
      expect(await readsIn(person, channel)).toEqual(await readsIn(headOne, channel))
    }
  })

  it('to another owner, another head and a resident the desk does not exist', async () => {
    const { shop, person } = await aHeld()
    const other = await aHeld()
    yes(await say(person, deskOf(shop), '只给店长看的'))
    for (const stranger of [other.person, headTwo, reporter]) {
      expect(await opens(stranger, deskOf(shop))).toMatchObject({ ok: false, code: 'not-found' })
      expect(await say(stranger, deskOf(shop), '混进来')).toMatchObject({ ok: false, code: 'not-found' })
    }
  })

  it('a look begun before it is known who asks opens nothing to strangers, and no other channel', async () => {
    const [mine, others] = [await aHeld(), await aHeld()]
    const [channel, other] = [deskOf(mine.shop), deskOf(others.shop)]
    yes(await say(mine.person, channel, '只给店长看的'))
    const ahead = lookAhead('channel.open', { channel })
    const open = async (who: Actor, at = channel) =>
      openChannel({ channel: at, at: null }, { ...(await nowAs(who)), ahead })
    expect(await open(mine.person)).toMatchObject({ ok: true })
    expect(await open(others.person)).toMatchObject({ code: 'not-found' })
    expect(await open(mine.person, other)).toMatchObject({ code: 'not-found' })
    expect(lookAhead('channel.open', { channel: 7 })).toBeUndefined()
    expect(lookAhead('report.submit', { channel })).toBeUndefined()
  })

  it('who has left reads nothing new, and nothing old either', async () => {
    const { shop, person, id } = await aHeld()
    yes(await say(person, group, '我还在'))
    yes(await leaveClaim({ id, version: 1, key: aKey(), words: '' }, await nowAs(person)))
    yes(await say(headOne, group, '以后的事'))
    for (const channel of [group, deskOf(shop)]) {
      expect(await opens(person, channel)).toMatchObject({ ok: false, code: 'not-found' })
      expect(await asksForChanges(person, channel, 0, never)).toMatchObject({ ok: false, code: 'not-found' })
      expect(await pageOfChannel({ channel, after: 0 }, await nowAs(person))).toMatchObject({ ok: false })
    }
  })

  it('an owner’s @所有人 is refused, the head’s is not', async () => {
    const { person } = await aHeld()
    expect(await say(person, group, '大家好', { mentions: 'all' })).toMatchObject({
      code: 'mention-not-allowed',
    })
    expect(await say(headOne, group, '大家好', { mentions: 'all' })).toMatchObject({ ok: true })
  })

  it('an owner calls the head, never another owner', async () => {
    const { person } = await aHeld()
    const other = await aHeld()
    expect(await say(person, group, '问一下', { mentions: [headOne.id] })).toMatchObject({ ok: true })
    expect(await say(person, group, '问一下', { mentions: [other.person.id] })).toMatchObject({
      code: 'mention-not-allowed',
    })
  })

  it('without a verified phone nobody speaks, and everybody who belongs there reads', async () => {
    const { shop, person } = await aHeld()
    const identity = await findIdentityOf(db, person.id)
    if (identity) await saveIdentity(db, { ...identity, phone: null })
    expect(await say(person, deskOf(shop), '我是谁')).toMatchObject({ code: 'phone-needed' })
    expect(await opens(person, deskOf(shop))).toMatchObject({ ok: true })
  })

  it('empty, endless and unknown things are refused with what is wrong', async () => {
    const { person } = await aHeld()
    expect(await say(person, group, ' \n ')).toMatchObject({ code: 'words-missing' })
    expect(await say(person, group, '长'.repeat(2_001))).toMatchObject({
      code: 'words-too-long',
      detail: { most: 2_000 },
    })
    expect(await say(person, group, '引用', { quote: 99 })).toMatchObject({ code: 'quote-unknown' })
    expect(await say(person, asId('store-'), '哪里')).toMatchObject({ code: 'not-found' })
    expect(await say(person, asId('somewhere'), '哪里')).toMatchObject({ code: 'not-found' })
  })

  it('command looks into a group, and into a desk only where something was raised', async () => {
    const { shop, person } = await aHeld()
    yes(await say(person, deskOf(shop), '有人吗'))
    expect(await opens(command, group)).toMatchObject({ ok: true })
    expect(await opens(command, deskOf(shop))).toMatchObject({ code: 'not-found' })
  })
})

describe('twice, and at the same time', () => {
  it('the same key again is the same message; with other words it is refused', async () => {
    const { person } = await aHeld()
    const posting = aPosting(group, '只说一次')
    const call = await atPhone(person)
    const first = yes(await post(posting, call))
    expect(yes(await post(posting, call))).toEqual(first)
    expect(await post({ ...posting, body: { kind: 'text', words: '换了话' } }, call)).toMatchObject({
      code: 'key-reused',
    })
    expect(await readsIn(headOne, group)).toHaveLength(1)
  })

  it('one key of two people is two messages', async () => {
    const { person } = await aHeld()
    const key = aKey()
    yes(await say(person, group, '甲', { key }))
    yes(await say(headOne, group, '乙', { key }))
    expect((await readsIn(person, group)).map(({ words }) => words)).toEqual(['甲', '乙'])
  })

  it('thirty at once all land, numbered without gaps, and each sent twice counts once', async () => {
    const { person } = await aHeld()
    const postings = Array.from({ length: 30 }, (_, at) => aPosting(group, `第${String(at)}条`))
    const calls = await Promise.all([atPhone(person), atPhone(headOne)])
    const answers = await Promise.all(
      [...postings, ...postings].map((posting, at) =>
        post(posting, calls[Number(posting.key.slice(-2)) % 2] ?? calls[0]).then((answer) => ({
          answer,
          at,
        })),
      ),
    )
    for (const { answer } of answers) expect(answer.ok).toBe(true)
    const read = await readsIn(headOne, group)
    expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    expect(new Set(read.map(({ words }) => words)).size).toBe(30)
  })
})

describe('what is unread', () => {
  it('others’ messages count, one’s own don’t, and reading counts them off', async () => {
    const { shop, person } = await aHeld()
    const desk = deskOf(shop)
    yes(await say(person, desk, '一'))
    yes(await say(headOne, desk, '二'))
    yes(await say(person, desk, '三'))
    expect(await rowOf(person, desk)).toMatchObject({ unread: 1 })
    expect(await rowOf(headOne, desk)).toMatchObject({ unread: 2, latest: { seq: 3, line: { words: '三' } } })
    expect(yes(await readChannel({ channel: desk, until: 1 }, await nowAs(headOne)))).toEqual({ unread: 1 })
    expect(yes(await readChannel({ channel: desk, until: 99 }, await nowAs(headOne)))).toEqual({ unread: 0 })
    expect(yes(await readChannel({ channel: desk, until: 1 }, await nowAs(headOne)))).toEqual({ unread: 0 })
    yes(await say(person, desk, '四'))
    expect(await rowOf(headOne, desk)).toMatchObject({ unread: 1 })
  })

  it('whoever joins a group finds its history, not a mountain of news', async () => {
    const { person } = await aHeld()
    yes(await say(headOne, group, '早先的'))
    const newcomer = await aHeld()
    expect(await rowOf(newcomer.person, group)).toMatchObject({ unread: 0 })
    yes(await say(headOne, group, '新来的看得见'))
    expect(await rowOf(newcomer.person, group)).toMatchObject({ unread: 1 })
    expect(await readsIn(newcomer.person, group)).toHaveLength(2)
    expect(await rowOf(person, group)).toBeDefined()
  })

  it('who was called is told so, until it is read', async () => {
    const { person } = await aHeld()
    await rowOf(person, group)
    yes(await say(headOne, group, '请看', { mentions: [person.id] }))
    expect(await rowOf(person, group)).toMatchObject({ called: true, unread: 1 })
    yes(await readChannel({ channel: group, until: 1 }, await nowAs(person)))
    expect(await rowOf(person, group)).toMatchObject({ called: false, unread: 0 })
  })

  it('a muted channel keeps its number and stays out of the sum', async () => {
    const { shop, person } = await aHeld()
    yes(await say(headOne, deskOf(shop), '在吗'))
    yes(await muteChannel({ channel: deskOf(shop), muted: true }, await nowAs(person)))
    expect(await rowOf(person, deskOf(shop))).toMatchObject({ muted: true, unread: 1 })
  })
})

describe('pins, search, changes', () => {
  it('the office pins, ten at most; an owner can’t', async () => {
    const { person } = await aHeld()
    for (let at = 0; at < 11; at += 1) yes(await say(headOne, group, `第${String(at)}条`))
    const pins = async (actor: typeof headOne, seq: number, pinned = true) =>
      pinMessage({ channel: group, seq, pinned }, await nowAs(actor))
    expect(await pins(person, 1)).toMatchObject({ code: 'not-permitted' })
    for (let seq = 1; seq <= 10; seq += 1) yes(await pins(headOne, seq))
    expect(await pins(headOne, 11)).toMatchObject({ code: 'too-many-pins' })
    yes(await pins(headOne, 3, false))
    expect(yes(await pins(headOne, 11)).pins[0]).toBe(11)
  })

  it('finds words wherever they lie, going back stretch by stretch', async () => {
    const { person } = await aHeld()
    yes(await say(person, group, '消毒记录本用完了'))
    yes(await say(headOne, group, '来领新的消毒记录本'))
    yes(await say(headOne, group, '别的事'))
    const search = async (words: string, by: typeof person.id | null = null) =>
      searchChannel({ channel: group, words, by, from: null, to: null, cursor: null }, await nowAs(person))
    expect(yes(await search('消毒记录')).rows.map(({ seq }) => seq)).toEqual([2, 1])
    expect(yes(await search('消毒', person.id)).rows.map(({ seq }) => seq)).toEqual([1])
    expect(await search('')).toMatchObject({ code: 'words-too-short' })
  })

  it('what came after the last one and what changed since comes in one answer', async () => {
    const { person } = await aHeld()
    for (const words of ['一', '二', '三']) yes(await say(person, group, words))
    const { messages, last, signalKey } = yes(await asksForChanges(headOne, group, 1, never))
    expect(messages.map(({ seq }) => seq)).toEqual([2, 3])
    expect({ last, signalKey }).toEqual({ last: 3, signalKey: yes(await opens(headOne, group)).signalKey })
  })
})

describe('what a message still owes', () => {
  it('is done by the clock, once more without harm', async () => {
    const { shop, person } = await aHeld()
    yes(await say(person, deskOf(shop), '还在吗'))
    const at = (ms: number): Instant => asInstant(MONDAY + ms)
    expect(await settleMessages(at(11_000))).toBe(1)
    expect(await settleMessages(at(12_000))).toBe(0)
    expect(await rowOf(headOne, deskOf(shop))).toMatchObject({ unread: 1 })
  })

  it('tells nobody again who was told, and everybody where the call was cut off', async () => {
    const { shop, person } = await aHeld()
    const desk = deskOf(shop)
    yes(await say(person, desk, '还在吗'))
    const { signalKey } = yes(await opens(headOne, desk))
    const signals = async () => [await signalAt(signalKey), await signalAt(signalKeyOf(headOne))]
    const told = await signals()
    expect(await settleMessages(asInstant(MONDAY + 11_000))).toBe(1)
    expect(await signals()).toEqual(told)
    await db
      .collection('messages')
      .doc(`${desk}:1`)
      .update({ data: { owing: true } })
    await db
      .collection('channels')
      .doc(desk)
      .update({ data: { last: 0 } })
    await db
      .collection('signals')
      .doc(signalKey)
      .update({ data: { n: 0 } })
    expect(await settleMessages(asInstant(MONDAY + 12_000))).toBe(1)
    expect(await signals()).toEqual([told[0], (told[1] ?? 0) + 1])
  })
  const signalAt = async (key: string) => {
    const { data } = await db.collection('signals').doc(key).get()
    return Number(data?.['n'])
  }
})
