import type { Complaint, ComplaintReason, ComplaintRefusal, ComplaintSubject } from '../complaint'
import type { Standing } from '../channel'
import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { MessageView } from './channel'
import type { Page } from './page'

export interface ComplainedMessage {
  readonly at: Instant
  readonly standing: Standing | null
  readonly body: NonNullable<MessageView['body']>
  readonly state: MessageView['state']
}

export interface ComplaintRow {
  readonly id: Id<'complaint'>
  readonly version: number
  readonly at: Instant
  readonly reason: ComplaintReason
  readonly words: string
  readonly about: ComplaintSubject | null
  readonly status: Complaint['status']
  /** in the office's list: the message it is about, also one that was taken back or hidden since */
  readonly message: ComplainedMessage | null
  readonly mine: boolean
  /** in the office's list: it waits, and not for a party to it */
  readonly answerable: boolean
}

export interface ComplaintEndpoints {
  /** 投诉建议 (about nothing in particular) and 举报 of what people post */
  'complaint.submit': {
    input: {
      readonly about: ComplaintSubject | null
      readonly reason: ComplaintReason
      readonly words: string
      readonly key: string
    }
    output: { readonly id: Id<'complaint'> }
    refusal: ComplaintRefusal
  }
  'complaint.list': {
    input: {
      readonly scope: 'mine' | 'work'
      readonly filter: 'open' | 'all'
      readonly cursor: string | null
    }
    output: Page<ComplaintRow>
    refusal: never
  }
  'complaint.answer': {
    input: { readonly id: Id<'complaint'>; readonly version: number; readonly words: string }
    output: { readonly version: number }
    refusal: ComplaintRefusal | 'wrong-state'
  }
}
