import type {
  ArticleBlock,
  ArticleKind,
  ArticleScope,
  ArticleStatus,
  ArticleText,
  ArticleTextRefusal,
  ArticleTopic,
} from '../article'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { Page } from './page'
import type { PhotoRefusal, Uploaded } from './upload'

type WordBlock = Exclude<ArticleBlock, { readonly kind: 'picture' }>

/** A block as it is read: pictures by temporary addresses, one hour. */
export type ShownBlock =
  | WordBlock
  | {
      readonly kind: 'picture'
      readonly url: string
      readonly width: number
      readonly height: number
      readonly words: string
    }

/** A block as an editor sends it: `from` is a picture of the stored draft by its file, or one of the uploads, from 0. */
export type BlockInput =
  | WordBlock
  | {
      readonly kind: 'picture'
      readonly from:
        { readonly kind: 'kept'; readonly file: string } | { readonly kind: 'uploaded'; readonly at: number }
      readonly words: string
    }

/** A block of the draft: the picture's file, to send it back by, and an address to show it. */
export type DraftBlock =
  | WordBlock
  | {
      readonly kind: 'picture'
      readonly file: string
      readonly url: string
      readonly width: number
      readonly height: number
      readonly words: string
    }

export interface ArticleRow {
  readonly id: Id<'article'>
  readonly kind: ArticleKind
  readonly title: string
  readonly topic: ArticleTopic
  /** by name; null: all of them */
  readonly trades: readonly string[] | null
  /** how it begins */
  readonly lead: string
  readonly edition: number
  readonly at: Instant
  /** one head's shops alone */
  readonly local: boolean
}

export interface ArticleView extends Omit<ArticleRow, 'lead'> {
  /** of one that was withdrawn: none */
  readonly blocks: readonly ShownBlock[]
  /** the edition that readers find today; null: withdrawn */
  readonly current: number | null
  /** this reader may take it back */
  readonly mayWithdraw: { readonly version: number } | null
}

export interface DraftRow {
  readonly id: Id<'article'>
  readonly kind: ArticleKind
  readonly title: string
  readonly topic: ArticleTopic
  readonly status: ArticleStatus
  /** something was changed after it was published */
  readonly ahead: boolean
  readonly scope: ArticleScope['kind']
  readonly changedAt: Instant
}

export interface DraftView extends DraftRow {
  readonly version: number
  readonly trades: readonly Id<'trade'>[] | null
  readonly blocks: readonly DraftBlock[]
}

/** `unchecked`: no answer from the check, later again; `undecided`: it could not tell, and a person may. */
export type CheckRefusal = 'content-refused' | 'content-unchecked' | 'content-undecided'

interface Narrowed {
  readonly words: string
  readonly trade: Id<'trade'> | null
  readonly topic: ArticleTopic | null
  readonly cursor: string | null
}

interface FromAnswer {
  readonly channel: Id<'channel'>
  readonly seq: number
}

export interface ArticleEndpoints {
  /** what is published for this reader, the newest first; a page may come short before the end where words are sought */
  'article.list': { input: Narrowed; output: Page<ArticleRow>; refusal: 'words-too-short' }
  /** `edition` null: the newest */
  'article.read': {
    input: { readonly id: Id<'article'>; readonly edition: number | null }
    output: ArticleView
    refusal: never
  }
  /** the editors' list, what was changed last first */
  'article.drafts': {
    input: { readonly status: ArticleStatus['kind']; readonly cursor: string | null }
    output: Page<DraftRow>
    refusal: never
  }
  'article.draft': { input: { readonly id: Id<'article'> }; output: DraftView; refusal: never }
  /** `id` and `version` null: a new one */
  'article.save': {
    input: Uploaded &
      Omit<ArticleText, 'blocks'> & {
        readonly key: string
        readonly id: Id<'article'> | null
        readonly version: number | null
        readonly blocks: readonly BlockInput[]
      }
    output: { readonly id: Id<'article'>; readonly version: number }
    refusal: ArticleTextRefusal | PhotoRefusal | 'unknown-trade'
  }
  /** `sure`: a person has read what the check could not decide */
  'article.publish': {
    input: {
      readonly id: Id<'article'>
      readonly version: number
      readonly everywhere: boolean
      readonly sure: boolean
    }
    output: { readonly version: number; readonly edition: number }
    refusal: CheckRefusal
  }
  'article.withdraw': {
    input: { readonly id: Id<'article'>; readonly version: number }
    output: { readonly version: number }
    refusal: 'wrong-state'
  }
  /** question and answer as they were said, names and numbers left out: to be edited before they are kept */
  'article.prefill': {
    input: FromAnswer
    output: {
      readonly question: string
      readonly answer: string
      readonly trades: readonly Id<'trade'>[] | null
    }
    refusal: 'not-an-answer'
  }
  /** 「存为常见问题」: published at once to the owners of this caseload, and said in their group */
  'article.fromAnswer': {
    input: FromAnswer & {
      readonly key: string
      readonly question: string
      readonly answer: string
      readonly topic: ArticleTopic
      readonly trades: readonly Id<'trade'>[] | null
    }
    output: { readonly id: Id<'article'> }
    refusal: ArticleTextRefusal | CheckRefusal | 'unknown-trade' | 'not-an-answer' | 'names-somebody'
  }
}
