import type { VisitRow, VisitsOf } from '#domain/contract/visit'
import type { Side } from '#domain/guidance-item'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { headsOf } from '#domain/caseload'
import { visitMoves, type Visit, type VisitMove } from '#domain/visit'
import { walkOrder } from '#domain/walk'

import { db } from '../../cloud/database'
import { cursorFrom, cursorText } from '../../store/page'
import { findNames } from '../../store/people'
import { findVisit, listPlannedVisits, listVisitsOfShop } from '../../store/visits'
import type { Call, UseCase } from '../call'
import { shopsById, standAt } from '../care/at-shop'
import { headedBy } from '../shop/headed'

const rowsPerPage = 20
const plannedShown = 100
/** more than anybody walks in a day */
const stopsShown = 100

interface Found {
  readonly visits: readonly Visit[]
  readonly sides: readonly Side[]
  readonly next: string | null
}

export const listVisits: UseCase<'visit.list'> = async ({ of, cursor }, call) => {
  const found = await find(of, cursor, call)
  if (!found.ok) return found
  return become({ rows: await rowsOf(found.value), next: found.value.next })
}

const find = async (
  of: VisitsOf,
  cursor: string | null,
  call: Call,
): Promise<Decision<Found, 'not-found'>> => {
  switch (of.kind) {
    case 'shop': {
      const standing = await standAt('visit.list', of.shop, call)
      if (!standing) return refuse('not-found')
      const page = await listVisitsOfShop(of.shop, rowsPerPage, cursorFrom(cursor))
      return become({ visits: page.rows, sides: standing.sides, next: cursorText(page.next) })
    }
    case 'caseload': {
      const shops = (await headedBy(call.actor)).flatMap((caseload) => caseload.shops)
      const visits = await listPlannedVisits(shops, null, plannedShown)
      return become({ visits, sides: ['office'], next: null })
    }
    case 'visit': {
      const visit = await findVisit(db, call.actor.district, of.id)
      const standing = visit && (await standAt('visit.list', visit.shop, call))
      return visit && standing
        ? become({ visits: [visit], sides: standing.sides, next: null })
        : refuse('not-found')
    }
  }
}

/** One's own, and those that somebody planned who answers for the shop no longer: after a hand-over nobody is left waiting. */
export const routeOf: UseCase<'visit.route'> = async ({ day, from }, { actor }) => {
  const caseloads = await headedBy(actor)
  const visits = await listPlannedVisits(
    caseloads.flatMap(({ shops }) => shops),
    day,
    stopsShown,
  )
  const heads = new Map(caseloads.flatMap((one) => one.shops.map((shop) => [shop, headsOf(one)] as const)))
  const own = visits.filter(
    ({ visitor, shop }) => visitor === actor.id || heads.get(shop)?.includes(visitor) !== true,
  )
  const rows = await rowsOf({ visits: own, sides: ['office'], next: null })
  const stops = rows.map((row) => ({ id: row.id, time: row.when.time, point: row.point, row }))
  return become({ rows: walkOrder(stops, from).map(({ row }) => row) })
}

const rowsOf = async ({ visits, sides }: Found): Promise<readonly VisitRow[]> => {
  const [shops, names] = await Promise.all([
    shopsById(visits.map(({ shop }) => shop)),
    findNames(visits.map(({ visitor }) => visitor)),
  ])
  return visits.map(({ id, version, shop, when, topic, status, visitor }) => {
    const at = shops.get(shop)
    return {
      ...{ id, version, shop, when, topic, status },
      shopName: at?.name ?? '',
      address: at?.address ?? '',
      point: at?.point ?? null,
      visitorName: names.get(visitor) ?? '',
      may: status.kind === 'planned' ? movesOf(sides) : [],
    }
  })
}

const movesOf = (sides: readonly Side[]): readonly VisitMove['kind'][] =>
  (Object.keys(visitMoves) as VisitMove['kind'][]).filter((move) => sides.includes(visitMoves[move]))
