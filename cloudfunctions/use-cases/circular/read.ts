import { shopsOwned } from '#domain/actor'
import { become, refuse } from '#domain/kernel/result'

import { listCaseloadsOfShops } from '../../store/caseloads'
import { listWaitingFor } from '../../store/circulars'
import type { UseCase } from '../call'
import { findAsMember, standingInGroup } from './find'
import { viewCircular } from './view'

export const readCircular: UseCase<'circular.read'> = async ({ id }, { actor }) => {
  const found = await findAsMember(actor, id)
  // One that was taken back says nothing any more.
  if (!found || found.circular.status.kind === 'withdrawn') return refuse('not-found')
  return become(await viewCircular(actor, found))
}

const most = 10

/** What waits for this owner's word: for a shop that is still in the group it was sent to. */
export const listMine: UseCase<'circular.mine'> = async (_input, { actor }) => {
  const shops = shopsOwned(actor)
  const [circulars, caseloads] = await Promise.all([listWaitingFor(shops, most), listCaseloadsOfShops(shops)])
  const views = await Promise.all(
    circulars.map(async (circular) => {
      const caseload = caseloads.find(({ id }) => id === circular.caseload)
      const standing = caseload && standingInGroup(actor, caseload)
      return caseload && standing ? viewCircular(actor, { circular, caseload, standing }) : null
    }),
  )
  const rows = views.flatMap((view) => (view?.asked.some(({ known }) => !known) ? [view] : []))
  return become({ rows })
}
