import { plusHours } from '#domain/kernel/instant'
import { become } from '#domain/kernel/result'

import { addTicket } from '../../store/tickets'
import type { UseCase } from '../call'
import { randomId } from '../derived-id'

/** Where a person's uploads wait until a use-case accepts them. */
export const inboxFolder = (ticket: string): string => `inbox/${ticket}`

const ticketHours = 1

export const issueTicket: UseCase<'upload.ticket'> = async (_input, { actor, now }) => {
  const id = randomId<'ticket'>()
  await addTicket({ id, person: actor.id, until: plusHours(now, ticketHours) })
  return become({ ticket: id, folder: inboxFolder(id) })
}
