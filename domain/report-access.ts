import { answersForStreet, commands, keepsCell, worksForDepartment, type Actor } from './actor'
import { departmentOf, isFrom, mayMove, reportMoves, type Report, type ReportMove } from './report'

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

/** The moves open to this person now, for buttons; the server decides again. */
export const movesOpenTo = (report: Report, actor: Actor): readonly ReportMove[] =>
  (Object.keys(reportMoves) as ReportMove[]).filter(
    (move) => isFrom(move, report.status.kind) && mayMove(report, move, actor),
  )
