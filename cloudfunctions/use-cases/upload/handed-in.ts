import type { Id } from '#domain/kernel/id'
import type { Occasion } from '#domain/occasion'

import { findTicket } from '../../store/tickets'
import { inboxFolder } from './ticket'

export interface HandedIn {
  readonly ticket: Id<'ticket'> | null
  readonly files: readonly string[]
}

/** Whether these file ids lie under a ticket that is this person's and still good; reads no file. */
export const isHandedIn = async ({ ticket, files }: HandedIn, { actor, now }: Occasion): Promise<boolean> => {
  const found = ticket === null ? null : await findTicket(ticket)
  if (found?.person !== actor.id || found.until < now) return false
  const place = new RegExp(`^cloud://[^/]+/${inboxFolder(found.id)}/[\\w-]{1,64}$`)
  return files.every((file) => place.test(file)) && new Set(files).size === files.length
}
