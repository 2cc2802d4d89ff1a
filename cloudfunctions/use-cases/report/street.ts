import type { Actor } from '#domain/actor'
import type { StreetRow } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { publicPart, type PublicReport } from '#domain/report-access'

import { findStreet, namesOf } from '../../store/districts'
import { cursorFrom, cursorText } from '../../store/page'
import { listReports } from '../../store/reports'
import { readFigures } from '../../store/street-tallies'
import type { UseCase } from '../call'
import { openOf } from './list'

const rowsPerPage = 20

/** What everyone of the district may know of a street: its figures, and the public part of its reports, newest day first. */
export const street: UseCase<'report.street'> = async ({ street: given, filter, cursor }, { actor, now }) => {
  const id = given ?? (await streetOfNewest(actor))
  if (id === null) return become({ of: null, rows: [], next: null })
  const found = await findStreet(actor.district, id)
  if (!found) return refuse('not-found')
  const [figures, page] = await Promise.all([
    readFigures(id, now),
    listReports(
      { owner: { publicIn: id }, open: openOf(filter), sort: { field: 'submittedDay', order: 'desc' } },
      rowsPerPage,
      cursorFrom(cursor),
    ),
  ])
  return become({
    of: { id, name: found.name, ...figures },
    rows: await rowsOf(page.rows.flatMap((report) => publicPart(report) ?? [])),
    next: cursorText(page.next),
  })
}

const streetOfNewest = async ({ id }: Actor): Promise<Id<'street'> | null> => {
  const sort = { field: 'submittedAt', order: 'desc' } as const
  const { rows } = await listReports({ owner: { reporter: id }, open: null, sort }, 1, null)
  return rows[0]?.place.street ?? null
}

const rowsOf = async (reports: readonly PublicReport[]): Promise<readonly StreetRow[]> => {
  const [categories, cells] = await Promise.all([
    namesOf(
      'categories',
      reports.flatMap(({ category }) => category ?? []),
    ),
    namesOf(
      'cells',
      reports.map(({ cell }) => cell),
    ),
  ])
  return reports.map(({ id, status, day, category, cell }) => ({
    id,
    status,
    day,
    category: category && (categories.get(category) ?? null),
    cell: cells.get(cell) ?? '',
  }))
}
