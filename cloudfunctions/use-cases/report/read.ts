import type { Actor } from '#domain/actor'
import type { ReportView, TimelineLine } from '#domain/contract/report'
import { become, refuse } from '#domain/kernel/result'
import { departmentOf, dueOf, reportMoves, type Report, type ReportEvent } from '#domain/report'
import { maySee, movesOpenTo } from '#domain/report-access'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { namesOf } from '../../store/districts'
import { findNames } from '../../store/people'
import { findReport } from '../../store/reports'
import type { UseCase } from '../call'

/** The report as this person may see it; a stranger's id answers like one that does not exist. */
export const read: UseCase<'report.read'> = async ({ id }, { actor }) => {
  const found = await findReport(db, id)
  if (!found || !maySee(found.report, actor)) return refuse('not-found')
  return become(await viewOf(found.report, actor))
}

interface Names {
  readonly departments: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, string>
  readonly urls: ReadonlyMap<string, string>
}

const viewOf = async (report: Report, actor: Actor): Promise<ReportView> => {
  const { history, photos, place, category, status } = report
  const department = departmentOf(status)
  const staff = history.filter(isOfficial).map(({ by }) => by)
  const [departments, categories, cells, names, urls] = await Promise.all([
    namesOf('departments', [
      ...history.flatMap((event) => event.department ?? []),
      ...(department ? [department] : []),
    ]),
    namesOf('categories', category === null ? [] : [category]),
    namesOf('cells', [place.cell]),
    findNames(staff),
    temporaryUrls([...photos, ...history.flatMap((event) => event.photos)]),
  ])
  const shown = (ids: readonly string[]) => ids.flatMap((id) => urls.get(id) ?? [])
  return {
    id: report.id,
    number: report.number,
    version: report.version,
    words: report.words,
    category: category && (categories.get(category) ?? null),
    place: [cells.get(place.cell), place.spot].filter(Boolean).join(' '),
    submittedAt: report.submittedAt,
    status,
    dueAt: dueOf(status),
    departmentName: department && (departments.get(department) ?? null),
    photos: shown(photos),
    timeline: history.map((event) => lineOf(event, actor, { departments, staff: names, urls })).reverse(),
    mine: report.reporter === actor.id,
    reopened: report.reopened,
    moves: movesOpenTo(report, actor),
  }
}

const isOfficial = ({ what }: ReportEvent): boolean =>
  what !== 'submit' && reportMoves[what].by !== 'reporter'

/** The reporter is "您" to themselves and nobody by name to others; officials act under their name. */
const lineOf = (event: ReportEvent, actor: Actor, { departments, staff, urls }: Names): TimelineLine => ({
  at: event.at,
  what: event.what,
  words: event.words,
  who: event.by === actor.id ? '您' : isOfficial(event) ? (staff.get(event.by) ?? '') : '反映人',
  department: event.department && (departments.get(event.department) ?? null),
  photos: event.photos.flatMap((photo) => urls.get(photo) ?? []),
})
