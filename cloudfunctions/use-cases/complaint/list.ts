import { awaitsAnswerOf, isAgainst, type Complaint } from '#domain/complaint'
import type { ComplainedMessage, ComplaintRow } from '#domain/contract/complaint'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { filesOf } from '#domain/moderation'
import { inDistrict } from '#domain/reach'

import { temporaryUrls } from '../../cloud/files'
import { listComplaintsBy, listComplaintsIn } from '../../store/complaints'
import { findMessage } from '../../store/messages'
import { cursorFrom, cursorText } from '../../store/page'
import type { UseCase } from '../call'
import { showBody } from '../channel/view'

const rowsPerPage = 20

/** Who complained is nobody's to know here: the office reads the words, the reason and what it is about. */
export const listComplaints: UseCase<'complaint.list'> = async ({ scope, filter, cursor }, { actor }) => {
  const open = filter === 'open'
  if (scope === 'work' && !mayReach(actor, 'complaint.answer', inDistrict(actor.district)))
    return refuse('not-permitted')
  const page = await (scope === 'mine'
    ? listComplaintsBy(actor.id, open, rowsPerPage, cursorFrom(cursor))
    : listComplaintsIn(actor.district, open, rowsPerPage, cursorFrom(cursor)))
  // What is said about the reader is for somebody else to answer, and not theirs to read before it is.
  const foreign = page.rows.filter((complaint) => scope === 'mine' || !isAgainst(complaint, actor.id))
  const messages = await viewComplained(scope === 'mine' ? [] : foreign)
  const rows = foreign.map((complaint): ComplaintRow => {
    const { id, version, at, reason, words, about, status, by } = complaint
    const answerable = scope === 'work' && awaitsAnswerOf(complaint, actor)
    const message = messages.get(id) ?? null
    return { id, version, at, reason, words, about, status, mine: by === actor.id, answerable, message }
  })
  return become({ rows, next: cursorText(page.next) })
}

/** What the complaints are about, as it was said; who said it is not for the office to know here. */
const viewComplained = async (
  complaints: readonly Complaint[],
): Promise<ReadonlyMap<string, ComplainedMessage>> => {
  const found = await Promise.all(
    complaints.map(async ({ id, about }) => {
      const message = about?.kind === 'message' ? await findMessage(about.channel, about.seq) : null
      return message ? [{ id, message }] : []
    }),
  )
  const messages = found.flat()
  const urls = await temporaryUrls(messages.flatMap(({ message }) => filesOf(message.body)))
  return new Map(
    messages.map(({ id, message: { at, standing, body, state } }) => [
      id,
      { at, standing, body: showBody(body, urls), state: state.kind },
    ]),
  )
}
