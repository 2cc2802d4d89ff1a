import type { Standing } from '../channel'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { Channel } from '../membership'
import type { ContentReason } from '../moderation'
import type { Body, Line, Mentions, MessageState, PostRefusal, TakeBackRefusal } from '../message'
import type { Question, SettledHow } from '../question'
import type { Page } from './page'
import type { PhotoRefusal, Uploaded } from './upload'

/** How a channel is called: the head of the group, the shop of the desk; null where the roster knows no head. */
export interface ChannelTitle {
  readonly kind: Channel['kind']
  readonly headName: string | null
  readonly shopName: string | null
}

export interface ChannelRow extends ChannelTitle {
  readonly id: Id<'channel'>
  readonly standing: Standing
  /** null before the first message */
  readonly latest: {
    readonly seq: number
    readonly at: Instant
    readonly who: string
    readonly line: Line
  } | null
  /** what came after this person's reading mark, own messages not counted */
  readonly unread: number
  readonly muted: boolean
  /** somebody called this person, or everybody, in what is unread */
  readonly called: boolean
}

/** A message's author as its readers see it: a name, and the shop an owner speaks for; never a phone, never a profile. */
export interface Author {
  readonly id: Id<'person'> | null
  /** 「已注销」 is the client's word for null: the account is gone */
  readonly name: string | null
  /** null: the system */
  readonly standing: Standing | null
  readonly shopName: string | null
}

type Shown<B> = B extends { readonly kind: 'images' }
  ? {
      readonly kind: 'images'
      /** temporary addresses, one hour */
      readonly pictures: readonly { readonly url: string; readonly width: number; readonly height: number }[]
    }
  : B extends { readonly kind: 'voice' }
    ? { readonly kind: 'voice'; readonly url: string; readonly seconds: number }
    : B extends { readonly kind: 'file' }
      ? { readonly kind: 'file'; readonly url: string; readonly name: string; readonly bytes: number }
      : B

/** Of a message taken back or hidden only that it is: `body` null. */
export interface MessageView {
  readonly seq: number
  readonly at: Instant
  readonly mine: boolean
  readonly author: Author
  readonly body: Shown<Body> | null
  readonly quote: { readonly seq: number; readonly who: string; readonly line: Line } | null
  /** `me`: this reader is called, alone or with everybody */
  readonly calls: 'me' | 'all' | 'others' | null
  readonly asks: boolean
  readonly state: MessageState['kind']
  /** why it was hidden: for its author and the office */
  readonly why: string | null
  /** the author's own key, so that the outbox knows its message again */
  readonly key: string | null
}

/** A message of one's own that nobody else sees yet, or that was refused. */
export interface HeldView {
  readonly key: string
  readonly at: Instant
  /** of a refused one the files are gone: no pictures, an address that opens nothing */
  readonly body: Shown<Body>
  readonly state: 'checking' | 'refused'
  /** why it was refused; `words` are a moderator's, the check gives none */
  readonly why: { readonly reason: ContentReason; readonly words: string } | null
}

export interface ChannelHead extends ChannelTitle {
  readonly id: Id<'channel'>
  readonly standing: Standing
  /** whom one may call with @ here without asking for the list: the head and the deputy */
  readonly heads: readonly {
    readonly id: Id<'person'>
    readonly name: string
    readonly standing: 'head' | 'deputy'
  }[]
  /** people and shops in it, for the title; null at the desk */
  readonly members: number | null
  /** an owner's shops here, to speak for */
  readonly shops: readonly { readonly id: Id<'shop'>; readonly name: string }[]
  readonly muted: boolean
  readonly pins: readonly number[]
  /** the pinned sentence of a private desk: in this district's words */
  readonly sentence: string | null
  /** whether the office is at work now, and its promise of speed in minutes (null: 「工作时间 4 小时内」) */
  readonly onDuty: boolean
  readonly promisedMinutes: number | null
}

/** Where a client stands: it hands these back to get what came since. */
export interface ChannelMark {
  readonly last: number
  readonly changedAt: Instant
  /** id of the channel's signal document; another one after a hand-over */
  readonly signalKey: Id<'signal'>
}

export interface Opened extends ChannelMark {
  readonly head: ChannelHead
  /** the newest, or those around the first unread one; ascending */
  readonly messages: readonly MessageView[]
  readonly held: readonly HeldView[]
  /** the reader's mark before this call */
  readonly readUntil: number
}

