import { asInstant } from '#domain/kernel/instant'
import { become } from '#domain/kernel/result'

import { countUnread } from '../../store/inbox'
import { markRead } from '../../store/people'
import type { UseCase } from '../call'
import { unreadShown } from '../session/open'

/** Marks everything up to a moment as read; a moment still to come counts as now. */
export const readEntries: UseCase<'inbox.read'> = async ({ until }, { actor, now }) => {
  const mark = asInstant(Math.min(until, now))
  await markRead(actor.id, mark)
  return become({ unread: await countUnread(actor.id, mark, unreadShown + 1) })
}
