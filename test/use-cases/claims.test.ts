import { asId, type Id } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { findClaim, listHoldersOfShops } from '../../cloudfunctions/store/claims'
import { findPerson } from '../../cloudfunctions/store/people'
import { answerOffer } from '../../cloudfunctions/use-cases/claim/answer'
import { ask } from '../../cloudfunctions/use-cases/claim/ask'
import { inviteAgent } from '../../cloudfunctions/use-cases/claim/invite'
import { moveClaim } from '../../cloudfunctions/use-cases/claim/move'
import { listOffers } from '../../cloudfunctions/use-cases/claim/offers'
import { aShop } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command, district, otherCommand, reporter } from '../support/builders'
import { accept, aHeadedShop, aHeld, anAsked, anOffered, holds, step, told } from '../support/claims'
import {
  addShops,
  aPersonWithPhone,
  aPhone,
  auditOf,
  contactFor,
  foundShopOffice,
  headOne,
  headTwo,
  nowAs,
  pool,
  withoutPhone,
} from '../support/shop-district'
import { aKey, as, foundDistrict } from '../support/small-district'
import { aPhoto, handIn } from '../support/uploads'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

describe('「这是您的店吗？」', () => {
  it('is asked by the verified phone alone', async () => {
    const { shop, person } = await anOffered()
    expect(yes(await listOffers({}, as(person)))).toMatchObject([{ shop: shop.id, as: 'owner' }])
    expect(yes(await listOffers({}, as(reporter)))).toEqual([])
    expect(await accept(shop, reporter)).toMatchObject({ code: 'no-offer' })
  })

  it('answers for a shop that does not exist as for somebody else’s, yes or no', async () => {
    const { shop } = await anOffered()
    const asker = await aPersonWithPhone(`curious-${shop.id}`)
    for (const yesOrNo of [true, false])
      for (const id of [shop.id, asId<'shop'>('shop-none')])
        expect(await answerOffer({ shop: id, yes: yesOrNo, key: aKey() }, as(asker))).toMatchObject({
          code: 'no-offer',
        })
  })

  it('yes: in at once with the owner’s role, the head is told, the log has a line', async () => {
    const { shop, person } = await anOffered()
    const id = yes(await accept(shop, person)).id as Id<'claim'>
    expect(await holds(person, shop)).toBe(true)
    expect(await told(headOne, id)).toEqual(['claim'])
    expect(await told(person, id)).toEqual([])
    expect(yes(await listOffers({}, as(person)))).toEqual([])
    expect(await auditOf(`claims/${id}`)).toMatchObject([{ what: 'claim.moved', detail: { move: 'claim' } }])
  })

  it('yes to a shop in a pool: command is told, since no head could be', async () => {
    const shop = aShop('pooled')
    await addShops(pool, [shop])
    const phone = aPhone()
    const person = await aPersonWithPhone('pooled', phone)
    await contactFor(shop, phone)
    const id = yes(await accept(shop, person)).id as Id<'claim'>
    expect(await told(command, id)).toEqual(['claim'])
  })

  it('no: not offered again, and a later yes comes too late', async () => {
    const { shop, person } = await anOffered()
    const no = { shop: shop.id, yes: false, key: aKey() }
    expect(yes(await answerOffer(no, as(person)))).toEqual({ id: null })
    expect(yes(await answerOffer(no, as(person)))).toEqual({ id: null })
    expect(yes(await listOffers({}, as(person)))).toEqual([])
    expect((await findPerson(person.id))?.notMine).toEqual([shop.id])
    expect(await answerOffer(no, as(reporter))).toMatchObject({ code: 'no-offer' })
  })

  it('the same yes twice is one claim with one answer; another key finds it held', async () => {
    const { shop, person } = await anOffered()
    const key = aKey()
    const answers = await Promise.all([1, 2, 3].map(() => accept(shop, person, key)))
    expect(new Set(answers.map((answer) => yes(answer).id)).size).toBe(1)
    expect(await accept(shop, person)).toMatchObject({ code: 'held-already' })
    const { shop: other } = await anOffered()
    expect(await accept(other, person, key)).toMatchObject({ code: 'key-reused' })
  })

  it('one person twice at once with two keys: one claim, one grant', async () => {
    const { shop, person } = await anOffered()
    const answers = await Promise.all([1, 2, 3].map(() => accept(shop, person)))
    expect(answers.map((answer) => (answer.ok ? 'in' : answer.code)).sort()).toEqual([
      'held-already',
      'held-already',
      'in',
    ])
    const grants = (await findPerson(person.id))?.grants ?? []
    expect(grants.filter(({ role }) => role === 'owner')).toHaveLength(1)
  })

  it('two people answer for one shop at once: both are in, and neither’s role is lost', async () => {
    const { shop, person } = await anOffered()
    const phone = aPhone()
    const twin = await aPersonWithPhone('twin', phone)
    const owner = await aPersonWithPhone('inviter')
    const { ticket, files } = await handIn(env, owner, [aPhoto(7)])
    const asked = yes(await ask({ code: shop.code, ticket, files, key: aKey() }, as(owner))).id
    yes(await step('confirm', asked, headOne))
    yes(await inviteAgent({ shop: shop.id, phone, name: '阿茶', key: aKey() }, await nowAs(owner)))
    const answers = await Promise.all([accept(shop, person), accept(shop, twin)])
    expect(new Set(answers.map((answer) => yes(answer).id)).size).toBe(2)
    expect([await holds(person, shop), await holds(twin, shop)]).toEqual([true, true])
    const holders = await listHoldersOfShops([shop.id])
    expect([...holders].sort()).toEqual([person.id, twin.id, owner.id].sort())
  })
})

