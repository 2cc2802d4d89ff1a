import { isPicked, poolOf, type ShopPick } from '#domain/caseload'
import type { CaseloadView } from '#domain/contract/caseload'
import type { DistrictView } from '#domain/contract/district'
import type { Id } from '#domain/kernel/id'

export type Way = ShopPick['kind']
type Shop = CaseloadView['list'][number]

export interface Group {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly pick: ShopPick
}

const grouped = <I extends string>(
  list: readonly Shop[],
  idOf: (shop: Shop) => I,
  places: readonly { readonly id: I; readonly name: string }[],
  pickOf: (id: I) => ShopPick,
): readonly Group[] => {
  const counts = new Map<I, number>()
  for (const shop of list) counts.set(idOf(shop), (counts.get(idOf(shop)) ?? 0) + 1)
  return [...counts]
    .map(([id, count]) => ({
      id,
      count,
      name: places.find((place) => place.id === id)?.name ?? '其他',
      pick: pickOf(id),
    }))
    .sort((a, b) => b.count - a.count)
}

/** The caseload's shops by street, cell or trade, the largest group first. */
export const groupsOf = (
  way: 'street' | 'cell' | 'trade',
  list: readonly Shop[],
  { streets, cells, trades }: DistrictView,
): readonly Group[] => {
  switch (way) {
    case 'street':
      return grouped(
        list,
        (shop) => shop.street,
        streets,
        (street) => ({ kind: 'street', street }),
      )
    case 'cell':
      return grouped(
        list,
        (shop) => shop.cell,
        // Cells of different streets may bear one name.
        cells.map(({ id, street, name }) => ({
          id,
          name: `${streets.find((one) => one.id === street)?.name ?? ''} ${name}`,
        })),
        (cell) => ({ kind: 'cell', cell }),
      )
    case 'trade':
      return grouped(
        list,
        (shop) => shop.trade,
        trades,
        (trade) => ({ kind: 'trade', trade }),
      )
  }
}

/** A cell whose pool can take picked shops back: nobody's until the next head. */
export interface Pool {
  readonly id: Id<'caseload'>
  readonly name: string
  /** how many of the picked shops lie in the cell */
  readonly count: number
}

/** The cells of the picked shops, of all shops while nothing is picked; a pool itself gives to heads alone. */
export const poolsFor = (
  { holder, list }: CaseloadView,
  pick: ShopPick | null,
  district: DistrictView,
): readonly Pool[] =>
  holder.kind === 'pool'
    ? []
    : groupsOf(
        'cell',
        list.filter((shop) => pick === null || isPicked(pick, shop)),
        district,
      ).flatMap(({ name, count, pick: of }) =>
        of.kind === 'cell' ? [{ id: poolOf(of.cell), name, count }] : [],
      )

/** What is chosen so far: a way, and within it a group or single shops. */
export interface Picking {
  readonly way: Way
  readonly group: string | null
  readonly shops: readonly Id<'shop'>[]
}
export const nothingPicked: Picking = { way: 'all', group: null, shops: [] }

/** Null until the way's choice is made. */
export const pickFrom = (picking: Picking, groups: readonly Group[]): ShopPick | null => {
  if (picking.way === 'all') return { kind: 'all' }
  if (picking.way === 'shops')
    return picking.shops.length === 0 ? null : { kind: 'shops', shops: picking.shops }
  return groups.find(({ id }) => id === picking.group)?.pick ?? null
}
