import type { Actor } from '#domain/actor'
import { headsOf, type Caseload } from '#domain/caseload'
import { standingIn, type Standing } from '#domain/channel'
import type { EndpointName } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { db } from '../../cloud/database'
import { findCaseload } from '../../store/caseloads'
import { findCircular, type CircularRecord } from '../../store/circulars'

export interface Found {
  readonly circular: CircularRecord
  /** as it is at this moment: whom the circular still speaks to */
  readonly caseload: Caseload
}

const find = async ({ district }: Actor, id: Id<'circular'>): Promise<Found | null> => {
  const circular = await findCircular(db, id)
  if (circular?.district !== district) return null
  const caseload = await findCaseload(db, district, circular.caseload)
  return caseload && { circular, caseload }
}

/** As whoever belongs to its group at this moment; null: not in it, or no such circular. */
export const findAsMember = async (
  actor: Actor,
  id: Id<'circular'>,
): Promise<(Found & { readonly standing: Standing }) | null> => {
  const found = await find(actor, id)
  const standing = found && standingInGroup(actor, found.caseload)
  return standing && { ...found, standing }
}

export const standingInGroup = (actor: Actor, caseload: Caseload): Standing | null =>
  standingIn(actor, { kind: 'store', caseload: caseload.id }, { caseload, raised: false })

/** As whoever answers for the group: its head, its deputy, or command. */
export const findAsOffice = async (
  actor: Actor,
  endpoint: EndpointName,
  id: Id<'circular'>,
): Promise<Found | null> => {
  const found = await find(actor, id)
  return found && answersFor(actor, endpoint, found.caseload) ? found : null
}

export const answersFor = (actor: Actor, endpoint: EndpointName, caseload: Caseload): boolean =>
  mayReach(actor, endpoint, { ...inDistrict(caseload.district), heads: headsOf(caseload) })

/** The self-checks are for the head's eyes, and the deputy's: command sees none. */
export const seesChecks = ({ id }: Actor, caseload: Caseload): boolean => headsOf(caseload).includes(id)
