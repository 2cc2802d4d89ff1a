import type { RefusalDetail } from '../kernel/result'
import type { Instant } from '../kernel/instant'

/** Refusals any endpoint may give. */
export type CommonRefusal =
  | 'bad-input'
  | 'not-permitted'
  | 'not-found'
  | 'stale'
  | 'key-reused'
  /** a visitor first agrees to how data is used */
  | 'consent-needed'
  /** too many calls within a while; `detail.seconds` says when to try again */
  | 'too-often'

/** Three outcomes and no more: ok; an expected no with a closed code; a bug or an outage with its trace id. */
export type Reply<T, R extends string> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: R | CommonRefusal; readonly detail?: RefusalDetail }
  | { readonly kind: 'fault'; readonly traceId: string }

/** What `api` sends: the reply, and the server's time, which the client counts from. */
export interface Envelope<T, R extends string> {
  readonly reply: Reply<T, R>
  readonly at: Instant
}