/** What a client sends of a body; files by their uploads. */
export type BodyInput =
  | { readonly kind: 'text'; readonly words: string }
  | (Uploaded & { readonly kind: 'images' })
  | (Uploaded & { readonly kind: 'voice'; readonly seconds: number })
  | (Uploaded & { readonly kind: 'file'; readonly name: string })
  | { readonly kind: 'article'; readonly article: Id<'article'> }

export type ContentRefusal = 'content-refused'
export type FileRefusal =
  PhotoRefusal | 'not-a-voice' | 'voice-too-long' | 'file-too-large' | 'file-kind' | 'file-name'

interface At {
  readonly channel: Id<'channel'>
}
interface AtMessage extends At {
  readonly seq: number
}

export interface ChannelEndpoints {
  'channel.list': {
    input: Record<never, never>
    output: { readonly rows: readonly ChannelRow[]; readonly unread: number }
    refusal: never
  }
  /** one call: the head, a screenful, the marks. `at`: a message to be seen; null: the newest */
  'channel.open': { input: At & { readonly at: number | null }; output: Opened; refusal: never }
  /** a page upwards or downwards, ascending */
  'channel.page': {
    input: At & ({ readonly before: number } | { readonly after: number })
    output: { readonly messages: readonly MessageView[] }
    refusal: never
  }
  /** what came after `last`, at most a page, and what changed since; `last` of the answer tells whether more is there */
  'channel.changes': {
    input: At & { readonly last: number; readonly changedAt: Instant }
    output: ChannelMark & {
      readonly messages: readonly MessageView[]
      readonly changed: readonly MessageView[]
      readonly held: readonly HeldView[]
      readonly pins: readonly number[]
    }
    refusal: never
  }
  'channel.post': {
    input: At & {
      readonly key: string
      readonly body: BodyInput
      readonly quote: number | null
      readonly mentions: Mentions
      readonly asks: boolean
      /** the owner's shop to speak for; null: the only one, or the first */
      readonly shop: Id<'shop'> | null
    }
    /** null: held until its check has passed */
    output: { readonly seq: number | null; readonly at: Instant }
    refusal: PostRefusal | FileRefusal | ContentRefusal
  }
  'channel.read': {
    input: At & { readonly until: number }
    output: { readonly unread: number }
    refusal: never
  }
  'channel.mute': { input: At & { readonly muted: boolean }; output: Record<never, never>; refusal: never }
  'channel.pin': {
    input: AtMessage & { readonly pinned: boolean }
    output: { readonly pins: readonly number[] }
    refusal: 'too-many-pins' | 'wrong-state'
  }
  'channel.recall': { input: AtMessage; output: Record<never, never>; refusal: TakeBackRefusal }
  'channel.hide': {
    input: AtMessage & { readonly why: string }
    output: Record<never, never>
    refusal: TakeBackRefusal
  }
  /** newest first; walks back at most 500 messages a call: `next` goes on, also where nothing was found */
  'channel.search': {
    input: At & {
      readonly words: string
      readonly by: Id<'person'> | null
      readonly from: Instant | null
      readonly to: Instant | null
      readonly cursor: string | null
    }
    output: Page<MessageView>
    refusal: 'words-too-short'
  }
  /** pictures, voices or files alone, newest first */
  'channel.files': {
    input: At & { readonly kind: 'images' | 'file' | 'article'; readonly cursor: string | null }
    output: Page<MessageView>
    refusal: never
  }
  /** whom the office may call: a page of the people in the channel */
  'channel.members': {
    input: At & { readonly cursor: string | null }
    output: Page<Author>
    refusal: never
  }
  /** the head's queue over all channels, by when an answer is due */
  'question.list': { input: { readonly cursor: string | null }; output: Page<QuestionRow>; refusal: never }
  'question.settle': {
    input: { readonly id: Id<'question'>; readonly how: SettledHow }
    output: Record<never, never>
    refusal: never
  }
}

export interface QuestionRow extends Pick<Question, 'id' | 'channel' | 'seq' | 'askedAt' | 'dueAt'> {
  readonly title: ChannelTitle
  readonly who: string
  readonly shopName: string | null
  readonly line: Line
  /** the head, the deputy or command has been told of the silence */
  readonly told: number
}
