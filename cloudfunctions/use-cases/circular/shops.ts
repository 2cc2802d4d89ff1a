import { circularParts, standingShops, type CircularPart } from '#domain/circular'
import type { CircularShop } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'

import { findAcknowledgements, type Acknowledgement } from '../../store/circulars'
import { findNames } from '../../store/people'
import { findShops } from '../../store/shops'
import type { UseCase } from '../call'
import { findAsOffice, seesChecks, type Found } from './find'
import { absentAmong } from './reached'
import { viewCheck } from './view'

/** Each part of the shops it still speaks to, in the caseload's order; `checked` lies across the others. */
export const partsOf = async ({
  circular,
  caseload,
}: Found): Promise<Readonly<Record<CircularPart, readonly Id<'shop'>[]>>> => {
  const here = standingShops(circular, caseload)
  const waiting = new Set(circular.waiting)
  const checked = new Set(circular.checked)
  const absent = await absentAmong(here.filter((shop) => waiting.has(shop)))
  return {
    waiting: here.filter((shop) => waiting.has(shop) && !absent.has(shop)),
    absent: here.filter((shop) => absent.has(shop)),
    known: here.filter((shop) => !waiting.has(shop)),
    checked: here.filter((shop) => checked.has(shop)),
  }
}

const rowsPerPage = 50

export const listCircularShops: UseCase<'circular.shops'> = async ({ id, part, cursor }, { actor }) => {
  const found = await findAsOffice(actor, 'circular.shops', id)
  if (!found) return refuse('not-found')
  const shown = seesChecks(actor, found.caseload)
  if (part === 'checked' && !shown) return refuse('not-permitted')
  const parts = await partsOf(found)
  const ids = parts[part]
  // A row that has moved to another part meanwhile: the list begins again.
  const from = cursor === null ? 0 : ids.findIndex((shop) => shop === cursor) + 1
  const page = ids.slice(from, from + rowsPerPage)
  const counts = Object.fromEntries(circularParts.map((one) => [one, parts[one].length]))
  return become({
    rows: await rowsOf(id, page, shown),
    next: ids.length > from + rowsPerPage ? (page.at(-1) ?? null) : null,
    counts: counts as Record<CircularPart, number>,
  })
}

const rowsOf = async (
  circular: Id<'circular'>,
  ids: readonly Id<'shop'>[],
  shown: boolean,
): Promise<readonly CircularShop[]> => {
  const [shops, acknowledged] = await Promise.all([findShops(ids), findAcknowledgements(circular, ids)])
  const names = await findNames(
    [...acknowledged.values()].flatMap(({ by, check }) => [by, ...(check ? [check.by] : [])]),
  )
  const knownBy = (one: Acknowledgement | undefined) => one && { who: names.get(one.by) ?? '', at: one.at }
  return shops.map(({ id, name, address }) => ({
    ...{ id, name, address },
    known: knownBy(acknowledged.get(id)) ?? null,
    check: shown ? viewCheck(acknowledged.get(id), names) : null,
  }))
}
