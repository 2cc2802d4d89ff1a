import type { Channel } from './membership'
import { isOffice, type Standing } from './channel'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'

export interface Picture {
  /** a kept file */
  readonly file: string
  /** pixels, for a place that does not jump once it has loaded */
  readonly width: number
  readonly height: number
}

/** What the system posts when a thing of this shop, or of this group, has changed; a tap opens the thing. */
export type Card =
  | {
      readonly kind: 'handOver'
      readonly handOver: Id<'handOver'>
      readonly head: Id<'rosterEntry'>
      readonly shops: number
    }
  | {
      readonly kind: 'guidance'
      readonly item: Id<'guidanceItem'>
      readonly what: 'opened' | 'saidDone' | 'done' | 'dropped'
      readonly title: string
    }
  | { readonly kind: 'report'; readonly report: Id<'report'>; readonly number: string; readonly what: string }
  | {
      readonly kind: 'visit'
      readonly visit: Id<'visit'>
      readonly what: 'planned' | 'moved' | 'done' | 'cancelled'
      readonly at: Instant
    }
  | { readonly kind: 'faq'; readonly article: Id<'article'>; readonly title: string }

/** What has happened to the thing on a card. */
export type CardEvent =
  | Exclude<Card['kind'], 'guidance' | 'visit'>
  | `guidance-${Extract<Card, { kind: 'guidance' }>['what']}`
  | `visit-${Extract<Card, { kind: 'visit' }>['what']}`

export const eventOf = (card: Card): CardEvent => {
  if (card.kind === 'guidance') return `guidance-${card.what}`
  return card.kind === 'visit' ? `visit-${card.what}` : card.kind
}

export type Body =
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'images'; readonly pictures: readonly Picture[] }
  | { readonly kind: 'voice'; readonly file: string; readonly seconds: number }
  | { readonly kind: 'file'; readonly file: string; readonly name: string; readonly bytes: number }
  | {
      readonly kind: 'article'
      readonly article: Id<'article'>
      readonly version: number
      readonly title: string
    }
  | { readonly kind: 'circular'; readonly circular: Id<'circular'>; readonly title: string }
  | { readonly kind: 'card'; readonly card: Card }
export type BodyKind = Body['kind']

/** Who a message calls: everybody, or these people. */
export type Mentions = 'all' | readonly Id<'person'>[]

export type MessageState =
  | { readonly kind: 'shown' }
  | { readonly kind: 'recalled'; readonly at: Instant }
  | { readonly kind: 'hidden'; readonly by: Id<'person'>; readonly at: Instant; readonly why: string }

/** What a message refers to, as it read when it was quoted; of one taken back nothing is left here either. */
export interface Quote {
  readonly seq: number
  readonly by: Id<'person'> | null
  readonly line: Line
}

/** One message in a channel's sequence: `seq` 1, 2, 3 … without gaps, in the order in which everybody sees them. */
export interface Message {
  readonly channel: Id<'channel'>
  readonly seq: number
  readonly district: Id<'district'>
  /** null: the system */
  readonly author: Id<'person'> | null
  /** null: the system */
  readonly standing: Standing | null
  /** the shop its author speaks for, or a card is about */
  readonly shop: { readonly id: Id<'shop'>; readonly name: string } | null
  readonly at: Instant
  /** the author's random key: one key, one message */
  readonly key: string
  /** a hash of what was sent: a repeat brings the same */
  readonly content: string
  readonly body: Body
  readonly quote: Quote | null
  readonly mentions: Mentions
  /** 「请店长回答」 */
  readonly asks: boolean
  readonly state: MessageState
}

export const messageLimits = {
  /** characters; the content check takes 2,500 */
  words: 2_000,
  pictures: 9,
  voiceSeconds: 60,
  voiceBytes: 2_000_000,
  fileBytes: 20_000_000,
  fileName: 80,
  mentions: 20,
  /** within so many milliseconds an author may take a message back */
  recall: 2 * 60_000,
  pins: 10,
} as const

/** Which kinds of message whom a channel takes: files in groups from the office alone, between a shop and its head from both. */
const everybody: readonly BodyKind[] = ['text', 'images', 'voice']
const office: readonly BodyKind[] = [...everybody, 'file', 'article', 'circular']
export const kindsOf = (channel: Channel, standing: Standing): readonly BodyKind[] => {
  if (isOffice(standing))
    return channel.kind === 'store' ? office : office.filter((kind) => kind !== 'circular')
  return channel.kind === 'desk' ? [...everybody, 'file'] : everybody
}

