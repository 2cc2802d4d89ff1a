import { findEdition } from '../../cloudfunctions/store/articles'
import { readDraft } from '../../cloudfunctions/use-cases/article/drafts'
import { listArticles } from '../../cloudfunctions/use-cases/article/list'
import { withdraw } from '../../cloudfunctions/use-cases/article/publish'
import { save } from '../../cloudfunctions/use-cases/article/save'
import { yes } from '../support/a-submission'
import { aShop, hair, inn } from '../support/a-shop'
import { aSaving, examinedIn, finds, issues, owning, publishes, reads, writes } from '../support/an-article'
import { command, district, handler, otherCommand, stranger } from '../support/builders'
import {
  addShops,
  auditOf,
  caseloadOf,
  foundShopOffice,
  headOne,
  headTwo,
  nowAs,
} from '../support/shop-district'
import { aKey, foundDistrict } from '../support/small-district'
import { deskOf, groupOf, opens, say } from '../support/talk'
import { aPhoto, handIn } from '../support/uploads'
import type { Actor } from '#domain/actor'

const shopOne = aShop('1')
const shopTwo = aShop('2', { trade: inn })
let env = ''
let ownerOne: Actor
let ownerTwo: Actor

beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), [shopOne])
  await addShops(caseloadOf(headTwo), [shopTwo])
  ownerOne = await owning('owner-one', shopOne)
  ownerTwo = await owning('owner-two', shopTwo)
})

