import { createHash } from 'node:crypto'

import {
  publishArticle,
  type Article,
  type ArticleBlock,
  type ArticleText,
  type Edition,
} from '#domain/article'
import type { CannedOwner } from '#domain/canned-answer'
import type { Caseload } from '#domain/caseload'
import { asId, type Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import { articleDocument, editionDocument, libraryDocument } from '../../cloudfunctions/store/articles'
import { cannedDocument } from '../../cloudfunctions/store/canned-answers'
import { district } from './district'
import { sceneSize, type Scene } from './drawings'
import { faqs, phrases } from './answer-texts'
import { guides, type Written } from './library-texts'
import type { SeedPerson } from './people'
import type { Collections } from './seed'

const DAY = 86_400_000

/** Kept files of the drawings. */
export type SceneFiles = ReadonlyMap<Scene, string>

const idOf = <Noun extends string>(key: string): Id<Noun> =>
  asId(createHash('sha256').update(`library ${key}`).digest('hex').slice(0, 32))
export const articleIdOf = (key: string): Id<'article'> => idOf(key)

const tradesOf = (numbers: readonly number[] | null) =>
  numbers?.map((number) => asId<'trade'>(`t-${String(number)}`)) ?? null

const blockOf = (written: Written, files: SceneFiles): ArticleBlock => {
  if (typeof written === 'string')
    return written.startsWith('# ')
      ? { kind: 'heading', words: written.slice(2) }
      : { kind: 'words', words: written }
  if ('steps' in written) return { kind: 'steps', steps: written.steps }
  const picture = { file: files.get(written.scene) ?? '', ...sceneSize }
  return { kind: 'picture', picture, words: written.words }
}

interface Issued {
  readonly article: Article
  readonly edition: Edition
}

const issue = (
  draft: Pick<Article, 'id' | 'kind' | 'scope' | 'text'>,
  by: Id<'person'>,
  at: Instant,
): Issued => {
  const article: Article = {
    ...draft,
    ...{ district: district.id, version: 1, editions: 0, status: { kind: 'draft' }, changedAt: at },
    saved: { key: `seed-${draft.id}`, body: '' },
  }
  const published = publishArticle(article, { version: 1, everywhere: false, by, now: at })
  if (!published.ok || published.value.edition === null) throw new Error(`${draft.text.title} was not issued`)
  return { article: published.value.article, edition: published.value.edition }
}

export interface SeedLibrary {
  readonly documents: Collections
  /** titles by key: what is sent in channels */
  readonly titles: ReadonlyMap<string, string>
}

interface Makers {
  readonly command: SeedPerson
  readonly head: SeedPerson
  readonly caseload: Caseload
}

/** The district's guidance, one head's frequent questions, and the words that heads choose from. */
export const makeLibrary = (
  { command, head, caseload }: Makers,
  files: SceneFiles,
  now: number,
): SeedLibrary => {
  const guidance = guides.map(({ key, title, topic, trades, blocks }, at) => {
    const made = blocks.map((block) => blockOf(block, files))
    const text: ArticleText = { title, topic, trades: tradesOf(trades), blocks: made }
    const draft = { id: articleIdOf(key), kind: 'guide', scope: { kind: 'district' }, text } as const
    return issue(draft, command.id, asInstant(now - (60 - at) * DAY))
  })
  const asked = faqs.map(({ key, title, topic, trades, words }, at) => {
    const text: ArticleText = { title, topic, trades: tradesOf(trades), blocks: [{ kind: 'words', words }] }
    const scope = { kind: 'caseload', caseload: caseload.id } as const
    return issue({ id: articleIdOf(key), kind: 'faq', scope, text }, head.id, asInstant(now - (5 - at) * DAY))
  })
  const issued = [...guidance, ...asked]
  return {
    documents: {
      articles: issued.map(({ article }) => articleDocument(article)),
      editions: issued.map(({ edition }) => editionDocument(edition)),
      library: issued.map(({ article, edition }) => libraryDocument(article, edition)),
      cannedanswers: cannedAnswers(head, now),
    },
    titles: new Map([...guides, ...faqs].map(({ key, title }) => [key, title])),
  }
}

const cannedAnswers = (head: SeedPerson, now: number) => {
  const owners: Readonly<Record<CannedOwner['kind'], CannedOwner>> = {
    district: { kind: 'district' },
    agency: { kind: 'agency', agency: asId('a-health') },
    own: { kind: 'own', person: head.id },
  }
  return phrases.map(({ of, topic, trades, words }, at) =>
    cannedDocument(
      {
        ...{ id: idOf<'cannedAnswer'>(`phrase ${String(at)}`), district: district.id, of: owners[of] },
        ...{ text: { topic, trades: tradesOf(trades), words }, version: 1, status: 'kept' },
        saved: { key: `seed-phrase-${String(at)}`, body: '' },
      },
      asInstant(now - (30 + at) * DAY),
    ),
  )
}
