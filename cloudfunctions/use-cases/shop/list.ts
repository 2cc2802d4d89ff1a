import { shopsOwned } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { become } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'
import type { Shop } from '#domain/shop'

import { findCell } from '../../store/districts'
import { findShops, type Area } from '../../store/shops'
import type { Call, UseCase } from '../call'
import { headedBy } from './headed'
import { shopRows } from './rows'
import { searchArea, suits, wordsOf, type Wanted } from './search'

type ListInput = Input<'shop.list'>
interface Found {
  readonly shops: readonly Shop[]
  readonly next: string | null
}

const rowsPerPage = 20

export const list: UseCase<'shop.list'> = async (input, call) => {
  const { shops, next } = await ways[input.scope](input, call)
  return become({ rows: await shopRows(shops, call.now), next })
}

const wantedOf = ({ trade, words }: ListInput): Wanted => ({ trade, words: wordsOf(words) })

const passes = (input: ListInput) => {
  const wanted = wantedOf(input)
  return (shop: Shop): boolean =>
    suits(wanted, shop) &&
    (input.street === null || shop.street === input.street) &&
    (input.cell === null || shop.cell === input.cell)
}

const listMine = async (input: ListInput, { actor }: Call): Promise<Found> => {
  const shops = (await findShops(shopsOwned(actor))).filter((shop) => shop.district === actor.district)
  const byNumber = (a: Shop, b: Shop) => (a.number < b.number ? -1 : 1)
  return { shops: shops.filter(passes(input)).sort(byNumber), next: null }
}

const shopsAtOnce = 200

/** In the caseload's own order; unfiltered it reads what it shows, filtered at most the caseload. */
const listCaseload = async (input: ListInput, { actor }: Call): Promise<Found> => {
  const ids = (await headedBy(actor)).flatMap(({ shops }) => shops)
  const filtered = [input.street, input.cell, input.trade].some(Boolean) || input.words.trim() !== ''
  const step = filtered ? shopsAtOnce : rowsPerPage
  const shops: Shop[] = []
  for (let at = positionOf(input.cursor, ids); at < ids.length; at += step) {
    shops.push(...(await findShops(ids.slice(at, at + step))).filter(passes(input)))
    const last = shops[rowsPerPage - 1]
    if (!last) continue
    const position = ids.indexOf(last.id)
    const more = shops.length > rowsPerPage || position + 1 < ids.length
    return { shops: shops.slice(0, rowsPerPage), next: more ? `${String(position)}|${last.id}` : null }
  }
  return { shops, next: null }
}

/** After the shop that was last shown; where it has left the caseload since, from where it stood. */
const positionOf = (cursor: string | null, ids: readonly Id<'shop'>[]): number => {
  const [position, id] = splitCursor(cursor)
  const found = ids.findIndex((one) => one === id)
  return found === -1 ? position : found + 1
}

/** Area by area, each over its own index; the cursor names the area it stands in and the last number shown. */
const listDistrict = async (input: ListInput, call: Call): Promise<Found> => {
  const areas = await areasOf(input, call)
  const [standing, after] = splitCursor(input.cursor)
  const shops: Shop[] = []
  for (const [position, area] of areas.entries()) {
    if (position < standing) continue
    const from = position === standing ? after : ''
    const room = rowsPerPage - shops.length
    const page = await searchArea(call.actor.district, area, wantedOf(input), from, room)
    shops.push(...page.shops)
    if (page.after !== null) return { shops, next: `${String(position)}|${page.after}` }
    if (shops.length >= rowsPerPage && position + 1 < areas.length)
      return { shops, next: `${String(position + 1)}|` }
  }
  return { shops, next: null }
}

const ways: Readonly<Record<ListInput['scope'], (input: ListInput, call: Call) => Promise<Found>>> = {
  mine: listMine,
  caseload: listCaseload,
  district: listDistrict,
}

/** A cursor that is none of ours starts at the beginning. */
const splitCursor = (cursor: string | null): readonly [position: number, rest: string] => {
  const [, position = '0', rest = ''] = /^(\d{1,6})\|(.*)$/s.exec(cursor ?? '') ?? []
  return [Number(position), rest]
}

/** What is asked for, as far as the caller reaches it: the district, or the streets and cells of the caller's posts. */
const areasOf = async ({ street, cell }: ListInput, { actor }: Call): Promise<readonly Area[]> => {
  const anywhere = inDistrict(actor.district)
  const reached = (area: Partial<typeof anywhere>) => mayReach(actor, 'shop.list', { ...anywhere, ...area })
  if (cell !== null) {
    const found = await findCell(actor.district, cell)
    const there = found && (street === null || found.street === street)
    return there && reached({ cell, street: found.street }) ? [{ kind: 'cell', cell }] : []
  }
  if (street !== null && reached({ street })) return [{ kind: 'street', street }]
  if (street === null && reached({})) return [{ kind: 'district' }]
  const streets = actor.grants.flatMap(({ role, scope }) =>
    role === 'street' && scope.kind === 'street' ? [scope.street] : [],
  )
  const cellIds = actor.grants.flatMap(({ role, scope }) =>
    role === 'grid' && scope.kind === 'cell' ? [scope.cell] : [],
  )
  const cells = (await Promise.all(cellIds.map((id) => findCell(actor.district, id)))).filter(
    (found) =>
      found !== null && (street === null ? !streets.includes(found.street) : found.street === street),
  )
  return [
    ...(street === null ? streets.map((one): Area => ({ kind: 'street', street: one })) : []),
    ...cells.flatMap((found): readonly Area[] => (found ? [{ kind: 'cell', cell: found.id }] : [])),
  ]
}
