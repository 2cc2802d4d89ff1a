import fc from 'fast-check'

import {
  articleLimits,
  checkArticle,
  isAnswerToKeep,
  mayReadArticle,
  maySendArticle,
  namesSomebody,
  publishArticle,
  saveArticle,
  withdrawArticle,
  withoutNames,
  type Article,
} from '#domain/article'
import { asId } from '#domain/kernel/id'
import { aText } from '../support/an-article-text'
import { aGrant, anActor, command, district, handler, later, MONDAY } from '../support/builders'

const by = asId<'person'>('person-command')
const caseload = asId<'caseload'>('head-one')

const anArticle = (given: Partial<Article> = {}): Article => ({
  ...{ id: asId<'article'>('article-1'), district, kind: 'guide', scope: { kind: 'district' } },
  ...{ text: aText(), version: 1, editions: 0, status: { kind: 'draft' }, changedAt: MONDAY },
  saved: { key: 'key', body: 'body' },
  ...given,
})

const value = <T>(decision: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!decision.ok) throw new Error('refused')
  return decision.value
}

describe('what an article says', () => {
  it('is trimmed, and empty steps are left out', () => {
    const checked = checkArticle(
      aText({ title: ' 毛巾 ', blocks: [{ kind: 'steps', steps: [' 洗净 ', ' ', '消毒'] }] }),
    )
    expect(checked).toMatchObject({
      ok: true,
      value: { title: '毛巾', blocks: [{ kind: 'steps', steps: ['洗净', '消毒'] }] },
    })
  })

  it('has a title and something written, in blocks that are not empty', () => {
    expect(checkArticle(aText({ title: '  ' }))).toMatchObject({ code: 'title-missing' })
    expect(checkArticle(aText({ blocks: [] }))).toMatchObject({ code: 'nothing-written' })
    const blocks = [
      { kind: 'words', words: '好' },
      { kind: 'heading', words: ' ' },
    ] as const
    expect(checkArticle(aText({ blocks }))).toMatchObject({ code: 'block-empty', detail: { position: 2 } })
  })

  it('is no longer than the check can take', () => {
    const block = { kind: 'words', words: '长'.repeat(articleLimits.words) } as const
    expect(checkArticle(aText({ blocks: [{ ...block, words: `${block.words}长` }] }))).toMatchObject({
      code: 'block-too-long',
    })
    expect(checkArticle(aText({ blocks: Array.from({ length: 6 }, () => block) }))).toMatchObject({
      code: 'too-much',
    })
  })
})

describe('editions', () => {
  it('are numbered 1, 2, 3 … whatever is saved, published, withdrawn and repeated in between', () => {
    const move = fc.constantFrom('save', 'publish', 'withdraw', 'again')
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let article = anArticle()
        const numbers: number[] = []
        let last: { readonly version: number } | null = null
        for (const [at, what] of moves.entries()) {
          const now = later(at)
          if (what === 'save') {
            article = value(saveArticle(article, article.version, aText(), article.saved, now))
            last = null
          } else if (what === 'withdraw') {
            const withdrawn = withdrawArticle(article, article.version, now)
            if (withdrawn.ok && withdrawn.value !== article) last = null
            if (withdrawn.ok) article = withdrawn.value
          } else {
            const version: number = what === 'again' && last ? last.version : article.version
            const published = value(publishArticle(article, { version, everywhere: false, by, now }))
            if (what === 'again' && last) expect(published.edition).toBeNull()
            if (published.edition) numbers.push(published.edition.number)
            article = published.article
            last = { version }
          }
        }
        expect(numbers).toEqual(numbers.map((_number, at) => at + 1))
        expect(article.editions).toBe(numbers.length)
      }),
    )
  })

  it('take the text of the moment, and a later change leaves them as they were', () => {
    const first = value(publishArticle(anArticle(), { version: 1, everywhere: false, by, now: MONDAY }))
    const changed = value(
      saveArticle(first.article, 2, aText({ title: '改过的' }), first.article.saved, later(1)),
    )
    expect(first.edition?.text.title).toBe('毛巾怎么消毒')
    expect(changed.status).toEqual(first.article.status)
    const second = value(publishArticle(changed, { version: 3, everywhere: false, by, now: later(2) }))
    expect(second.edition).toMatchObject({ number: 2, text: { title: '改过的' } })
  })

  it('are published, saved and withdrawn by whoever saw the newest version alone', () => {
    const article = anArticle({ version: 3 })
    expect(saveArticle(article, 2, aText(), article.saved, MONDAY)).toMatchObject({ code: 'stale' })
    expect(publishArticle(article, { version: 2, everywhere: false, by, now: MONDAY })).toMatchObject({
      code: 'stale',
    })
    expect(withdrawArticle(article, 2, MONDAY)).toMatchObject({ code: 'stale' })
    expect(withdrawArticle(article, 3, MONDAY)).toMatchObject({ code: 'wrong-state' })
  })

  it('go to the whole district once command says so', () => {
    const local = anArticle({ kind: 'faq', scope: { kind: 'caseload', caseload } })
    const kept = value(publishArticle(local, { version: 1, everywhere: false, by, now: MONDAY }))
    expect(kept.article.scope).toEqual(local.scope)
    const wide = value(publishArticle(kept.article, { version: 2, everywhere: true, by, now: MONDAY }))
    expect(wide.article.scope).toEqual({ kind: 'district' })
  })
})

