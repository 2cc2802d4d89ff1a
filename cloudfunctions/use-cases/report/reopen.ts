import { findCategory } from '../../store/districts'
import { db } from '../../cloud/database'
import { findReport } from '../../store/reports'
import type { UseCase } from '../call'
import { moveReport } from './move'

/** 「没解决」: back to the department, with the category's full time once more. */
export const reopen: UseCase<'report.reopen'> = async ({ words, ...target }, call) => {
  const found = await findReport(db, target.id)
  const category = found?.report.category ? await findCategory(found.report.category) : null
  return moveReport(target, { move: 'reopen', words, category }, call)
}
