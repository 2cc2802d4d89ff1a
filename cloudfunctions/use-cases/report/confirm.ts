import type { UseCase } from '../call'
import { moveReport } from './move'

/** 「解决了」, with a rating of the government's work if the person gives one. */
export const confirm: UseCase<'report.confirm'> = ({ rating, ...target }, call) =>
  moveReport(target, { move: 'confirm', rating }, call)
