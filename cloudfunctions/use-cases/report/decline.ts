import type { UseCase } from '../call'
import { moveReport, targetFrom } from './move'

/** Not a matter for the district: said with the reason and where to go instead. */
export const decline: UseCase<'report.decline'> = (input, call) => {
  const { reason, remedy } = input
  return moveReport(targetFrom('report.decline', input), { move: 'decline', reason, remedy }, call)
}
