import type { GuidanceOf, GuidanceRow } from '#domain/contract/guidance'
import { guidanceMoves, type GuidanceItem, type GuidanceMove, type Side } from '#domain/guidance-item'
import type { Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import {
  findGuidanceItem,
  listGuidanceFrom,
  listGuidanceOfShop,
  listOpenGuidance,
} from '../../store/guidance-items'
import { cursorFrom, cursorText } from '../../store/page'
import type { Call, UseCase } from '../call'
import { shopsById, standAt } from '../care/at-shop'
import { enter } from '../channel/enter'
import { headedBy } from '../shop/headed'

const rowsPerPage = 20
/** of a whole caseload: a week's work and more */
const openShown = 100

interface Found {
  readonly items: readonly GuidanceItem[]
  readonly sides: readonly Side[]
  readonly next: string | null
}

const nothing: Found = { items: [], sides: [], next: null }

/** Of a shop, of a caseload, or what one message led to: the shop decides who reads it, as it is assigned today. */
export const listGuidance: UseCase<'guidance.list'> = async ({ of, open, cursor }, call) => {
  const found = await find(of, open, cursor, call)
  if (!found.ok) return found
  const { items, sides, next } = found.value
  const shops = await shopsById(items.map(({ shop }) => shop))
  return become({ rows: items.map((item) => rowOf(item, shops.get(item.shop)?.name ?? '', sides)), next })
}

const find = async (
  of: GuidanceOf,
  open: boolean,
  cursor: string | null,
  call: Call,
): Promise<Decision<Found, 'not-found'>> => {
  switch (of.kind) {
    case 'shop': {
      const standing = await standAt('guidance.list', of.shop, call)
      if (!standing) return refuse('not-found')
      const page = await listGuidanceOfShop(of.shop, open, rowsPerPage, cursorFrom(cursor))
      return become({ items: page.rows, sides: standing.sides, next: cursorText(page.next) })
    }
    case 'caseload': {
      const shops = (await headedBy(call.actor)).flatMap((caseload) => caseload.shops)
      return become({ items: await listOpenGuidance(shops, openShown), sides: ['office'], next: null })
    }
    case 'item': {
      const item = await findGuidanceItem(db, call.actor.district, of.id)
      return item ? ofOneShop([item], call) : refuse('not-found')
    }
    case 'message': {
      if (!(await enter(call, of.channel))) return refuse('not-found')
      const items = await listGuidanceFrom(of)
      const [first] = items
      if (!first) return become(nothing)
      // The group reads the message; what it led to is between its shop and the head.
      const seen = await ofOneShop(items, call)
      return seen.ok ? seen : become(nothing)
    }
  }
}

const ofOneShop = async (
  items: readonly GuidanceItem[],
  call: Call,
): Promise<Decision<Found, 'not-found'>> => {
  const shop: Id<'shop'> | undefined = items[0]?.shop
  const standing = shop === undefined ? null : await standAt('guidance.list', shop, call)
  return standing ? become({ items, sides: standing.sides, next: null }) : refuse('not-found')
}

const rowOf = (
  { id, version, shop, from, words, at, status }: GuidanceItem,
  shopName: string,
  sides: readonly Side[],
): GuidanceRow => ({
  ...{ id, version, shop, from, words, at, status, shopName },
  may:
    status.kind === 'open'
      ? (Object.keys(guidanceMoves) as GuidanceMove['kind'][]).filter(
          (move) => sides.includes(guidanceMoves[move]) && (move !== 'sayDone' || status.saidDone === null),
        )
      : [],
})
