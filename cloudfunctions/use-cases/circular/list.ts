import { tallyOf } from '#domain/circular'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { findCaseloads, listCaseloadsOf } from '../../store/caseloads'
import { listCirculars, listCircularsIn } from '../../store/circulars'
import { cursorFrom, cursorText } from '../../store/page'
import type { Call, UseCase } from '../call'
import { nameHolders } from '../caseload/names'

const rowsPerPage = 20

const pageOf = async (mine: boolean, cursor: string | null, { actor }: Call) => {
  const after = cursorFrom(cursor)
  if (!mine) return listCircularsIn(actor.district, rowsPerPage, after)
  const caseloads = (await listCaseloadsOf(actor.id)).map(({ id }) => id)
  return caseloads.length === 0 ? { rows: [], next: null } : listCirculars(caseloads, rowsPerPage, after)
}

export const listSent: UseCase<'circular.list'> = async ({ scope, cursor }, call) => {
  const { actor } = call
  if (scope === 'district' && !mayReach(actor, 'circular.list', inDistrict(actor.district)))
    return refuse('not-permitted')
  const page = await pageOf(scope === 'mine', cursor, call)
  const caseloads = await findCaseloads(page.rows.map(({ caseload }) => caseload))
  const nameOf = await nameHolders(caseloads)
  const rows = page.rows.map((circular) => {
    const caseload = caseloads.find(({ id }) => id === circular.caseload)
    const { id, title, at, status } = circular
    const { shops, known } = tallyOf(circular, caseload ?? { shops: [] })
    return {
      ...{ id, title, at, shops, known, status: status.kind },
      headName: caseload ? nameOf(caseload.holder).name : null,
    }
  })
  return become({ rows, next: cursorText(page.next) })
}
