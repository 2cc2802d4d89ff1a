import { commands, hasRole, type Actor } from './actor'
import type { Channel } from './membership'
import { isOffice } from './channel'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import type { Message, Picture } from './message'
import { pillars } from './shop'

export const articleTopics = [...pillars, 'licence', 'other'] as const
export type ArticleTopic = (typeof articleTopics)[number]

export type ArticleBlock =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  /** `words` say what it shows: to whoever does not see it, and under it */
  | { readonly kind: 'picture'; readonly picture: Picture; readonly words: string }

export interface ArticleText {
  readonly title: string
  readonly topic: ArticleTopic
  /** null: all of them */
  readonly trades: readonly Id<'trade'>[] | null
  readonly blocks: readonly ArticleBlock[]
}

/** Whom it is for: the whole district, or the owners of one head's shops. */
export type ArticleScope =
  { readonly kind: 'district' } | { readonly kind: 'caseload'; readonly caseload: Id<'caseload'> }

/** `from`: the version that was published or withdrawn, so that a repeat is known again. */
export type ArticleStatus =
  | { readonly kind: 'draft' }
  | { readonly kind: 'published'; readonly edition: number; readonly from: number; readonly at: Instant }
  | { readonly kind: 'withdrawn'; readonly from: number; readonly at: Instant }

export type ArticleKind = 'guide' | 'faq'

/** As its editors have it; readers see the edition that was published last. */
export interface Article {
  readonly id: Id<'article'>
  readonly district: Id<'district'>
  readonly kind: ArticleKind
  readonly scope: ArticleScope
  readonly text: ArticleText
  readonly version: number
  /** how many were published so far */
  readonly editions: number
  readonly status: ArticleStatus
  readonly changedAt: Instant
  /** the command that changed the text last: a repeat brings the same */
  readonly saved: { readonly key: string; readonly body: string }
}

/** What was published once; it never changes, so that whoever got it in a channel opens what was sent. */
export interface Edition {
  readonly article: Id<'article'>
  readonly district: Id<'district'>
  /** 1, 2, 3 … */
  readonly number: number
  readonly at: Instant
  readonly by: Id<'person'>
  readonly text: ArticleText
}

export const articleLimits = {
  title: 60,
  blocks: 40,
  heading: 40,
  words: 1_000,
  caption: 100,
  steps: 20,
  step: 200,
  pictures: 9,
  /** characters in all: what the content check is asked for at most three times */
  characters: 5_000,
  trades: 20,
} as const

export type ArticleTextRefusal =
  'title-missing' | 'title-too-long' | 'nothing-written' | 'block-empty' | 'block-too-long' | 'too-much'

const lengthOf = (words: string): number => Array.from(words).length

const linesOf = (block: ArticleBlock): readonly string[] =>
  block.kind === 'steps' ? block.steps : [block.words]

/** Everything written in it, line by line. */
export const wordsOfArticle = ({
  title,
  blocks,
}: Pick<ArticleText, 'title' | 'blocks'>): readonly string[] => [title, ...blocks.flatMap(linesOf)]

const mostOf = { heading: 'heading', words: 'words', steps: 'step', picture: 'caption' } as const

const trimmed = (block: ArticleBlock): ArticleBlock =>
  block.kind === 'steps'
    ? { kind: 'steps', steps: block.steps.map((step) => step.trim()).filter((step) => step !== '') }
    : { ...block, words: block.words.trim() }

const isEmpty = (block: ArticleBlock): boolean =>
  block.kind === 'steps' ? block.steps.length === 0 : block.words === ''

const isTooLong = (block: ArticleBlock): boolean =>
  linesOf(block).some((line) => lengthOf(line) > articleLimits[mostOf[block.kind]]) ||
  (block.kind === 'steps' && block.steps.length > articleLimits.steps)

/** The text as it is stored: ends trimmed, empty steps left out; `position` counts blocks from 1. */
export const checkArticle = (given: ArticleText): Decision<ArticleText, ArticleTextRefusal> => {
  const text = { ...given, title: given.title.trim(), blocks: given.blocks.map(trimmed) }
  if (text.title === '') return refuse('title-missing')
  if (lengthOf(text.title) > articleLimits.title)
    return refuse('title-too-long', { most: articleLimits.title })
  if (text.blocks.length === 0) return refuse('nothing-written')
  const empty = text.blocks.findIndex(isEmpty)
  if (empty >= 0) return refuse('block-empty', { position: empty + 1 })
  const long = text.blocks.findIndex(isTooLong)
  if (long >= 0) return refuse('block-too-long', { position: long + 1 })
  const characters = lengthOf(wordsOfArticle(text).join(''))
  const pictures = text.blocks.filter(({ kind }) => kind === 'picture').length
  if (
    characters > articleLimits.characters ||
    text.blocks.length > articleLimits.blocks ||
    pictures > articleLimits.pictures
  )
    return refuse('too-much', { characters: articleLimits.characters, pictures: articleLimits.pictures })
  return become(text)
}

