import type { Actor } from '#domain/actor'
import { headsOf, type Caseload } from '#domain/caseload'
import { inDistrict, reaches } from '#domain/reach'

import { listCaseloadsOf } from '../../store/caseloads'

/** The caseloads that this person answers for as head or deputy today; a seat without the role counts for nothing. */
export const headedBy = async (actor: Actor): Promise<readonly Caseload[]> =>
  (await listCaseloadsOf(actor.id)).filter((caseload) =>
    reaches(actor, 'head', 'caseload', { ...inDistrict(caseload.district), heads: headsOf(caseload) }),
  )
