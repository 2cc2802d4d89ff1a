import type { Caseload, Holder } from '#domain/caseload'

import { namesOf } from '../../store/districts'
import { findEntries } from '../../store/roster'

export interface HolderNames {
  /** the head's name by the roster, or the cell's */
  readonly name: string
  readonly deputyName: string | null
  readonly agencyName: string | null
}

/** Whose caseloads these are, in words for lists: by the roster, the cells and the agencies. */
export const nameHolders = async (
  caseloads: readonly Pick<Caseload, 'holder'>[],
): Promise<(holder: Holder) => HolderNames> => {
  const holders = caseloads.map(({ holder }) => holder)
  const [entries, cells] = await Promise.all([
    findEntries(
      holders.flatMap((holder) =>
        holder.kind === 'pool' ? [] : [holder.head, holder.deputy].flatMap((one) => one?.entry ?? []),
      ),
    ),
    namesOf(
      'cells',
      holders.flatMap((holder) => (holder.kind === 'pool' ? [holder.cell] : [])),
    ),
  ])
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const agencyOf = (id: string) =>
    byId.get(id as (typeof entries)[number]['id'])?.grants.find(({ role }) => role === 'head')?.agency
  const agencies = await namesOf(
    'agencies',
    entries.flatMap(({ id }) => agencyOf(id) ?? []),
  )
  return (holder) => {
    if (holder.kind === 'pool')
      return { name: cells.get(holder.cell) ?? '', deputyName: null, agencyName: null }
    const { head, deputy } = holder
    return {
      name: byId.get(head.entry)?.name ?? '',
      deputyName: deputy && (byId.get(deputy.entry)?.name ?? ''),
      agencyName: agencies.get(agencyOf(head.entry) ?? '') ?? null,
    }
  }
}
