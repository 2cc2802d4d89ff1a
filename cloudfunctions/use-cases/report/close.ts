import type { UseCase } from '../call'
import { moveReport, targetFrom } from './move'

/** Command ends the waiting where a reporter stayed silent; not rated is not counted as satisfied. */
export const close: UseCase<'report.close'> = (input, call) =>
  moveReport(targetFrom('report.close', input), { move: 'close' }, call)
