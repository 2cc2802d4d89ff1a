import type { Id } from '../kernel/id'
import type { Instant } from '../kernel/instant'
import type { NoticeRead } from '../notice'
import type { Page } from './page'

export interface InboxEntry {
  readonly id: Id<'inboxEntry'>
  readonly at: Instant
  readonly notice: NoticeRead
  readonly read: boolean
  /** what it asks for has been done: it counts as read */
  readonly settled: boolean
}

export interface InboxEndpoints {
  'inbox.list': { input: { readonly cursor: string | null }; output: Page<InboxEntry>; refusal: never }
  /** marks everything up to this moment as read */
  'inbox.read': { input: { readonly until: Instant }; output: { readonly unread: number }; refusal: never }
}
