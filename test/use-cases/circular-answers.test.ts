import type { Actor } from '#domain/actor'
import type { Output } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { depute } from '../../cloudfunctions/use-cases/caseload/depute'
import { closeCircular } from '../../cloudfunctions/use-cases/circular/remind'
import { exportCircular } from '../../cloudfunctions/use-cases/circular/export'
import { listCircularShops } from '../../cloudfunctions/use-cases/circular/shops'
import { listQuestions } from '../../cloudfunctions/use-cases/question/list'
import { yes } from '../support/a-submission'
import { command, HOUR } from '../support/builders'
import {
  aShopWith,
  checks,
  countOf,
  handsOn,
  heardOf,
  knows,
  partOf,
  reminds,
  sees,
  sent,
} from '../support/circulars'
import {
  auditOf,
  caseloadOf,
  clerk,
  entryOf,
  foundShopOffice,
  headOne,
  headTwo,
  nowAs,
} from '../support/shop-district'
import { aKey, as, foundDistrict } from '../support/small-district'
import { groupOf, readsIn, say } from '../support/talk'
import { readBack } from '../support/workbook'

const group = groupOf(caseloadOf(headOne))

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

const closes = async (actor: Actor, id: Id<'circular'>) => closeCircular({ id }, await nowAs(actor))

describe('「去自查」', () => {
  it('is seen by the head and the deputy and the shop itself, by nobody else', async () => {
    const { shop, owner } = await aShopWith(1)
    const other = await aShopWith(1)
    const id = await sent({}, command)
    yes(await depute({ id: caseloadOf(headOne), version: 1, deputy: entryOf(headTwo) }, as(command)))
    expect(yes(await checks(owner, id, shop, ['done', 'not'], '缺台账'))).toEqual({ known: 1, shops: 2 })
    const answers = [{ mark: 'done' }, { mark: 'not', words: '缺台账' }]
    for (const head of [headOne, headTwo])
      expect((await partOf(head, id, 'checked')).rows).toMatchObject([{ id: shop.id, check: { answers } }])
    expect(yes(await sees(owner, id)).asked).toMatchObject([{ check: { answers } }])
    const list = listCircularShops({ id, part: 'checked', cursor: null }, await nowAs(command))
    expect(await list).toMatchObject({ code: 'not-permitted' })
    expect((await partOf(command, id, 'known')).rows).toMatchObject([{ id: shop.id, check: null }])
    for (const actor of [command, other.owner])
      expect(JSON.stringify(await sees(actor, id))).not.toContain('缺台账')
    expect(JSON.stringify(await readsIn(other.owner, group))).not.toContain('缺台账')
  })

  it('may be handed in again until the head closes it; the last one counts', async () => {
    const { shop, owner } = await aShopWith(1)
    const id = await sent()
    yes(await checks(owner, id, shop, ['not', 'not']))
    yes(await checks(owner, id, shop, ['done', 'none']))
    const { rows, counts } = await partOf(headOne, id, 'checked')
    expect(rows).toMatchObject([{ check: { answers: [{ mark: 'done' }, { mark: 'none' }] } }])
    expect(counts).toMatchObject({ checked: 1, known: 1 })
    expect(await closes(headTwo, id)).toMatchObject({ code: 'not-found' })
    expect(await closes(owner, id)).toMatchObject({ code: 'not-found' })
    yes(await closes(headOne, id))
    yes(await closes(headOne, id))
    expect(await auditOf(`circulars/${id}`)).toHaveLength(2)
    expect(await checks(owner, id, shop, ['not', 'not'])).toMatchObject({ code: 'wrong-state' })
    expect((await partOf(headOne, id, 'checked')).rows).toMatchObject([
      { check: { answers: [{ mark: 'done' }, {}] } },
    ])
  })

  it('is answered line by line, and its words pass the check', async () => {
    const { shop, owner } = await aShopWith(1)
    const id = await sent()
    expect(await checks(owner, id, shop, ['done'])).toMatchObject({ code: 'answers-missing' })
    expect(await checks(owner, id, shop, ['done', 'not'], '#risky#')).toMatchObject({
      code: 'content-refused',
    })
    expect(await checks(headOne, id, shop, ['done', 'not'])).toMatchObject({ code: 'not-found' })
    expect(await countOf(headOne, id)).toBe('0/1')
  })

  it('ten at once of one shop leave one whole answer, and count it once', async () => {
    const { shop, owners } = await aShopWith(2)
    const id = await sent()
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        checks(owners[at % 2] as Actor, id, shop, at % 2 === 0 ? ['done', 'done'] : ['not', 'not']),
      ),
    )
    const { rows, counts } = await partOf(headOne, id, 'checked')
    expect(counts).toMatchObject({ checked: 1, known: 1, waiting: 0 })
    const marks = rows[0]?.check?.answers.map(({ mark }) => mark)
    expect([
      ['done', 'done'],
      ['not', 'not'],
    ]).toContainEqual(marks)
  })
})

