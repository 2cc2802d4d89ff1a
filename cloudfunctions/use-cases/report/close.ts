import type { UseCase } from '../call'
import { moveReport } from './move'

/** Command ends the waiting where a reporter stayed silent; not rated is not counted as satisfied. */
export const close: UseCase<'report.close'> = (target, call) => moveReport(target, { move: 'close' }, call)
