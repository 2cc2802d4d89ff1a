import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import { asId, type Id } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { checkAgain } from '../../cloudfunctions/use-cases/channel/check-again'
import { takeCheckResult } from '../../cloudfunctions/use-cases/channel/check-result'
import { recallMessage } from '../../cloudfunctions/use-cases/channel/take-back'
import { answer } from '../../cloudfunctions/use-cases/complaint/answer'
import { listComplaints } from '../../cloudfunctions/use-cases/complaint/list'
import { submitComplaint } from '../../cloudfunctions/use-cases/complaint/submit'
import { decideModeration } from '../../cloudfunctions/use-cases/moderation/decide'
import { listModeration } from '../../cloudfunctions/use-cases/moderation/list'
import { yes } from '../support/a-submission'
import { aGrant, anActor, command, everyone, later, MONDAY, reporter } from '../support/builders'
import { aHeld } from '../support/claims'
import { aMarkedPicture, aResult, heldOf, send, tracesOf, until } from '../support/content'
import { auditOf, foundShopOffice, headOne, nowAs } from '../support/shop-district'
import { addPeople, aKey, as, cloudUrl, foundDistrict, openidOf } from '../support/small-district'
import { deskOf, opens, readsIn, say } from '../support/talk'

jest.setTimeout(60_000)

const MINUTE = 60_000
const moderator = anActor('moderator', aGrant('moderator'))
const colleague = anActor('colleague', aGrant('moderator'))
const south = asId<'district'>('district-south')
let env = ''
let owner: Actor
let desk: Id<'channel'>
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
  await addPeople([moderator, colleague])
})
beforeEach(async () => {
  const { shop, person } = await aHeld()
  owner = person
  desk = deskOf(shop)
})

type Deciding = Partial<Input<'moderation.decide'>>
const decide = (id: Id<'held'>, given: Deciding = {}, by: Actor = moderator) =>
  decideModeration({ id, version: 1, pass: true, reason: 'other', why: '', ...given }, as(by))
const rows = async (by: Actor = moderator) => yes(await listModeration({ cursor: null }, as(by))).rows
const rowOf = async (id: Id<'held'>, by?: Actor) => (await rows(by)).find((row) => row.id === id)

/** Words that the check could not decide. */
const undecided = async (words = '说不清 #review#'): Promise<Id<'held'>> => {
  const key = aKey()
  expect(yes(await say(owner, desk, words, { key })).seq).toBeNull()
  const held = await heldOf(owner, desk, key)
  if (!held) throw new Error('it is not held')
  return held.id
}

describe('what the check could not decide', () => {
  it('is shown to a moderator and to command with its words, and not who wrote it', async () => {
    const id = await undecided()
    for (const reader of [moderator, command]) {
      const row = await rowOf(id, reader)
      expect(row).toMatchObject({
        because: 'undecided',
        channel: 'desk',
        standing: 'owner',
        body: { kind: 'text', words: '说不清 #review#' },
      })
      expect(JSON.stringify(row)).not.toContain(owner.id)
    }
  })

  it('let through, it is in the channel before the answer, once, and on record', async () => {
    const id = await undecided('可以的话 #review#')
    const answers = await Promise.all([1, 2, 3].map(() => decide(id)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect((await readsIn(headOne, desk)).map(({ words }) => words)).toEqual(['可以的话 #review#'])
    expect((await decide(id)).ok).toBe(true)
    expect(await decide(id, {}, colleague)).toMatchObject({ code: 'not-found' })
    expect(await rowOf(id)).toBeUndefined()
    expect(await auditOf(`held/${id}`)).toMatchObject([
      { what: 'content.decided', by: moderator.id, person: owner.id, detail: { what: 'pass' } },
    ])
  })

  it('not let through, its author reads why, and nobody else reads anything', async () => {
    const id = await undecided()
    expect(await decide(id, { pass: false, why: '' })).toMatchObject({ code: 'reason-missing' })
    const no = { pass: false, reason: 'abusive', why: '有人身攻击' } as const
    const answers = await Promise.all([decide(id, no), decide(id, no)])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(yes(await opens(owner, desk)).held).toMatchObject([
      { state: 'refused', why: { reason: 'abusive', words: '有人身攻击' } },
    ])
    expect(yes(await opens(headOne, desk)).held).toEqual([])
    expect(await readsIn(headOne, desk)).toEqual([])
    expect(await auditOf(`held/${id}`)).toHaveLength(1)
    expect(await decide(id, { pass: true, version: 2 })).toMatchObject({ code: 'wrong-state' })
  })

  it('two who decide at once: one is heard, the other sees that it is decided', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await undecided(`第${String(round)}次 #review#`)
      const answers = await Promise.all([
        decide(id, { pass: true }, moderator),
        decide(id, { pass: false, why: '不合适' }, colleague),
      ])
      const [said] = answers.flatMap((one) => (one.ok ? [] : [one.code]))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(['stale', 'not-found']).toContain(said)
      const shown = (await readsIn(headOne, desk)).filter(({ words }) =>
        words.startsWith(`第${String(round)}次`),
      )
      expect(shown).toHaveLength(answers[0].ok ? 1 : 0)
      expect(await auditOf(`held/${id}`)).toHaveLength(1)
    }
  })

  it('a moderator’s no and the platform’s late yes at once leave one of them', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { posting } = await send(env, owner, desk, { kind: 'images' }, [aMarkedPicture('#lost#')])
      await checkAgain(later(30 * MINUTE))
      const held = await heldOf(owner, desk, posting.key)
      if (!held) throw new Error('it is not held')
      const before = (await readsIn(headOne, desk)).length
      const [no] = await Promise.all([
        decide(held.id, { version: held.version, pass: false, why: '看不清' }),
        takeCheckResult(aResult(tracesOf(held)[0] ?? ''), MONDAY),
      ])
      const after = await heldOf(owner, desk, posting.key)
      expect(after?.state.kind ?? 'shown').toBe(no.ok ? 'refused' : 'shown')
      expect(await readsIn(headOne, desk)).toHaveLength(no.ok ? before : before + 1)
    }
  })

  it('pictures are shown to the moderator as they are', async () => {
    const { posting } = await send(env, owner, desk, { kind: 'images' }, [aMarkedPicture('#review#')])
    await until(async () => (await heldOf(owner, desk, posting.key))?.state.kind === 'moderator')
    const [row] = (await rows()).filter(({ body }) => body.kind === 'images')
    const url = row?.body.kind === 'images' ? row.body.pictures[0]?.url : undefined
    expect((await fetch(url ?? '')).ok).toBe(true)
    yes(await decide(row?.id ?? asId('none'), { version: row?.version ?? 0 }))
    expect((await readsIn(headOne, desk)).map(({ words }) => words)).toEqual(['(images)'])
  })

  it('of one’s own is somebody else’s to decide', async () => {
    const id = await undecided()
    await db
      .collection('held')
      .doc(id)
      .update({ data: { author: moderator.id } })
    expect(await rowOf(id)).toBeUndefined()
    expect(await decide(id)).toMatchObject({ code: 'not-permitted' })
    expect(await rowOf(id, colleague)).toBeDefined()
  })

  it('of another district does not exist; and no other role gets in', async () => {
    const id = await undecided()
    const there = { ...moderator, district: south }
    expect((await rows(there)).length).toBe(0)
    expect(await decide(id, {}, there)).toMatchObject({ code: 'not-found' })
    for (const actor of [owner, headOne, ...everyone.filter((one) => one !== command)]) {
      const answered = await fetch(`${cloudUrl()}/call/api`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-local-env': env,
          'x-local-openid': openidOf(actor),
        },
        body: JSON.stringify({ endpoint: 'moderation.list', input: { cursor: null } }),
      })
      expect(await answered.json()).toMatchObject({ result: { reply: { code: 'not-permitted' } } })
    }
  })

  it('is listed page by page, the longest waiting first', async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({
      _id: `page-${String(at)}`,
      ...{ district: south, channel: desk, author: owner.id, standing: 'owner', version: 1 },
      ...{ at: later(at), body: { kind: 'text', words: String(at) }, checks: [] },
      state: { kind: 'moderator', since: later(at), because: 'undecided' },
    }))
    await db.collection('held').add({ data: many })
    const reader = as({ ...moderator, district: south })
    const first = yes(await listModeration({ cursor: null }, reader))
    const second = yes(await listModeration({ cursor: first.next }, reader))
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(many.map(({ _id }) => _id))
    expect(second.next).toBeNull()
  })
})

