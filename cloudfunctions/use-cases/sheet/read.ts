import type { ImportView } from '#domain/contract/sheet'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { db } from '../../cloud/database'
import { cursorFrom, cursorText } from '../../store/page'
import { findNames } from '../../store/people'
import { findImport, listImports, listProblems, type Import, type Pass } from '../../store/sheets'
import type { Call, UseCase } from '../call'

const rowsPerPage = 20
const problemsPerPage = 100

const viewOf = (
  { id, version, kind, at, by, status, rows, done, counts }: Import,
  names: ReadonlyMap<string, string>,
): ImportView => ({ id, version, kind, at, by: names.get(by) ?? '', status, rows, done, ...counts })

const find = async (
  id: Id<'import'>,
  endpoint: 'import.read' | 'import.problems',
  { actor }: Call,
): Promise<Import | null> => {
  const found = await findImport(db, id)
  return found && mayReach(actor, endpoint, inDistrict(found.district)) ? found : null
}

export const readImport: UseCase<'import.read'> = async ({ id }, call) => {
  const found = await find(id, 'import.read', call)
  return found ? become(viewOf(found, await findNames([found.by]))) : refuse('not-found')
}

export const listOfImports: UseCase<'import.list'> = async ({ cursor }, { actor }) => {
  const page = await listImports(actor.district, rowsPerPage, cursorFrom(cursor))
  const names = await findNames(page.rows.map(({ by }) => by))
  return become({ rows: page.rows.map((row) => viewOf(row, names)), next: cursorText(page.next) })
}

/** Which pass's problems are the ones that count. */
export const passOf = ({ status }: Pick<Import, 'status'>): Pass =>
  status.kind === 'running' || status.kind === 'done' ? 'run' : 'check'

export const readProblems: UseCase<'import.problems'> = async ({ id, cursor }, call) => {
  const found = await find(id, 'import.problems', call)
  if (!found) return refuse('not-found')
  const page = await listProblems(id, passOf(found), problemsPerPage, cursorFrom(cursor))
  const rows = page.rows.map(({ sheet, row, column, fault, found: text }) => ({
    ...{ sheet, row, column, fault, found: text },
  }))
  return become({ rows, next: cursorText(page.next) })
}
