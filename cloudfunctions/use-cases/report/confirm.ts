import type { UseCase } from '../call'
import { moveReport, targetFrom } from './move'

/** 「解决了」, with a rating of the government's work if the person gives one. */
export const confirm: UseCase<'report.confirm'> = (input, call) =>
  moveReport(targetFrom('report.confirm', input), { move: 'confirm', rating: input.rating }, call)
