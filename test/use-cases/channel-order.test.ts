import fc from 'fast-check'
import type { Actor } from '#domain/actor'
import { asInstant } from '#domain/kernel/instant'
import type { Message } from '#domain/message'

import { appendMessage } from '../../cloudfunctions/store/messages'
import { findChannel } from '../../cloudfunctions/store/channels'
import { settleMessages } from '../../cloudfunctions/use-cases/channel/settle-owing'
import { yes } from '../support/a-submission'
import { district, MONDAY } from '../support/builders'
import { aHeld } from '../support/claims'
import { caseloadOf, foundShopOffice, headOne } from '../support/shop-district'
import { aKey, foundDistrict } from '../support/small-district'
import { aPosting, asksForChanges, atPhone, groupOf, opens, readsIn, rowOf, say } from '../support/talk'
import { post } from '../../cloudfunctions/use-cases/channel/post'

const group = groupOf(caseloadOf(headOne))
let owners: readonly Actor[] = []

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
  owners = [(await aHeld()).person, (await aHeld()).person]
})

/** What happens to one message on its way: how often it is sent, how many of those at once, and where the call breaks. */
interface Journey {
  readonly author: number
  readonly tries: number
  readonly atOnce: boolean
  /** the answer is lost after the message is in: what follows from it is left to the clock */
  readonly crash: boolean
  readonly pause: number
}

const journey: fc.Arbitrary<Journey> = fc.record({
  author: fc.integer({ min: 0, max: 2 }),
  tries: fc.integer({ min: 1, max: 3 }),
  atOnce: fc.boolean(),
  crash: fc.boolean(),
  pause: fc.integer({ min: 0, max: 12 }),
})

const wait = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** The message alone, as a call leaves it that ends right after. */
const appendOnly = (author: Actor, words: string, key: string) =>
  appendMessage(
    {
      ...{
        channel: group,
        district,
        author: author.id,
        key,
        at: MONDAY,
        quote: null,
        mentions: [],
        asks: false,
      },
      ...{ standing: author === headOne ? 'head' : 'owner', shop: null, content: words },
      body: { kind: 'text', words },
      state: { kind: 'shown' },
    } satisfies Omit<Message, 'seq'>,
    0,
  )

/** One person's phone: its messages one after the other, each until it is in. */
const phoneOf = async (author: Actor, journeys: readonly Journey[]) => {
  const call = await atPhone(author)
  for (const [at, { tries, atOnce, crash, pause }] of journeys.entries()) {
    const words = `${author.id}·${String(at)}`
    const posting = aPosting(group, words)
    await wait(pause)
    if (crash) await appendOnly(author, words, posting.key)
    const again = crash ? [] : Array.from({ length: tries }, () => () => post(posting, call))
    if (atOnce) await Promise.all(again.map((send) => send()))
    else for (const send of again) yes(await send())
  }
}

it('whatever is retried, raced and cut off: all land once, numbered without gaps, each person’s in their own order', async () => {
  let before = 0
  await fc.assert(
    fc.asyncProperty(fc.array(journey, { minLength: 1, maxLength: 12 }), async (journeys) => {
      const people = [headOne, ...owners]
      await Promise.all(
        people.map((person, who) =>
          phoneOf(
            person,
            journeys.filter(({ author }) => author === who),
          ),
        ),
      )
      const read = await readsIn(headOne, group)
      const fresh = read.slice(before)
      expect(read.map(({ seq }) => seq)).toEqual(read.map((_, at) => at + 1))
      expect(fresh).toHaveLength(journeys.length)
      for (const [who, person] of people.entries()) {
        const theirs = fresh.map(({ words }) => words).filter((words) => words.startsWith(`${person.id}·`))
        const sent = journeys.filter(({ author }) => author === who)
        expect(theirs).toEqual(sent.map((_, at) => `${person.id}·${String(at)}`))
      }
      before = read.length
    }),
    { numRuns: 12 },
  )
})

it('what a cut-off call still owed is made good by the clock: the newest line, the unread numbers, the signal', async () => {
  await rowOf(headOne, group)
  const [owner = headOne] = owners
  yes(await say(headOne, group, '开场'))
  await appendOnly(owner, '没说完就断了', aKey())
  expect(await rowOf(headOne, group)).toMatchObject({ latest: { seq: 1 }, unread: 0 })
  await settleMessages(asInstant(MONDAY + 60_000))
  expect(await rowOf(headOne, group)).toMatchObject({
    latest: { seq: 2, line: { words: '没说完就断了' } },
    unread: 1,
  })
})

it('a phone that was away catches up in pages, whatever its gap', async () => {
  const [owner = headOne] = owners
  for (let at = 1; at <= 65; at += 1) await appendOnly(owner, `第${String(at)}条`, aKey())
  await settleMessages(asInstant(MONDAY + 60_000))
  const seen: number[] = []
  for (let last = 3; last < 65;) {
    const { messages, last: newest } = yes(await asksForChanges(headOne, group, last, asInstant(0)))
    expect(newest).toBe(65)
    seen.push(...messages.map(({ seq }) => seq))
    last = seen.at(-1) ?? newest
  }
  expect(seen).toEqual(Array.from({ length: 62 }, (_, at) => at + 4))
  expect(yes(await opens(headOne, group)).messages.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 46),
  )
  expect((await findChannel(group))?.last).toBe(65)
})
