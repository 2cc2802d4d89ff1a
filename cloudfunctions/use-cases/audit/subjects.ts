import type { AuditEntry } from '#domain/audit'
import { asId } from '#domain/kernel/id'

import { findCaseloads } from '../../store/caseloads'
import { findEntries } from '../../store/roster'
import { findShops } from '../../store/shops'
import { nameHolders } from '../caseload/names'

/** The things that lines of the log happened to, by today's names: shops, officers of the roster, heads and cells. */
export const nameSubjects = async (
  lines: readonly Pick<AuditEntry, 'subject'>[],
): Promise<ReadonlyMap<string, string>> => {
  const idsIn = <Noun extends string>(collection: string) => [
    ...new Set(
      lines.flatMap(({ subject }) =>
        subject.startsWith(`${collection}/`) ? [asId<Noun>(subject.slice(collection.length + 1))] : [],
      ),
    ),
  ]
  const [shops, entries, caseloads] = await Promise.all([
    findShops(idsIn<'shop'>('shops')),
    findEntries(idsIn<'rosterEntry'>('roster')),
    findCaseloads(idsIn<'caseload'>('caseloads')),
  ])
  const holderOf = await nameHolders(caseloads)
  return new Map([
    ...shops.map(({ id, name }) => [`shops/${id}`, name] as const),
    ...entries.map(({ id, name }) => [`roster/${id}`, name] as const),
    ...caseloads.map(({ id, holder }) => [`caseloads/${id}`, holderOf(holder).name] as const),
  ])
}
