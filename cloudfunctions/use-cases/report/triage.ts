import { refuse } from '#domain/kernel/result'
import { maySee } from '#domain/report-access'
import { chooseRoute } from '#domain/routing'

import { db } from '../../cloud/database'
import { findCategory, findRoutes } from '../../store/districts'
import { findReport } from '../../store/reports'
import type { UseCase } from '../call'
import { moveReport, targetFrom } from './move'

/** A grid worker names the category; the routing table names the department. */
export const triage: UseCase<'report.triage'> = async (input, call) => {
  const { category: categoryId, id } = input
  const [found, category] = await Promise.all([
    findReport(db, id),
    findCategory(call.actor.district, categoryId),
  ])
  if (!found || !maySee(found.report, call.actor)) return refuse('not-found')
  if (!category) return refuse('unknown-category')
  const { street } = found.report.place
  const department = chooseRoute(
    await findRoutes(found.report.district, category.id, street),
    category.id,
    street,
  )
  if (department === null) return refuse('no-route')
  return moveReport(targetFrom('report.triage', input), { move: 'triage', category, department }, call)
}