describe('who reads', () => {
  const owner = anActor('owner', aGrant('owner', { kind: 'shop', shop: asId('shop-1') }))
  const local = anArticle({ scope: { kind: 'caseload', caseload } })

  it('owners, heads and command read the district’s; residents and other posts do not', () => {
    const head = anActor('head', aGrant('head'))
    for (const actor of [owner, head, command])
      expect(mayReadArticle(anArticle(), { actor, caseloads: [] })).toBe(true)
    for (const actor of [anActor('resident'), handler])
      expect(mayReadArticle(anArticle(), { actor, caseloads: [] })).toBe(false)
  })

  it('one caseload’s is read by its own people and command', () => {
    expect(mayReadArticle(local, { actor: owner, caseloads: [caseload] })).toBe(true)
    expect(mayReadArticle(local, { actor: owner, caseloads: [asId('head-two')] })).toBe(false)
    expect(mayReadArticle(local, { actor: command, caseloads: [] })).toBe(true)
  })

  it('one caseload’s goes into that caseload’s channels alone', () => {
    const desk = { kind: 'desk', shop: asId<'shop'>('shop-1') } as const
    expect(maySendArticle(local, desk, caseload)).toBe(true)
    expect(maySendArticle(local, desk, asId('head-two'))).toBe(false)
    expect(maySendArticle(local, { kind: 'command', district }, null)).toBe(false)
    expect(maySendArticle(anArticle(), { kind: 'command', district }, null)).toBe(true)
  })
})

describe('an answer that is kept', () => {
  const desk = { kind: 'desk', shop: asId<'shop'>('shop-1') } as const
  const group = { kind: 'store', caseload } as const
  const answer = {
    standing: 'head',
    state: { kind: 'shown' },
    body: { kind: 'text', words: '可以。' },
    quote: null,
  } as const
  const quote = { seq: 1, by: null, line: { kind: 'text', words: '行吗' } } as const

  it('is the office’s, and says in a group what it answers', () => {
    expect(isAnswerToKeep(desk, answer)).toBe(true)
    expect(isAnswerToKeep(group, answer)).toBe(false)
    expect(isAnswerToKeep(group, { ...answer, quote })).toBe(true)
    expect(isAnswerToKeep(desk, { ...answer, standing: 'owner' })).toBe(false)
    expect(isAnswerToKeep(desk, { ...answer, state: { kind: 'recalled', at: MONDAY } })).toBe(false)
    expect(isAnswerToKeep({ kind: 'command', district }, { ...answer, quote })).toBe(false)
  })

  it('names neither people nor shops nor numbers', () => {
    const names = ['李淑芬', '美丽人生理发店']
    const said = '李淑芬，美丽人生理发店的毛巾请打 139 1234 5678 问。'
    expect(namesSomebody([said], names)).toBe('name')
    expect(namesSomebody(['请打 13912345678'], names)).toBe('phone')
    expect(namesSomebody(['请打 12345，或 024-1234 0000'], names)).toBeNull()
    expect(namesSomebody([withoutNames(said, names)], names)).toBeNull()
  })
})
