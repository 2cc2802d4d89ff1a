import type { HandOver } from '#domain/caseload'
import type { HandOverRow } from '#domain/contract/caseload'
import { become } from '#domain/kernel/result'

import { findCaseloads, listHandOvers as listStored } from '../../store/caseloads'
import { cursorFrom, cursorText } from '../../store/page'
import { findNames } from '../../store/people'
import type { UseCase } from '../call'
import { nameHolders } from './names'

const rowsPerPage = 20

export const listHandOvers: UseCase<'handover.list'> = async ({ caseload, cursor }, { actor }) => {
  const page = await listStored(actor.district, caseload, rowsPerPage, cursorFrom(cursor))
  return become({ rows: await rowsOf(page.rows), next: cursorText(page.next) })
}

const rowsOf = async (handOvers: readonly HandOver[]): Promise<readonly HandOverRow[]> => {
  const [caseloads, people] = await Promise.all([
    findCaseloads(handOvers.flatMap(({ from, to }) => [from, to])),
    findNames(handOvers.map(({ by }) => by)),
  ])
  const namesFor = await nameHolders(caseloads)
  const names = new Map(caseloads.map(({ id, holder }) => [id, namesFor(holder).name]))
  return handOvers.map(({ id, version, from, to, shops, at, by, status }) => ({
    id,
    version,
    from: names.get(from) ?? '',
    to: names.get(to) ?? '',
    shops: shops.length,
    at,
    by: people.get(by) ?? '',
    status,
  }))
}
