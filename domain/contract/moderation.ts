import type { Standing } from '../channel'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { Channel } from '../membership'
import type { ContentReason, ModerationRefusal } from '../moderation'
import type { MessageView } from './channel'
import type { Page } from './page'

/** A message that the platform's check could not decide; who wrote it is nobody's to know here. */
export interface ModerationRow {
  readonly id: Id<'held'>
  readonly version: number
  readonly at: Instant
  readonly since: Instant
  readonly because: 'undecided' | 'unanswered'
  readonly channel: Channel['kind']
  readonly standing: Standing
  readonly body: NonNullable<MessageView['body']>
}

export interface ModerationEndpoints {
  /** what waits for a moderator, the longest waiting first; one's own messages are for somebody else */
  'moderation.list': {
    input: { readonly cursor: string | null }
    output: Page<ModerationRow>
    refusal: never
  }
  'moderation.decide': {
    input: {
      readonly id: Id<'held'>
      readonly version: number
      readonly pass: boolean
      readonly reason: ContentReason
      /** for its author, where it is not shown */
      readonly why: string
    }
    output: Record<never, never>
    refusal: ModerationRefusal
  }
}
