import { findCategory } from '../../store/districts'
import { db } from '../../cloud/database'
import { findReport } from '../../store/reports'
import type { UseCase } from '../call'
import { moveReport, targetFrom } from './move'

/** 「没解决」: back to the department, with the category's full time once more. */
export const reopen: UseCase<'report.reopen'> = async (input, call) => {
  const { words, id } = input
  const found = await findReport(db, id)
  const category = found?.report.category
    ? await findCategory(found.report.district, found.report.category)
    : null
  return moveReport(targetFrom('report.reopen', input), { move: 'reopen', words, category }, call)
}