describe('a complaint about a message', () => {
  const complain = async (by: Actor, seq: number, key = aKey()) =>
    submitComplaint(
      { about: { kind: 'message', channel: desk, seq }, reason: 'abusive', words: '骂人', key },
      await nowAs(by),
    )
  const waiting = async (by: Actor) =>
    yes(await listComplaints({ scope: 'work', filter: 'open', cursor: null }, as(by))).rows

  it('comes from whoever may read it, once; to others neither the channel nor the message exists', async () => {
    yes(await say(headOne, desk, '难听的话'))
    const key = aKey()
    const twice = await Promise.all([complain(owner, 1, key), complain(owner, 1, key)])
    expect(new Set(twice.map((one) => yes(one).id)).size).toBe(1)
    for (const [by, seq] of [
      [reporter, 1],
      [moderator, 1],
      [owner, 2],
    ] as const)
      expect(await complain(by, seq)).toMatchObject({ code: 'not-found' })
  })

  it('is shown to the moderator with what was said, also when it was taken back since; not to who said it', async () => {
    yes(await say(headOne, desk, '收不回的话'))
    const { id } = yes(await complain(owner, 1))
    yes(await recallMessage({ channel: desk, seq: 1 }, await nowAs(headOne)))
    const row = (await waiting(moderator)).find((one) => one.id === id)
    expect(row?.message).toMatchObject({
      ...{ body: { words: '收不回的话' }, state: 'recalled', standing: 'head' },
    })
    expect(JSON.stringify(row)).not.toContain(owner.id)
    const { rows: mine } = yes(
      await listComplaints({ scope: 'mine', filter: 'all', cursor: null }, await nowAs(owner)),
    )
    expect(mine.find((one) => one.id === id)?.message).toBeNull()
    await db
      .collection('complaints')
      .doc(id)
      .update({ data: { against: moderator.id } })
    expect((await waiting(moderator)).some((one) => one.id === id)).toBe(false)
    expect(await answer({ id, version: 1, words: '没事' }, as(moderator))).toMatchObject({
      code: 'not-permitted',
    })
  })

  it('opens the desk to command until it is answered', async () => {
    yes(await say(headOne, desk, '难听的话'))
    expect(await opens(command, desk)).toMatchObject({ code: 'not-found' })
    const { id } = yes(await complain(owner, 1))
    expect((await opens(command, desk)).ok).toBe(true)
    yes(await answer({ id, version: 1, words: '已经处理' }, as(moderator)))
    expect(await opens(command, desk)).toMatchObject({ code: 'not-found' })
  })
})