/** Its editor's changes; readers go on seeing what is published. */
export const saveArticle = (
  article: Article,
  version: number,
  text: ArticleText,
  saved: Article['saved'],
  now: Instant,
): Decision<Article, 'stale'> =>
  version === article.version
    ? become({ ...article, text, saved, version: version + 1, changedAt: now })
    : refuse('stale')

export interface Publishing {
  readonly version: number
  /** to the whole district from now on; false: to whom it was for */
  readonly everywhere: boolean
  readonly by: Id<'person'>
  readonly now: Instant
}

/** The text as it stands becomes the next edition; the same version a second time is the same edition (`edition` null). */
export const publishArticle = (
  article: Article,
  { version, everywhere, by, now }: Publishing,
): Decision<{ readonly article: Article; readonly edition: Edition | null }, 'stale'> => {
  const { status } = article
  if (status.kind === 'published' && status.from === version && article.version === version + 1)
    return become({ article, edition: null })
  if (version !== article.version) return refuse('stale')
  const number = article.editions + 1
  return become({
    article: {
      ...article,
      scope: everywhere ? { kind: 'district' } : article.scope,
      version: version + 1,
      editions: number,
      status: { kind: 'published', edition: number, from: version, at: now },
      changedAt: now,
    },
    edition: { article: article.id, district: article.district, number, at: now, by, text: article.text },
  })
}

/** No reader finds it any more, and a card that was sent says so. */
export const withdrawArticle = (
  article: Article,
  version: number,
  now: Instant,
): Decision<Article, 'stale' | 'wrong-state'> => {
  const { status } = article
  if (status.kind === 'withdrawn' && (status.from === version || article.version === version))
    return become(article)
  if (version !== article.version) return refuse('stale')
  if (status.kind !== 'published') return refuse('wrong-state')
  return become({
    ...article,
    version: version + 1,
    status: { kind: 'withdrawn', from: version, at: now },
    changedAt: now,
  })
}

/** The caseloads a reader belongs to: as head, as deputy, or by a shop in it. */
export interface ArticleReader {
  readonly actor: Actor
  readonly caseloads: readonly Id<'caseload'>[]
}

/** Owners, heads and command of the district; what is one caseload's, its own people and command. */
export const mayReadArticle = (
  { district, scope }: Pick<Article, 'district' | 'scope'>,
  { actor, caseloads }: ArticleReader,
): boolean => {
  if (actor.district !== district) return false
  if (commands(actor, district)) return true
  if (!hasRole(actor, 'owner') && !hasRole(actor, 'head')) return false
  return scope.kind === 'district' || caseloads.includes(scope.caseload)
}

/** Whether everybody in this channel may open it: one caseload's is sent to that caseload's people alone. */
export const maySendArticle = (
  { scope }: Pick<Article, 'scope'>,
  channel: Channel,
  caseload: Id<'caseload'> | null,
): boolean => scope.kind === 'district' || (channel.kind !== 'command' && scope.caseload === caseload)

/** An answer is words of the office's own side: at a private desk, or in a group where it says what it answers. */
export const isAnswerToKeep = (
  channel: Channel,
  { standing, state, body, quote }: Pick<Message, 'standing' | 'state' | 'body' | 'quote'>,
): boolean => {
  if (standing === null || !isOffice(standing) || state.kind !== 'shown' || body.kind !== 'text') return false
  return channel.kind === 'desk' || (channel.kind === 'store' && quote !== null)
}

/** Eleven digits as a mobile number has them, also with spaces or dashes between. */
const phones = /(?<!\d)1[3-9]\d(?:[ -]?\d){8}(?!\d)/g

/** Who must not be named in an answer that others read: people and shops by their names. */
export const withoutNames = (words: string, names: readonly string[]): string =>
  names
    .filter((name) => name.trim().length > 1)
    .reduce((text, name) => text.split(name).join('〔名字〕'), words)
    .replace(phones, '〔电话〕')

/** What of it still names somebody; null: nothing. */
export const namesSomebody = (
  words: readonly string[],
  names: readonly string[],
): 'name' | 'phone' | null => {
  const text = words.join('\n')
  if (names.some((name) => name.trim().length > 1 && text.includes(name))) return 'name'
  return new RegExp(phones.source).test(text) ? 'phone' : null
}
