import { answersForStreet, commands, keepsCell, worksForDepartment, type Actor } from './actor'
import { dayOf, type Day } from './kernel/day'
import {
  departmentOf,
  isFrom,
  mayMove,
  reportMoves,
  type Report,
  type ReportMove,
  type ReportStatusKind,
} from './report'

/** Who reads a report at all; for everyone else it does not exist. */
export const maySee = (report: Report, actor: Actor): boolean => {
  const department = departmentOf(report.status)
  return (
    report.reporter === actor.id ||
    commands(actor, report.district) ||
    keepsCell(actor, report.place.cell) ||
    answersForStreet(actor, report.place.street) ||
    (department !== null && worksForDepartment(actor, department))
  )
}

/** What anyone of the district reads of a report. */
export interface PublicReport extends Pick<Report, 'id' | 'category'> {
  readonly cell: Report['place']['cell']
  readonly status: Exclude<ReportStatusKind, 'declined'>
  /** the day it was sent: the moment would tell who stood there */
  readonly day: Day
}

/**
 * What is public of a report; null where nothing is. Words, pictures, the spot and the reporter's steps stay with those who
 * may see it, as long as nobody looks words and pictures through before they are shown.
 */
export const publicPart = ({ id, category, place, status, submittedAt }: Report): PublicReport | null =>
  status.kind === 'declined'
    ? null
    : { id, category, cell: place.cell, status: status.kind, day: dayOf(submittedAt) }

/** The moves open to this person now, for buttons; the server decides again. */
export const movesOpenTo = (report: Report, actor: Actor): readonly ReportMove[] =>
  (Object.keys(reportMoves) as ReportMove[]).filter(
    (move) => isFrom(move, report.status.kind) && mayMove(report, move, actor),
  )
