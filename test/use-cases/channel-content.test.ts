import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { checkAgain } from '../../cloudfunctions/use-cases/channel/check-again'
import { takeCheckResult } from '../../cloudfunctions/use-cases/channel/check-result'
import { post } from '../../cloudfunctions/use-cases/channel/post'
import { release } from '../../cloudfunctions/use-cases/channel/release'
import { yes } from '../support/a-submission'
import { HOUR, later, MONDAY } from '../support/builders'
import { aHeld } from '../support/claims'
import {
  aMarkedPicture,
  aResult,
  aVoice,
  heldOf,
  keptFilesOf,
  send,
  tracesOf,
  until,
  type Marker,
} from '../support/content'
import { foundShopOffice, headOne, nowAs } from '../support/shop-district'
import { foundDistrict, signalKeyOf } from '../support/small-district'
import { handIn } from '../support/uploads'
import { aPosting, atPhone, deskOf, opens, readsIn, rowOf, say } from '../support/talk'

jest.setTimeout(60_000)

const MINUTE = 60_000
let env = ''
let owner: Actor
let desk: Id<'channel'>
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})
beforeEach(async () => {
  const { shop, person } = await aHeld()
  owner = person
  desk = deskOf(shop)
})

const images = { kind: 'images' } as const
/** A message with pictures; `#lost#` ones wait for a result that the test makes. */
const sendPictures = async (...markers: readonly Marker[]) => {
  const { posting, answer } = await send(env, owner, desk, images, markers.map(aMarkedPicture))
  expect(yes(answer).seq).toBeNull()
  const held = await heldOf(owner, desk, posting.key)
  if (!held) throw new Error('it is not held')
  return { posting, held, id: held.id, traces: tracesOf(held), files: held.checks.map(({ file }) => file) }
}
const stillHeld = async (key: string) => (await heldOf(owner, desk, key)) !== null
const kindsIn = async (actor: Actor) => (await readsIn(actor, desk)).map(({ words }) => words)
const heldViews = async () => yes(await opens(owner, desk)).held
const keptFiles = () => keptFilesOf(env)
const isThere = async (file: string) => (await keptFiles()).some((path) => file.endsWith(path))
const signalOf = async (actor: Actor) =>
  Number((await db.collection('signals').doc(signalKeyOf(actor)).get()).data?.['n'])

describe('words', () => {
  it('that pass are there at once; risky ones are refused with the reason, and nothing of them is stored', async () => {
    expect(yes(await say(owner, desk, '需要哪些材料？')).seq).toBe(1)
    const risky = await say(owner, desk, '一句 #risky# 的话')
    expect(risky).toMatchObject({ code: 'content-refused', detail: { why: 'politics' } })
    expect(await kindsIn(headOne)).toEqual(['需要哪些材料？'])
    expect((await db.collection('held').where({ author: owner.id }).get()).data).toEqual([])
  })

  it.each(['#outage#', '#slow#'])(
    '%s: without an answer they are held within two seconds, for their author alone',
    async (trouble) => {
      await atPhone(owner)
      const from = Date.now()
      const answer = yes(await say(owner, desk, `问一下 ${trouble}`))
      expect(answer.seq).toBeNull()
      expect(Date.now() - from).toBeLessThan(3_500)
      expect(await heldViews()).toMatchObject([{ state: 'checking', body: { kind: 'text' }, why: null }])
      expect(yes(await opens(headOne, desk)).held).toEqual([])
      expect(await readsIn(headOne, desk)).toEqual([])
      expect((await rowOf(headOne, desk))?.unread ?? 0).toBe(0)
    },
  )

  it('the clock asks again until there is an answer; then they are there, once, and the question with them', async () => {
    // WeChat checks nobody's words who was not here within two hours: this person comes later.
    const posting = aPosting(desk, '毛巾要分开放吗？')
    expect(yes(await post(posting, await nowAs(owner))).seq).toBeNull()
    await checkAgain(later(2 * MINUTE))
    expect(await readsIn(headOne, desk)).toEqual([])
    await atPhone(owner)
    await Promise.all([checkAgain(later(4 * MINUTE)), checkAgain(later(4 * MINUTE))])
    expect(await kindsIn(headOne)).toEqual(['毛巾要分开放吗？'])
    expect(await stillHeld(posting.key)).toBe(false)
    expect((await db.collection('questions').where({ channel: desk }).get()).data).toHaveLength(1)
    expect(yes(await post(posting, await atPhone(owner))).seq).toBe(1)
  })

  it('without an answer for two hours they go to a moderator, as those do that the check could not decide', async () => {
    const waiting = aPosting(desk, '一直 #outage#')
    yes(await post(waiting, await atPhone(owner)))
    await checkAgain(later(2 * HOUR - MINUTE))
    expect((await heldOf(owner, desk, waiting.key))?.state.kind).toBe('checking')
    await checkAgain(later(2 * HOUR))
    expect((await heldOf(owner, desk, waiting.key))?.state).toMatchObject({ because: 'unanswered' })
    const unclear = aPosting(desk, '说不清 #review#')
    expect(yes(await post(unclear, await atPhone(owner))).seq).toBeNull()
    expect((await heldOf(owner, desk, unclear.key))?.state).toMatchObject({ because: 'undecided' })
  })

  it('a repeat of held words is told the same, with other words refused', async () => {
    const posting = aPosting(desk, '再问 #outage#')
    const call = await atPhone(owner)
    const answers = await Promise.all([post(posting, call), post(posting, call), post(posting, call)])
    expect(answers.map(yes)).toEqual(Array(3).fill({ seq: null, at: MONDAY }))
    const other = { ...posting, body: { kind: 'text', words: '另一句 #outage#' } } as const
    expect(await post(other, call)).toMatchObject({ code: 'key-reused' })
    expect((await db.collection('held').where({ author: owner.id }).get()).data).toHaveLength(1)
  })
})