export type PostRefusal =
  | 'phone-needed'
  | 'words-missing'
  | 'words-too-long'
  | 'kind-not-allowed'
  | 'mention-not-allowed'
  | 'too-many-mentions'
  | 'quote-unknown'
  /** withdrawn, or not for everybody in this channel */
  | 'article-gone'

/** What a command to post says; files have been taken in by now. */
export interface Posting {
  readonly body: Body
  readonly quote: Quote | null
  readonly mentions: Mentions
  readonly asks: boolean
}

/** Whether this standing may post this here; @所有人 is the office's (an owner's is refused), and an owner calls the head alone. */
export const checkPosting = (
  channel: Channel,
  standing: Standing,
  { body, mentions }: Posting,
  heads: readonly Id<'person'>[],
): Decision<null, PostRefusal> => {
  if (!kindsOf(channel, standing).includes(body.kind)) return refuse('kind-not-allowed')
  if (body.kind === 'text') {
    if (body.words.trim() === '') return refuse('words-missing')
    if (Array.from(body.words).length > messageLimits.words)
      return refuse('words-too-long', { most: messageLimits.words })
  }
  if (mentions === 'all') return isOffice(standing) ? become(null) : refuse('mention-not-allowed')
  if (mentions.length > messageLimits.mentions)
    return refuse('too-many-mentions', { most: messageLimits.mentions })
  if (!isOffice(standing) && mentions.some((person) => !heads.includes(person)))
    return refuse('mention-not-allowed')
  return become(null)
}

export type TakeBackRefusal = 'not-permitted' | 'too-late' | 'wrong-state' | 'reason-missing'

/** Its author alone, within two minutes; a second time changes nothing. */
export const recall = (
  message: Message,
  by: Id<'person'>,
  now: Instant,
): Decision<Message, TakeBackRefusal> => {
  if (message.author === null || message.author !== by) return refuse('not-permitted')
  if (message.state.kind === 'recalled') return become(message)
  if (message.state.kind === 'hidden') return refuse('wrong-state')
  if (now - message.at > messageLimits.recall)
    return refuse('too-late', { minutes: messageLimits.recall / 60_000 })
  return become({ ...message, state: { kind: 'recalled', at: now } })
}

/** The office, with a reason its author reads; what the system posted stays. */
export const hide = (
  message: Message,
  standing: Standing,
  { by, why, now }: { readonly by: Id<'person'>; readonly why: string; readonly now: Instant },
): Decision<Message, TakeBackRefusal> => {
  if (!isOffice(standing) || message.author === null) return refuse('not-permitted')
  if (message.state.kind === 'hidden') return become(message)
  if (message.state.kind === 'recalled') return refuse('wrong-state')
  const reason = why.trim()
  if (Array.from(reason).length < 2) return refuse('reason-missing')
  return become({ ...message, state: { kind: 'hidden', by, at: now, why: reason } })
}

/** characters of a line in a list or a quote */
const lineLength = 60

/** A message in one line for lists and quotes: its words, or what kind of thing it is (the client has the words for that). */
export interface Line {
  readonly kind: BodyKind | 'recalled' | 'hidden'
  readonly words: string
  /** of a card */
  readonly event?: CardEvent
}

export const lineOf = ({ body, state }: Pick<Message, 'body' | 'state'>): Line => {
  if (state.kind !== 'shown') return { kind: state.kind, words: '' }
  const words = Array.from(wordsIn(body)).slice(0, lineLength).join('')
  return { kind: body.kind, words, ...(body.kind === 'card' && { event: eventOf(body.card) }) }
}

const wordsIn = (body: Body): string => {
  switch (body.kind) {
    case 'text':
      return body.words.replace(/\s+/g, ' ').trim()
    case 'file':
      return body.name
    case 'article':
    case 'circular':
      return body.title
    case 'images':
      return String(body.pictures.length)
    case 'voice':
      return String(body.seconds)
    case 'card':
      if (body.card.kind === 'report') return body.card.number
      return 'title' in body.card ? body.card.title : ''
  }
}