describe('who has and who has not', () => {
  it('tells those who have not said so from those whom only a call reaches', async () => {
    const known = await aShopWith(1)
    const waiting = await aShopWith(1)
    const absent = await aShopWith(0)
    const id = await sent()
    yes(await knows(known.owner, id, known.shop))
    const idsOf = async (part: 'known' | 'waiting' | 'absent') =>
      (await partOf(headOne, id, part)).rows.map((row) => row.id)
    expect(await idsOf('known')).toEqual([known.shop.id])
    expect(await idsOf('waiting')).toEqual([waiting.shop.id])
    expect(await idsOf('absent')).toEqual([absent.shop.id])
    expect((await partOf(command, id, 'known')).counts).toEqual({
      known: 1,
      waiting: 1,
      absent: 1,
      checked: 0,
    })
    for (const actor of [headTwo, known.owner, clerk])
      expect(await listCircularShops({ id, part: 'known', cursor: null }, await nowAs(actor))).toMatchObject({
        code: 'not-found',
      })
  })

  it('comes page by page, every shop once', async () => {
    for (let at = 0; at < 60; at += 1) await aShopWith(0)
    const id = await sent()
    const seen: string[] = []
    for (let cursor: string | null = null; ;) {
      const page: Output<'circular.shops'> = yes(
        await listCircularShops({ id, part: 'absent', cursor }, await nowAs(headOne)),
      )
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
      if (cursor === null) break
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60])
  })

  it('goes out as a workbook to the head and to command, without the self-checks', async () => {
    const known = await aShopWith(1)
    await aShopWith(1)
    await aShopWith(0)
    const id = await sent()
    yes(await checks(known.owner, id, known.shop, ['done', 'not'], '缺台账'))
    const exports = async (actor: Actor, key = aKey()) => exportCircular({ id, key }, await nowAs(actor))
    const key = aKey()
    const { url } = yes(await exports(headOne, key))
    yes(await exports(headOne, key))
    yes(await exports(command))
    expect(await exports(headTwo)).toMatchObject({ code: 'not-found' })
    expect(await exports(known.owner)).toMatchObject({ code: 'not-found' })
    const text = JSON.stringify(await readBack(url))
    expect(text).toContain('已知晓')
    expect(text).toContain('已交自查')
    expect(text).toContain('未确认')
    expect(text).toContain('未登录')
    expect(text).not.toContain('缺台账')
    const { data } = await db.collection('exports').where({ kind: 'circular' }).limit(9).get()
    expect(data).toHaveLength(2)
  })
})

describe('「提醒没确认的」', () => {
  it('reminds only those who have not said so, and nobody who was handed on', async () => {
    const known = await aShopWith(1)
    const waiting = await aShopWith(2)
    const gone = await aShopWith(1)
    await aShopWith(0)
    const id = await sent()
    yes(await knows(known.owner, id, known.shop))
    await handsOn(gone.shop)
    expect(yes(await reminds(headOne, id))).toEqual({ shops: 1 })
    expect(await heardOf(known.owner)).toEqual(['sent'])
    expect(await heardOf(gone.owner)).toEqual(['sent'])
    for (const owner of waiting.owners)
      expect([...(await heardOf(owner))].sort()).toEqual(['reminded', 'sent'])
  })

  it('once an hour, twice with one key is once, and ten taps at once are one', async () => {
    const { owner } = await aShopWith(1)
    const id = await sent()
    const key = aKey()
    const taps = await Promise.all(Array.from({ length: 10 }, () => reminds(headOne, id)))
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await reminds(headOne, id, key, HOUR - 1)).toMatchObject({ code: 'too-soon' })
    expect(yes(await reminds(headOne, id, key, HOUR))).toEqual({ shops: 1 })
    expect(yes(await reminds(headOne, id, key, HOUR + 1))).toEqual({ shops: 1 })
    expect((await heardOf(owner)).filter((what) => what === 'reminded')).toHaveLength(2)
    expect(await auditOf(`circulars/${id}`)).toHaveLength(3)
  })

  it('is for the head, the deputy and command, while somebody is left to remind', async () => {
    const { owner, shop } = await aShopWith(1)
    const id = await sent()
    expect(await reminds(headTwo, id)).toMatchObject({ code: 'not-found' })
    expect(await reminds(owner, id)).toMatchObject({ code: 'not-found' })
    yes(await knows(owner, id, shop))
    expect(await reminds(command, id)).toMatchObject({ code: 'nobody-left' })
  })

  it('a question that quotes the circular goes into the head’s queue', async () => {
    const { owner } = await aShopWith(1)
    await sent()
    yes(await say(owner, group, '毛巾要煮多久', { quote: 1 }))
    expect(yes(await listQuestions({ cursor: null }, await nowAs(headOne))).rows).toMatchObject([{ seq: 2 }])
  })
})
