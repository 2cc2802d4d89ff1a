import { poolOf, type Caseload, type Remit } from '#domain/caseload'
import { asId, type Id } from '#domain/kernel/id'

import { db, type Documents } from '../../cloud/database'
import { caseloadOfEntry, findCaseload, newPool } from '../../store/caseloads'
import { findAgency, findCell } from '../../store/districts'
import { findEntry } from '../../store/roster'

const cellOfPool = (id: Id<'caseload'>): Id<'cell'> | null =>
  id.startsWith('pool-') ? asId<'cell'>(id.slice('pool-'.length)) : null

/** The caseload, or the pool of a cell that has needed none yet. */
export const openCaseload = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'caseload'>,
): Promise<Caseload | null> => {
  const found = await findCaseload(from, district, id)
  if (found) return found
  const cell = cellOfPool(id)
  if (cell === null || poolOf(cell) !== id || (await findCell(district, cell)) === null) return null
  return newPool(district, cell)
}

/**
 * What a caseload may take today; a head who holds the role no more, or acts for no agency, takes nothing. A change asks in
 * its transaction: whoever takes the role back writes the caseload too, so that one of the two conflicts and looks again.
 */
export const remitOf = async ({ id, district, holder }: Caseload, from: Documents = db): Promise<Remit> => {
  if (holder.kind === 'pool') return { kind: 'cell', cell: holder.cell }
  const entry = await findEntry(from, district, holder.head.entry)
  const grant = id === caseloadOfEntry(holder.head.entry) && entry?.grants.find(({ role }) => role === 'head')
  const agency = grant && grant.agency !== undefined ? await findAgency(district, grant.agency) : null
  return { kind: 'trades', trades: agency === null ? [] : agency.trades }
}
