import type { HolderRow } from '#domain/contract/role'
import { become } from '#domain/kernel/result'
import { maskPhone } from '#domain/person'

import { findDistrict, namesOf } from '../../store/districts'
import { listEntriesOfRole } from '../../store/roster'
import type { UseCase } from '../call'
import { scopeName } from '../session/role-lines'

const rowsPerPage = 50

/** One row for each grant of the role, entry by entry. */
export const listHolders: UseCase<'role.list'> = async ({ role, cursor }, { actor }) => {
  const [entries, district] = await Promise.all([
    listEntriesOfRole(actor.district, role, cursor ?? '', rowsPerPage + 1),
    findDistrict(actor.district),
  ])
  const page = entries.slice(0, rowsPerPage)
  const agencies = await namesOf(
    'agencies',
    page.flatMap(({ grants }) => grants.flatMap(({ agency }) => agency ?? [])),
  )
  const rows = await Promise.all(
    page.flatMap((entry) =>
      entry.grants
        .filter((grant) => grant.role === role)
        .map(async (grant): Promise<HolderRow> => ({
          entry: entry.id,
          person: entry.person,
          name: entry.name,
          phone: maskPhone(entry.phone),
          grant,
          scopeName: await scopeName(grant.scope, district?.name ?? ''),
          agencyName: grant.agency === undefined ? null : (agencies.get(grant.agency) ?? null),
        })),
    ),
  )
  return become({ rows, next: entries.length > rowsPerPage ? (page.at(-1)?.id ?? null) : null })
}
