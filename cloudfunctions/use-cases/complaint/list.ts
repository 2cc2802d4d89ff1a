import { awaitsAnswerOf } from '#domain/complaint'
import type { ComplaintRow } from '#domain/contract/complaint'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { listComplaintsBy, listComplaintsIn } from '../../store/complaints'
import { cursorFrom, cursorText } from '../../store/page'
import type { UseCase } from '../call'

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
  const foreign = page.rows.filter(({ about }) => scope === 'mine' || about?.id !== actor.id)
  const rows = foreign.map((complaint): ComplaintRow => {
    const { id, version, at, reason, words, about, status, by } = complaint
    const answerable = scope === 'work' && awaitsAnswerOf(complaint, actor)
    return { id, version, at, reason, words, about, status, mine: by === actor.id, answerable }
  })
  return become({ rows, next: cursorText(page.next) })
}
