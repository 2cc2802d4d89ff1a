import {
  wordsOfArticle,
  type Article,
  type ArticleStatus,
  type ArticleTopic,
  type Edition,
} from '#domain/article'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { db, type Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor, type Page } from './page'
import { gramsOf, lettersOf } from './shops'
import { readStreams } from './streams'
import { thingFrom } from './stored'

export const articleCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'articles',
    indexes: [{ name: 'articles_status', fields: ['district', 'status.kind', 'changedAt:desc', '_id:desc'] }],
  },
  /** what was published, for good: `_id` is `<article>:<number>` */
  { collection: 'editions', indexes: [] },
  /** what readers find today: one for each published article, under the article's id */
  {
    collection: 'library',
    indexes: [
      { name: 'library_shelves', fields: ['district', 'audience', 'shelves', 'at:desc', '_id:desc'] },
      { name: 'library_grams', fields: ['district', 'audience', 'grams', 'at:desc', '_id:desc'] },
    ],
  },
]

export const findArticle = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'article'>,
): Promise<Article | null> => {
  const { data } = await from.collection('articles').doc(id).get()
  const article = data && (thingFrom(data) as Article)
  return article?.district === district ? article : null
}

export const articleDocument = ({ id, ...fields }: Article) => ({ _id: id, ...fields })

export const saveArticleRecord = async (tx: Documents, article: Article): Promise<void> => {
  const { _id, ...fields } = articleDocument(article)
  await tx.collection('articles').doc(_id).set({ data: fields })
}

/** The editors' list, what was changed last first. */
export const listArticles = (
  district: Id<'district'>,
  status: ArticleStatus['kind'],
  most: number,
  cursor: Cursor | null,
): Promise<Page<Article>> =>
  readPage<Article>(
    'articles',
    { district, 'status.kind': status },
    { field: 'changedAt', order: 'desc' },
    most,
    cursor,
  )

const editionId = (article: Id<'article'>, number: number): string => `${article}:${String(number)}`

export const editionDocument = (edition: Edition) => ({
  _id: editionId(edition.article, edition.number),
  ...edition,
})

export const addEdition = (tx: Documents, edition: Edition) =>
  tx.collection('editions').add({ data: editionDocument(edition) })

export const findEdition = async (
  district: Id<'district'>,
  article: Id<'article'>,
  number: number,
): Promise<Edition | null> => {
  const { data } = await db.collection('editions').doc(editionId(article, number)).get()
  const edition = data as unknown as Edition | null
  return edition?.district === district ? edition : null
}

/** What a list shows of a published article, and what it is found by. */
export interface LibraryEntry {
  readonly id: Id<'article'>
  readonly district: Id<'district'>
  /** a caseload, or everybody */
  readonly audience: string
  readonly kind: Article['kind']
  readonly title: string
  readonly topic: ArticleTopic
  readonly trades: readonly Id<'trade'>[] | null
  readonly lead: string
  readonly edition: number
  readonly at: Instant
  /** letters and digits alone: what a search looks through */
  readonly letters: string
}

export const everybody = 'all'
export const audienceOf = ({ scope }: Pick<Article, 'scope'>): string =>
  scope.kind === 'district' ? everybody : scope.caseload

/** Each article stands on one shelf for all trades together, and on one for each of its trades, or on the one for every trade. */
const anyTrade = '*'
const everyTrade = 'every'

const shelf = (trade: string, topic: string): string => `${trade}|${topic}`

export const shelvesOf = (trades: readonly Id<'trade'>[] | null, topic: string): readonly string[] =>
  [anyTrade, ...(trades ?? [everyTrade])].flatMap((trade) => [shelf(trade, '*'), shelf(trade, topic)])

/** The shelves on which things for this trade and topic stand: no thing stands on two of them. */
export const shelvesFor = (trade: Id<'trade'> | null, topic: string | null): readonly string[] =>
  (trade === null ? [anyTrade] : [trade, everyTrade]).map((one) => shelf(one, topic ?? '*'))

/** characters of how an article begins */
const leadLength = 60

export const libraryDocument = (article: Article, { number, at, text }: Edition) => {
  const lines = wordsOfArticle(text)
  return {
    _id: article.id,
    district: article.district,
    audience: audienceOf(article),
    kind: article.kind,
    ...{ title: text.title, topic: text.topic, trades: text.trades },
    lead: Array.from(lines.slice(1).join(' ')).slice(0, leadLength).join(''),
    edition: number,
    at,
    letters: lines.map(lettersOf).join(' '),
    shelves: shelvesOf(text.trades, text.topic),
    grams: gramsOf(...lines),
  }
}

export const putIntoLibrary = async (tx: Documents, article: Article, edition: Edition): Promise<void> => {
  const { _id, ...fields } = libraryDocument(article, edition)
  await tx.collection('library').doc(_id).set({ data: fields })
}

export const takeFromLibrary = (tx: Documents, id: Id<'article'>) => tx.collection('library').doc(id).remove()

const newestFirst = { field: 'at', order: 'desc' } as const

export interface Seeking {
  readonly district: Id<'district'>
  readonly audiences: readonly string[]
  readonly trade: Id<'trade'> | null
  readonly topic: ArticleTopic | null
}

export const listLibrary = (
  { district, audiences, trade, topic }: Seeking,
  most: number,
  cursor: Cursor | null,
): Promise<Page<LibraryEntry>> =>
  readStreams<LibraryEntry>(
    'library',
    audiences.flatMap((audience) =>
      shelvesFor(trade, topic).map((shelves) => ({ district, audience, shelves })),
    ),
    newestFirst,
    most,
    cursor,
  )

/** By one pair of characters. */
export const listByGram = (
  { district, audiences }: Seeking,
  gram: string,
  most: number,
  cursor: Cursor | null,
): Promise<Page<LibraryEntry>> =>
  readStreams<LibraryEntry>(
    'library',
    audiences.map((audience) => ({ district, audience, grams: gram })),
    newestFirst,
    most,
    cursor,
  )