describe('the library', () => {
  it('is written by command alone, and read by owners, heads and command', async () => {
    for (const actor of [headOne, ownerOne, stranger, handler, otherCommand])
      expect(await save(aSaving('不许写'), await nowAs(actor))).toMatchObject({ code: 'not-found' })
    const { id } = await issues(command, '烫染区怎么通风')
    for (const actor of [ownerOne, ownerTwo, headOne, headTwo, command])
      expect(yes(await reads(actor, id)).title).toBe('烫染区怎么通风')
    for (const actor of [stranger, handler, otherCommand])
      expect(await reads(actor, id)).toMatchObject({ code: 'not-found' })
  })

  it('shows nothing before it is published, nor of a change that is not', async () => {
    const written = yes(await writes(command, '还没发布的一篇'))
    expect(await reads(ownerOne, written.id)).toMatchObject({ code: 'not-found' })
    expect(await finds(ownerOne, { words: '还没发布' })).toEqual([])
    const published = yes(await publishes(command, written))
    yes(await writes(command, '改过还没发布', { ...written, version: published.version }))
    expect(yes(await reads(ownerOne, written.id)).title).toBe('还没发布的一篇')
    expect(await finds(ownerOne, { words: '改过还没发布' })).toEqual([])
  })

  it('gives an older card the edition that was sent, and says that a newer one is there', async () => {
    const first = await issues(command, '茶杯消毒')
    const desk = deskOf(shopOne)
    yes(await say(headOne, desk, '', { body: { kind: 'article', article: first.id } }))
    const changed = yes(await writes(command, '茶杯消毒（新）', { id: first.id, version: first.version }))
    yes(await publishes(command, changed))
    const { messages } = yes(await opens(ownerOne, desk))
    const body = messages.at(-1)?.body
    if (body?.kind !== 'article') throw new Error('no article was sent')
    const sent = yes(await reads(ownerOne, body.article, body.version))
    expect(sent).toMatchObject({ title: '茶杯消毒', edition: 1, current: 2 })
    expect(yes(await reads(ownerOne, first.id))).toMatchObject({ title: '茶杯消毒（新）', edition: 2 })
    expect((await findEdition(district, first.id, 1))?.text.title).toBe('茶杯消毒')
  })

  it('publishes one version once, told twice or by two at the same time', async () => {
    const written = yes(await writes(command, '两次发布'))
    const answers = await Promise.all([publishes(command, written), publishes(command, written)])
    answers.push(await publishes(command, written))
    expect(answers.map((answer) => (answer.ok ? answer.value : answer.code))).toEqual(
      Array.from({ length: 3 }, () => ({ version: 2, edition: 1 })),
    )
    expect((await auditOf(`articles/${written.id}`)).map((line) => line['what']).sort()).toEqual([
      'article.published',
      'article.saved',
    ])
  })

  it('saves a repeat once, tells another body apart, and lets one of two editors know it is stale', async () => {
    const saving = aSaving('同一篇')
    const call = await nowAs(command)
    const [first, second] = [yes(await save(saving, call)), yes(await save(saving, call))]
    expect(second).toEqual(first)
    expect(await save({ ...saving, title: '另一篇' }, call)).toMatchObject({ code: 'key-reused' })
    const both = await Promise.all(
      ['甲', '乙'].map((title) => writes(command, title, { id: first.id, version: first.version })),
    )
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['ok', 'stale'])
  })

  it('is withdrawn for everybody, cards included, and twice changes nothing', async () => {
    const { id, version } = await issues(command, '要撤下的一篇')
    expect(await withdraw({ id, version }, await nowAs(headOne))).toMatchObject({ code: 'not-found' })
    yes(await withdraw({ id, version }, await nowAs(command)))
    yes(await withdraw({ id, version }, await nowAs(command)))
    expect(await finds(ownerOne, { words: '要撤下' })).toEqual([])
    expect(yes(await reads(ownerOne, id, 1))).toMatchObject({ current: null, blocks: [] })
    const sent = await say(headOne, deskOf(shopOne), '', { body: { kind: 'article', article: id } })
    expect(sent).toMatchObject({ code: 'article-gone' })
    expect((await auditOf(`articles/${id}`)).filter(({ what }) => what === 'article.withdrawn')).toHaveLength(
      1,
    )
  })

  it('publishes nothing that its check refuses, and what it could not decide only once a person is sure', async () => {
    const refused = yes(await writes(command, '不行的内容 #risky#'))
    expect(await publishes(command, refused)).toMatchObject({ code: 'content-refused' })
    const unsure = yes(await writes(command, '说不准的内容 #review#'))
    expect(await publishes(command, unsure)).toMatchObject({ code: 'content-undecided' })
    expect(await finds(ownerOne, { words: '说不准' })).toEqual([])
    yes(await publishes(command, unsure, { sure: true }))
    expect(await finds(ownerOne, { words: '说不准' })).toHaveLength(1)
  })

  it('is checked to its end, however long and however sure somebody is of its beginning', async () => {
    const long = { kind: 'words', words: '洗'.repeat(1_000) } as const
    const blocks = [long, long, long, { kind: 'words', words: '结尾 #risky#' } as const]
    const written = yes(await writes(command, '开头说不准 #review#', { blocks }))
    expect(await publishes(command, written, { sure: true })).toMatchObject({ code: 'content-refused' })
  })

  it('keeps a script in a text as text', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const { id } = await issues(command, script.slice(0, 25), { blocks: [{ kind: 'words', words: script }] })
    expect(yes(await reads(ownerOne, id)).blocks).toEqual([{ kind: 'words', words: script }])
  })

  it('takes pictures in once, keeps them from edition to edition, and no file of another place', async () => {
    const call = await nowAs(command)
    const { ticket, files } = await handIn(env, command, [aPhoto(91)], call)
    const picture = { kind: 'picture', from: { kind: 'uploaded', at: 0 }, words: '消毒柜' } as const
    const saving = aSaving('有图的一篇', { ticket, files, blocks: [picture] })
    const written = yes(await save(saving, call))
    expect(yes(await save(saving, call))).toEqual(written)
    yes(await publishes(command, written))
    const draft = yes(await readDraft({ id: written.id }, call))
    const [block] = draft.blocks
    if (block?.kind !== 'picture') throw new Error('no picture')
    expect(block).toMatchObject({ width: 8, height: 8, words: '消毒柜' })
    const kept = { kind: 'picture', from: { kind: 'kept', file: block.file }, words: '消毒柜二' } as const
    yes(await writes(command, '有图', { id: written.id, version: draft.version, blocks: [kept] }))
    const [shown] = yes(await reads(ownerOne, written.id)).blocks
    expect(shown).toMatchObject({ kind: 'picture', words: '消毒柜' })
    // Another article has no business with this file.
    expect(await writes(command, '别篇的图', { blocks: [kept] })).toMatchObject({ code: 'photo-missing' })
  })
})

