import type { UseCase } from '../call'
import { moveReport } from './move'

/** Not a matter for the district: said with the reason and where to go instead. */
export const decline: UseCase<'report.decline'> = ({ reason, remedy, ...target }, call) =>
  moveReport(target, { move: 'decline', reason, remedy }, call)
