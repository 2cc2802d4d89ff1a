import { hasRole, shopsOwned, type Actor } from '#domain/actor'
import type { Article, ArticleReader } from '#domain/article'
import { headsOf } from '#domain/caseload'
import { inDistrict, type Whereabouts } from '#domain/reach'

import { db } from '../../cloud/database'
import { findCaseload, listCaseloadsOf, listCaseloadsOfShops } from '../../store/caseloads'

/** Whose articles somebody reads today, by the assignments alone. */
export const readerOf = async (actor: Actor): Promise<ArticleReader> => {
  const shops = shopsOwned(actor)
  const [headed, owned] = await Promise.all([
    hasRole(actor, 'head') ? listCaseloadsOf(actor.id) : [],
    listCaseloadsOfShops(shops),
  ])
  return { actor, caseloads: [...new Set([...headed, ...owned].map(({ id }) => id))] }
}

/** Who may change it: one caseload's its head too, the district's command alone. */
export const whereIsArticle = async ({ district, scope }: Article): Promise<Whereabouts> => {
  const caseload = scope.kind === 'caseload' ? await findCaseload(db, district, scope.caseload) : null
  return { ...inDistrict(district), heads: caseload ? headsOf(caseload) : [] }
}