describe('pictures and voices', () => {
  it('are there when the platform has pushed that each of them is clean', async () => {
    const { posting } = await sendPictures('', '')
    const voice = await send(env, owner, desk, { kind: 'voice', seconds: 12 }, [aVoice(12)])
    expect(yes(voice.answer).seq).toBeNull()
    expect(await readsIn(headOne, desk)).toEqual([])
    expect((await heldViews()).map(({ state }) => state)).toEqual(['checking', 'checking'])
    await until(async () => (await readsIn(headOne, desk)).length === 2)
    const { messages } = yes(await opens(headOne, desk))
    for (const { body } of messages) {
      if (body?.kind === 'images')
        expect(body.pictures).toMatchObject([{ width: 8, height: 8 }, { width: 8 }])
      const url = body?.kind === 'images' ? body.pictures[0]?.url : body?.kind === 'voice' ? body.url : ''
      expect((await fetch(url ?? '')).ok).toBe(true)
    }
    expect(await heldViews()).toEqual([])
    expect(yes(await post(posting, await atPhone(owner))).seq).toEqual(expect.any(Number))
  })

  it('one risky picture refuses the message: its files go, its author is told, nobody else hears of it', async () => {
    const before = await signalOf(owner)
    const { posting, files } = await sendPictures('', '#risky#')
    await until(async () => (await heldOf(owner, desk, posting.key))?.state.kind === 'refused')
    await until(async () => (await signalOf(owner)) > before)
    expect(await heldViews()).toMatchObject([
      { state: 'refused', body: { kind: 'images', pictures: [] }, why: { reason: 'politics' } },
    ])
    for (const file of files) expect(await isThere(file)).toBe(false)
    expect(await post(posting, await atPhone(owner))).toMatchObject({ code: 'content-refused' })
    expect(await readsIn(headOne, desk)).toEqual([])
    await checkAgain(later(8 * 24 * HOUR))
    expect(await heldViews()).toEqual([])
  })

  it('without an answer for half an hour they go to a moderator, and a late yes still shows them', async () => {
    const { held, id, traces } = await sendPictures('#lost#')
    await checkAgain(later(29 * MINUTE))
    expect((await heldOf(owner, desk, held.key))?.state.kind).toBe('checking')
    await checkAgain(later(30 * MINUTE))
    expect((await heldOf(owner, desk, held.key))?.state).toMatchObject({
      kind: 'moderator',
      because: 'unanswered',
    })
    expect(await takeCheckResult(aResult(traces[0] ?? ''), later(HOUR))).toBe(true)
    expect(await kindsIn(headOne)).toEqual(['(images)'])
    expect(id).toBe(held.id)
  })

  it('a check that could not be asked is asked by the clock', async () => {
    const { posting } = await sendPicturesUnseen()
    expect(tracesOf(await heldOf(owner, desk, posting.key))).toEqual([])
    await atPhone(owner)
    await checkAgain(later(MINUTE))
    expect(tracesOf(await heldOf(owner, desk, posting.key))).toHaveLength(1)
    await until(async () => (await readsIn(headOne, desk)).length === 1)
  })

  it('every result at once, each twice, and the clock meanwhile: the message is there once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { traces, posting } = await sendPictures('#lost#', '#lost#', '#lost#')
      const results = [...traces, ...traces].map((trace) => takeCheckResult(aResult(trace), MONDAY))
      await Promise.all([...results, checkAgain(later(2 * MINUTE)), post(posting, await atPhone(owner))])
      await checkAgain(later(4 * MINUTE))
      expect(await kindsIn(headOne)).toEqual(Array(round + 1).fill('(images)'))
      expect(await stillHeld(posting.key)).toBe(false)
    }
  })

  it('a yes and a no at once: refused, whichever comes first', async () => {
    const { traces, posting } = await sendPictures('#lost#', '#lost#')
    const [one = '', two = ''] = traces
    await Promise.all([
      takeCheckResult(aResult(one), MONDAY),
      takeCheckResult(aResult(two, 'risky', 20002), MONDAY),
    ])
    expect((await heldOf(owner, desk, posting.key))?.state).toMatchObject({
      kind: 'refused',
      reason: 'sexual',
    })
    expect(await takeCheckResult(aResult(two), MONDAY)).toBe(false)
    expect(await readsIn(headOne, desk)).toEqual([])
  })

  it('the same pictures sent three times at once are held once, and no file is left over', async () => {
    const call = await atPhone(owner)
    const { ticket, files } = await handIn(env, owner, [aMarkedPicture('#lost#')], call)
    const posting = aPosting(desk, '', { body: { ...images, ticket, files } })
    const before = await keptFiles()
    const answers = await Promise.all([post(posting, call), post(posting, call), post(posting, call)])
    expect(answers.map(yes)).toEqual(Array(3).fill({ seq: null, at: MONDAY }))
    expect((await heldOf(owner, desk, posting.key))?.checks).toHaveLength(1)
    expect((await db.collection('drafts').where({ person: owner.id }).get()).data).toEqual([])
    expect(await keptFiles()).toHaveLength(before.length + 1)
  })

  it('released by many at once it has one number, and a question is asked once', async () => {
    const { held } = await sendPictures('#lost#')
    const passed = { ...held, state: { kind: 'passed' } } as const
    const seqs = await Promise.all([1, 2, 3, 4].map(async () => (await release(passed, MONDAY))?.seq))
    expect(new Set(seqs)).toEqual(new Set([1]))
    expect((await db.collection('questions').where({ channel: desk }).get()).data).toHaveLength(1)
  })

  it('what quotes words that were taken back meanwhile shows none of them', async () => {
    yes(await say(headOne, desk, '先别急'))
    const call = await atPhone(owner)
    const quoting = aPosting(desk, '好 #outage#', { quote: 1 })
    yes(await post(quoting, call))
    await db
      .collection('messages')
      .doc(`${desk}:1`)
      .update({ data: { 'state.kind': 'recalled' } })
    const held = await heldOf(owner, desk, quoting.key)
    if (!held) throw new Error('it is not held')
    await release({ ...held, state: { kind: 'passed' } }, MONDAY)
    const { messages } = yes(await opens(headOne, desk))
    expect(messages.at(-1)?.quote).toMatchObject({ seq: 1, line: { kind: 'recalled', words: '' } })
  })
})

/** Sent by somebody whom WeChat has not seen for two hours: the check can't be asked. */
const sendPicturesUnseen = async () => {
  const { shop, person } = await aHeld()
  owner = person
  desk = deskOf(shop)
  const call = await nowAs(owner)
  const { ticket, files } = await handIn(env, owner, [aMarkedPicture()], call)
  const posting = aPosting(desk, '', { body: { ...images, ticket, files } })
  yes(await post(posting, call))
  return { posting }
}
