import type { Refusal } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import type { RefusalDetail } from '#domain/kernel/result'
import type { Line, Mentions } from '#domain/message'
import type { Outcome } from '../../platform/outcome'
import type { UploadRefusal } from '../../platform/upload-photos'

/** What is on its way: files by the ids under which this phone keeps them. */
export type OutgoingBody =
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'images'; readonly photos: readonly string[] }
  | { readonly kind: 'voice'; readonly file: string; readonly seconds: number }
  | { readonly kind: 'file'; readonly file: string; readonly name: string; readonly bytes: number }
  | { readonly kind: 'article'; readonly article: Id<'article'>; readonly title: string }

export type PostCode = Refusal<'channel.post'> | UploadRefusal

export type OutgoingState =
  | { readonly kind: 'waiting' }
  /** tried in vain; goes out again by itself, or at a tap */
  | { readonly kind: 'failed' }
  /** the server's no: not sent again */
  | { readonly kind: 'refused'; readonly code: string; readonly detail?: RefusalDetail }
  /** stored; stays until the channel itself has brought it back. `seq` null: being checked */
  | { readonly kind: 'sent'; readonly seq: number | null }

export interface Outgoing {
  /** one key, one message, however often it is sent */
  readonly key: string
  readonly channel: Id<'channel'>
  readonly at: number
  readonly body: OutgoingBody
  readonly quote: { readonly seq: number; readonly who: string; readonly line: Line } | null
  readonly mentions: Mentions
  readonly asks: boolean
  readonly shop: Id<'shop'> | null
  readonly state: OutgoingState
}

export type Outbox = readonly Outgoing[]

const isOutgoing = (item: unknown): item is Outgoing =>
  typeof item === 'object' &&
  item !== null &&
  'key' in item &&
  'channel' in item &&
  'body' in item &&
  'state' in item

export const outboxFrom = (stored: unknown): Outbox =>
  Array.isArray(stored) ? (stored as readonly unknown[]).filter(isOutgoing) : []

export const put = (outbox: Outbox, item: Outgoing): Outbox =>
  outbox.some(({ key }) => key === item.key) ? outbox : [...outbox, item]

export const remove = (outbox: Outbox, keys: ReadonlySet<string>): Outbox =>
  outbox.some(({ key }) => keys.has(key)) ? outbox.filter(({ key }) => !keys.has(key)) : outbox

const become = (outbox: Outbox, key: string, state: OutgoingState): Outbox =>
  outbox.map((item) => (item.key === key ? { ...item, state } : item))

/** What goes out next in a channel: the oldest that is neither refused nor stored. */
export const nextOf = (outbox: Outbox, channel: Id<'channel'>): Outgoing | null =>
  outbox.find(
    (item) => item.channel === channel && (item.state.kind === 'waiting' || item.state.kind === 'failed'),
  ) ?? null

export const channelsOf = (outbox: Outbox): readonly Id<'channel'>[] => [
  ...new Set(outbox.map(({ channel }) => channel)),
]

/** What came of sending: `wait` tells how long to leave the channel alone; null: go on with the next. */
export const settled = (
  outbox: Outbox,
  key: string,
  outcome: Outcome<{ readonly seq: number | null }, string>,
): { readonly outbox: Outbox; readonly wait: 'retry' | number | null } => {
  if (outcome.kind === 'ok')
    return { outbox: become(outbox, key, { kind: 'sent', seq: outcome.value.seq }), wait: null }
  if (outcome.kind !== 'refused') return { outbox: become(outbox, key, { kind: 'failed' }), wait: 'retry' }
  // The key is taken: an earlier try was stored, its pictures under other names.
  if (outcome.code === 'key-reused')
    return { outbox: become(outbox, key, { kind: 'sent', seq: null }), wait: null }
  if (outcome.code === 'too-often') {
    const seconds = Number(outcome.detail?.['seconds'] ?? 10)
    return { outbox: become(outbox, key, { kind: 'waiting' }), wait: seconds * 1_000 }
  }
  const { code, detail } = outcome
  return {
    outbox: become(outbox, key, { kind: 'refused', code, ...(detail !== undefined && { detail }) }),
    wait: null,
  }
}

/** Those the channel has brought back, or that were stored before it was read: it speaks for them now. */
export const brought = (
  outbox: Outbox,
  channel: Id<'channel'>,
  seen: (item: Outgoing) => boolean,
): Outbox => {
  const gone = new Set(outbox.filter((item) => item.channel === channel && seen(item)).map(({ key }) => key))
  return remove(outbox, gone)
}

export const FIRST_PAUSE = 5_000
export const LONGEST_PAUSE = 60_000
export const nextPause = (pause: number): number => Math.min(LONGEST_PAUSE, pause * 2)