describe('by the shop’s code and its licence', () => {
  it('waits for the head, who confirms; only then is the shop theirs', async () => {
    const { shop, person, id } = await anAsked(env)
    expect(await holds(person, shop)).toBe(false)
    expect(await told(headOne, id)).toEqual(['claim'])
    for (const actor of [headTwo, person, reporter, otherCommand])
      expect(await step('confirm', id, actor)).toMatchObject({ code: 'not-found' })
    yes(await step('confirm', id, headOne))
    expect(await holds(person, shop)).toBe(true)
    expect(await told(person, id)).toEqual(['confirm'])
  })

  it('needs a verified phone, a photo and a shop with that code', async () => {
    const shop = await aHeadedShop()
    const input = { code: shop.code, ticket: null, files: [], key: aKey() }
    expect(await ask(input, as(await withoutPhone('asker-unverified')))).toMatchObject({
      code: 'phone-needed',
    })
    const person = await aPersonWithPhone('asker-empty')
    expect(await ask(input, as(person))).toMatchObject({ code: 'photo-missing' })
    expect(await ask({ ...input, code: asId('code-none') }, as(person))).toMatchObject({ code: 'not-found' })
  })

  it('a refusal carries its reason and leaves the way open to ask again', async () => {
    const { shop, person, id } = await anAsked(env)
    expect(await step('refuse', id, headOne)).toMatchObject({ code: 'reason-missing' })
    yes(await step('refuse', id, headOne, '照片看不清'))
    const { ticket, files } = await handIn(env, person, [aPhoto(3)])
    const again = await ask({ code: shop.code, ticket, files, key: aKey() }, as(person))
    expect(again.ok).toBe(true)
  })

  it('asked twice at once with two keys: one claim; with one key: one answer', async () => {
    const shop = await aHeadedShop()
    const person = await aPersonWithPhone('asker-twice')
    const sent = await Promise.all(
      [1, 2].map(async (shade) => {
        const { ticket, files } = await handIn(env, person, [aPhoto(shade)])
        return { code: shop.code, ticket, files, key: aKey() }
      }),
    )
    const answers = await Promise.all(sent.map((one) => ask(one, as(person))))
    expect(answers.map((answer) => (answer.ok ? 'in' : answer.code)).sort()).toEqual(['asked-already', 'in'])
    const won = sent[answers.findIndex(({ ok }) => ok)]
    if (!won) throw new Error('nobody was in')
    const repeats = await Promise.all([1, 2].map(() => ask(won, as(person))))
    expect(new Set(repeats.map((answer) => yes(answer).id)).size).toBe(1)
  })

  it('whose phone the register knows by then need not wait', async () => {
    const { shop, person, id } = await anAsked(env)
    const { data } = await db.collection('identities').doc(person.id).get()
    await contactFor(shop, String(data?.['phone']))
    const held = yes(await accept(shop, person)).id as Id<'claim'>
    expect(await holds(person, shop)).toBe(true)
    expect((await findClaim(db, district, id))?.status.kind).toBe('ended')
    expect((await findClaim(db, district, held))?.status.kind).toBe('held')
    const moves = (await auditOf(`claims/${id}`)).map(({ detail }) => (detail as { move: string }).move)
    expect(moves.sort()).toEqual(['claim', 'leave'])
  })
})

