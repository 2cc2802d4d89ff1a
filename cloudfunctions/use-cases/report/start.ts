import type { UseCase } from '../call'
import { moveReport } from './move'

export const start: UseCase<'report.start'> = (target, call) => moveReport(target, { move: 'start' }, call)
