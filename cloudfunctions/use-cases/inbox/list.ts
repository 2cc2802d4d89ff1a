import { become } from '#domain/kernel/result'

import { listInbox } from '../../store/inbox'
import { cursorFrom, cursorText } from '../../store/page'
import { findPerson } from '../../store/people'
import type { UseCase } from '../call'

const rowsPerPage = 20

export const listEntries: UseCase<'inbox.list'> = async ({ cursor }, { actor }) => {
  const [page, person] = await Promise.all([
    listInbox(actor.id, rowsPerPage, cursorFrom(cursor)),
    findPerson(actor.id),
  ])
  const readUntil = person?.readUntil ?? 0
  const rows = page.rows.map(({ person: _person, ...row }) => ({ ...row, read: row.at <= readUntil }))
  return become({ rows, next: cursorText(page.next) })
}
