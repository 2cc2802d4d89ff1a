import type { AuditRow } from '#domain/contract/audit'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { become } from '#domain/kernel/result'

import { listAudit } from '../../store/audit'
import { cursorFrom, cursorText } from '../../store/page'
import { findNames } from '../../store/people'
import type { UseCase } from '../call'
import { nameSubjects } from './subjects'

const rowsPerPage = 50

const filterOf = ({ what, by, about, subject }: Omit<Input<'audit.list'>, 'cursor'>) => {
  if (subject !== null) return { subject }
  if (about !== null) return { person: about }
  if (by !== null) return { by }
  return what === null ? {} : { what }
}

/** The one filter that is set; the others are not combined, each has its index. */
export const listAuditEntries: UseCase<'audit.list'> = async ({ cursor, ...given }, { actor }) => {
  const filter = filterOf(given)
  const page = await listAudit(actor.district, filter, rowsPerPage, cursorFrom(cursor))
  const people = page.rows.flatMap((row) => [row.by, row.person]).filter((id) => id !== null)
  const [names, subjects] = await Promise.all([findNames(people), nameSubjects(page.rows)])
  const nameOf = (id: Id<'person'>) => names.get(id) ?? null
  const rows = page.rows.map(({ district: _district, by: who, person, ...row }): AuditRow => ({
    ...row,
    by: who && { id: who, name: nameOf(who) },
    person: person && { id: person, name: nameOf(person) },
    subjectName: subjects.get(row.subject) ?? null,
  }))
  return become({ rows, next: cursorText(page.next) })
}