describe('what can be said against a claim', () => {
  it('the head undoes it with a reason, and the role is gone with it', async () => {
    const { shop, person, id } = await aHeld()
    yes(await step('undo', id, headOne, '不是本店业主'))
    expect(await holds(person, shop)).toBe(false)
    expect(await told(person, id)).toEqual(['undo'])
    expect(yes(await listOffers({}, as(person)))).toEqual([])
    expect(await accept(shop, person)).toMatchObject({ code: 'no-offer' })
  })

  it('another owner contests it; it holds until command decides, and all of them hear', async () => {
    const { shop, person, id } = await aHeld()
    const rival = await aPersonWithPhone(`rival-${shop.id}`)
    const { ticket, files } = await handIn(env, rival, [aPhoto(9)])
    const asked = yes(await ask({ code: shop.code, ticket, files, key: aKey() }, as(rival))).id
    yes(await step('confirm', asked, headOne))
    expect(await told(person, asked)).toEqual(['confirm'])
    yes(await step('contest', asked, person, '我不认识这个人'))
    expect(await holds(rival, shop)).toBe(true)
    expect(await told(command, asked)).toContain('contest')
    expect(await step('uphold', asked, headOne)).toMatchObject({ code: 'not-found' })
    yes(await step('overturn', asked, command, '核实不属实'))
    expect([await holds(rival, shop), await holds(person, shop)]).toEqual([false, true])
    expect([await told(rival, asked), await told(person, asked)]).toEqual([
      expect.arrayContaining(['overturn']),
      expect.arrayContaining(['overturn']),
    ])
    expect(await step('contest', id, reporter, '我的')).toMatchObject({ code: 'not-found' })
  })

  it('undone and contested at once: one happens, the other is stale, and the role follows what happened', async () => {
    const { shop, person, id } = await aHeld()
    const [undo, contest] = await Promise.all([
      step('undo', id, headOne, '不是本店业主'),
      step('contest', id, headOne, '请指挥部核实'),
    ])
    expect([undo, contest].filter(({ ok }) => ok)).toHaveLength(1)
    expect([undo, contest].find(({ ok }) => !ok)).toMatchObject({ code: 'stale' })
    expect(await holds(person, shop)).toBe(contest.ok)
  })

  it('nobody decides on a claim of their own', async () => {
    const shop = await aHeadedShop()
    const phone = aPhone()
    await contactFor(shop, phone)
    await db.collection('identities').doc(headOne.id).update({ data: { phone } })
    const id = yes(await answerOffer({ shop: shop.id, yes: true, key: aKey() }, as(headOne)))
      .id as Id<'claim'>
    expect(await step('undo', id, headOne, '误点')).toMatchObject({ code: 'not-permitted' })
    yes(await step('leave', id, headOne))
    expect(await holds(headOne, shop)).toBe(false)
    expect((await findPerson(headOne.id))?.grants).toHaveLength(1)
  })

  it('the claimant leaves at any time; a repeat changes nothing, an old version is stale', async () => {
    const { shop, person, id } = await aHeld()
    const input = { id, version: 1, key: aKey(), words: '' }
    expect(yes(await moveClaim('leave', input, as(person)))).toEqual({ version: 2 })
    expect(yes(await moveClaim('leave', input, as(person)))).toEqual({ version: 2 })
    expect(await moveClaim('leave', { ...input, key: aKey() }, as(person))).toMatchObject({ code: 'stale' })
    expect(await auditOf(`claims/${id}`)).toHaveLength(2)
    expect(await holds(person, shop)).toBe(false)
  })
})
