import { asId } from '#domain/kernel/id'
import { readDraft } from '../../cloudfunctions/use-cases/article/drafts'
import { keepAnswer, prefill } from '../../cloudfunctions/use-cases/article/from-answer'
import { withdraw } from '../../cloudfunctions/use-cases/article/publish'
import { yes } from '../support/a-submission'
import { aShop, hair, inn } from '../support/a-shop'
import { finds, owning, published, publishes, reads } from '../support/an-article'
import { command, otherCommand, stranger } from '../support/builders'
import { addShops, caseloadOf, foundShopOffice, headOne, headTwo, nowAs } from '../support/shop-district'
import { aKey, foundDistrict, nameOf } from '../support/small-district'
import { atPhone, deskOf, groupOf, readsIn, say } from '../support/talk'
import type { Actor } from '#domain/actor'

const shopOne = aShop('1')
const shopTwo = aShop('2', { trade: inn })
let ownerOne: Actor
let ownerTwo: Actor

beforeAll(async () => {
  await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), [shopOne])
  await addShops(caseloadOf(headTwo), [shopTwo])
  ownerOne = await owning('owner-one', shopOne)
  ownerTwo = await owning('owner-two', shopTwo)
})

describe('what is often asked', () => {
  const answered = async () => {
    const desk = deskOf(shopOne)
    yes(await say(ownerOne, desk, `${shopOne.name}的毛巾要几条才够？打 13912345678 找我`))
    const answer = yes(await say(headOne, desk, `${nameOf(ownerOne)}您好，每个座位三条以上。`))
    return { channel: desk, seq: answer.seq ?? 0 }
  }
  const keeping = async () => ({
    ...(await answered()),
    ...{ key: aKey(), question: '毛巾要几条才够？', answer: '每个座位三条以上。' },
    ...({ topic: 'facilities', trades: [hair] } as const),
  })

  it('is offered without anybody’s name or number', async () => {
    const offered = yes(await prefill(await answered(), await nowAs(headOne)))
    expect(offered).toEqual({
      question: '〔名字〕的毛巾要几条才够？打 〔电话〕 找我',
      answer: '〔名字〕您好，每个座位三条以上。',
      trades: [hair],
    })
  })

  it('is kept by the office of that channel alone', async () => {
    const given = await keeping()
    for (const actor of [ownerOne, ownerTwo, headTwo, stranger, otherCommand])
      expect(await keepAnswer(given, await atPhone(actor))).toMatchObject({ code: 'not-found' })
    const own = await say(ownerOne, given.channel, '谢谢')
    const seq = yes(own).seq ?? 0
    expect(await keepAnswer({ ...given, seq }, await atPhone(headOne))).toMatchObject({
      code: 'not-an-answer',
    })
  })

  it('names neither the asker nor the shop nor a number', async () => {
    const given = await keeping()
    const call = await atPhone(headOne)
    for (const answer of [`${shopOne.name}要三条`, `${nameOf(ownerOne)}，三条`, '问 13912345678'])
      expect(await keepAnswer({ ...given, answer }, call)).toMatchObject({ code: 'names-somebody' })
    expect(await keepAnswer({ ...given, answer: '#risky#' }, call)).toMatchObject({ code: 'content-refused' })
  })

  it('is there for this caseload’s owners at once, said once in their group, and nowhere else', async () => {
    const given = await keeping()
    const call = await atPhone(headOne)
    const [first, second] = await Promise.all([keepAnswer(given, call), keepAnswer(given, call)])
    const { id } = yes(first)
    expect(yes(second)).toEqual({ id })
    expect(yes(await keepAnswer(given, call))).toEqual({ id })
    expect(await keepAnswer({ ...given, answer: '别的' }, call)).toMatchObject({ code: 'key-reused' })
    expect(yes(await reads(ownerOne, id))).toMatchObject({ kind: 'faq', title: given.question, local: true })
    expect(await finds(ownerOne, { words: '几条才够' })).toContain(given.question)
    for (const actor of [ownerTwo, headTwo]) {
      expect(await reads(actor, id)).toMatchObject({ code: 'not-found' })
      expect(await finds(actor, { words: '几条才够' })).toEqual([])
    }
    const group = await readsIn(ownerOne, groupOf(caseloadOf(headOne)))
    expect(group.filter(({ words }) => words === '(card)')).toHaveLength(1)
    const elsewhere = await say(headTwo, deskOf(shopTwo), '', { body: { kind: 'article', article: id } })
    expect(elsewhere).toMatchObject({ code: 'article-gone' })
    yes(await say(headOne, deskOf(shopOne), '', { body: { kind: 'article', article: id } }))
  })

  it('is taken back by its own head, and given to everybody by command', async () => {
    const kept = yes(await keepAnswer(await keeping(), await atPhone(headOne)))
    expect((await published(command)).find(({ id }) => id === kept.id)).toMatchObject({
      kind: 'faq',
      scope: 'caseload',
      ahead: false,
    })
    const draft = yes(await readDraft({ id: kept.id }, await nowAs(command)))
    const wide = yes(await publishes(command, draft, { everywhere: true }))
    expect(yes(await reads(ownerTwo, kept.id)).local).toBe(false)
    expect(await withdraw({ id: kept.id, ...wide }, await nowAs(headOne))).toMatchObject({
      code: 'not-found',
    })
    const other = yes(await keepAnswer(await keeping(), await atPhone(headOne)))
    const seen = yes(await reads(headOne, other.id))
    expect(yes(await reads(ownerOne, other.id)).mayWithdraw).toBeNull()
    expect(seen.mayWithdraw).toEqual({ version: 2 })
    yes(await withdraw({ id: other.id, version: 2 }, await nowAs(headOne)))
    expect(yes(await reads(ownerOne, other.id))).toMatchObject({ current: null, blocks: [] })
  })

  it('an id that is nowhere and one of another district answer the same', async () => {
    expect(await reads(ownerOne, asId('nothing'))).toEqual(await reads(otherCommand, asId('nothing')))
    expect(await readDraft({ id: asId('nothing') }, await nowAs(headOne))).toMatchObject({
      code: 'not-found',
    })
  })
})
