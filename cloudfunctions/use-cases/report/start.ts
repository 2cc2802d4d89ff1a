import type { UseCase } from '../call'
import { moveReport, targetFrom } from './move'

export const start: UseCase<'report.start'> = (input, call) =>
  moveReport(targetFrom('report.start', input), { move: 'start' }, call)