describe('finding', () => {
  it('narrows by trade and topic; what is for every trade is found under each', async () => {
    await issues(command, '只给旅店的床品', { trades: [inn], topic: 'hygiene' })
    await issues(command, '只给理发的毛巾', { trades: [hair], topic: 'hygiene' })
    await issues(command, '都要看的证照', { topic: 'papers' })
    const hygiene = { topic: 'hygiene' } as const
    // Published at the same moment: which of them comes first is open.
    expect(new Set(await finds(ownerOne, hygiene))).toEqual(new Set(['只给理发的毛巾', '只给旅店的床品']))
    expect(await finds(ownerOne, { ...hygiene, trade: inn })).toEqual(['只给旅店的床品'])
    expect(await finds(ownerOne, { topic: 'papers', trade: inn })).toEqual(['都要看的证照'])
    expect(await finds(ownerOne, { words: '毛巾 理发' })).toEqual(['只给理发的毛巾'])
    expect(await finds(ownerOne, { words: '床品', trade: hair })).toEqual([])
    const short = { words: '毛', trade: null, topic: null, cursor: null }
    expect(await listArticles(short, await nowAs(ownerOne))).toMatchObject({ code: 'words-too-short' })
  })

  it('goes through a long list page by page, each once, the newest first', async () => {
    const at = (n: number) => String(n).padStart(2, '0')
    const fresh = Array.from({ length: 45 }, (_, n) => n)
    for (const n of fresh)
      await issues(command, `长单第${at(n)}篇`, { topic: 'licence', trades: n % 2 ? [hair] : null })
    const all = await finds(ownerOne, { topic: 'licence' })
    expect([...all].sort()).toEqual(fresh.map((n) => `长单第${at(n)}篇`))
    expect(await finds(ownerOne, { topic: 'licence', trade: hair })).toHaveLength(45)
    expect(await finds(ownerOne, { topic: 'licence', trade: inn })).toHaveLength(23)
    expect(await finds(ownerOne, { words: '长单' })).toHaveLength(45)
    const before = await examinedIn(env)
    const page = { words: '', trade: null, topic: 'licence', cursor: null } as const
    expect(yes(await listArticles(page, await nowAs(ownerOne))).rows).toHaveLength(20)
    expect((await examinedIn(env)) - before).toBeLessThanOrEqual(25)
  })
})

describe('sending an article', () => {
  it('is the office’s, once for a key', async () => {
    const { id, version } = await issues(command, '群里发的指南')
    const group = groupOf(caseloadOf(headOne))
    const body = { kind: 'article', article: id } as const
    expect(await say(ownerOne, group, '', { body })).toMatchObject({ code: 'kind-not-allowed' })
    const key = aKey()
    const first = yes(await say(headOne, group, '', { body, key }))
    expect(yes(await say(headOne, group, '', { body, key }))).toEqual(first)
    expect(await say(headOne, group, '又', { key })).toMatchObject({ code: 'key-reused' })
    // What was sent was sent, also where it could not be sent any more.
    yes(await withdraw({ id, version }, await nowAs(command)))
    expect(yes(await say(headOne, group, '', { body, key }))).toEqual(first)
    expect(await say(headOne, group, '', { body })).toMatchObject({ code: 'article-gone' })
  })
})
