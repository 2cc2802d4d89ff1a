import { become } from '#domain/kernel/result'
import type { Notice, NoticeRead } from '#domain/notice'

import { listInbox } from '../../store/inbox'
import { cursorFrom, cursorText } from '../../store/page'
import { findPerson } from '../../store/people'
import { findEntries } from '../../store/roster'
import type { UseCase } from '../call'

const rowsPerPage = 20

export const listEntries: UseCase<'inbox.list'> = async ({ cursor }, { actor }) => {
  const [page, person] = await Promise.all([
    listInbox(actor.id, rowsPerPage, cursorFrom(cursor)),
    findPerson(actor.id),
  ])
  const readUntil = person?.readUntil ?? 0
  const asRead = await readerOf(page.rows.map(({ notice }) => notice))
  const rows = page.rows.map(({ id, at, notice, settled }) => ({
    ...{ id, at, settled },
    notice: asRead(notice),
    read: settled || at <= readUntil,
  }))
  return become({ rows, next: cursorText(page.next) })
}

/** Heads by the roster's names of this moment: whoever is gone has none. */
const readerOf = async (notices: readonly Notice[]): Promise<(notice: Notice) => NoticeRead> => {
  const heads = notices.flatMap((notice) => (notice.kind === 'head' ? [notice.head] : []))
  const names = new Map((await findEntries(heads)).map(({ id, name }) => [id, name]))
  return (notice) =>
    notice.kind === 'head' ? { ...notice, headName: names.get(notice.head) ?? null } : notice
}
