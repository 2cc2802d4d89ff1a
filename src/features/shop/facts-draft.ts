import type { ShopView } from '#domain/contract/shop'
import { readDay } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import type { Licence, ShopFacts, ShopState } from '#domain/shop'
import { licenceKinds, shopStates } from './words'

/** What was changed on this phone and not saved yet; the rest is as the server has it, also after somebody else's change. */
export interface FactsEdits {
  readonly name?: string
  readonly address?: string
  /** as typed; empty: not known */
  readonly area?: string
  readonly places?: string
  readonly trade?: Id<'trade'>
  readonly place?: { readonly street: Id<'street'>; readonly cell: Id<'cell'> }
  readonly state?: ShopState
  readonly licences?: readonly Licence[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const licenceFrom = (stored: unknown): readonly Licence[] => {
  if (!isRecord(stored)) return []
  const { kind, number, until } = stored
  const known = licenceKinds.find((one) => one === kind)
  if (known === undefined || typeof number !== 'string') return []
  return [{ kind: known, number, until: typeof until === 'string' ? readDay(until) : null }]
}

/** Reads what an earlier version of the app may have stored: unknown shapes are left out. */
export const editsFrom = (stored: unknown): FactsEdits => {
  if (!isRecord(stored)) return {}
  const { name, address, area, places, trade, place, state, licences } = stored
  const known = shopStates.find((one) => one === state)
  const at = isRecord(place) ? place : {}
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof address === 'string' && { address }),
    ...(typeof area === 'string' && { area }),
    ...(typeof places === 'string' && { places }),
    ...(typeof trade === 'string' && { trade: trade as Id<'trade'> }),
    ...(typeof at['street'] === 'string' &&
      typeof at['cell'] === 'string' && {
        place: { street: at['street'] as Id<'street'>, cell: at['cell'] as Id<'cell'> },
      }),
    ...(known !== undefined && { state: known }),
    ...(Array.isArray(licences) && { licences: licences.flatMap(licenceFrom) }),
  }
}

/** Null: unknown; NaN: no number. */
const numberFrom = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()))

const textOf = (number: number | null): string => (number === null ? '' : String(number))

/** The form's fields as they stand: what the server has, under what was changed here. */
export const fieldsOf = (shop: ShopView, edits: FactsEdits) => ({
  name: edits.name ?? shop.name,
  address: edits.address ?? shop.address,
  area: edits.area ?? textOf(shop.size.area),
  places: edits.places ?? textOf(shop.size.places),
  trade: edits.trade ?? shop.tradeId,
  street: edits.place?.street ?? shop.street,
  cell: edits.place?.cell ?? shop.cell,
  state: edits.state ?? shop.state,
  licences: edits.licences ?? shop.licences,
})
type Fields = ReturnType<typeof fieldsOf>

/** Why these fields can't go out yet, with what to do; the server looks again. */
export const missingIn = ({ name, area, places, licences }: Fields): string | null => {
  if (name.trim() === '') return '先写店名'
  if ([area, places].some((text) => Number.isNaN(numberFrom(text))))
    return '面积和数量只填数字，不知道可以空着'
  if (licences.some(({ number }) => number.trim() === '')) return '有证照没有写编号'
  return null
}

export const factsOf = (shop: ShopView, fields: Fields): ShopFacts => {
  const { area, places, ...facts } = fields
  return {
    ...facts,
    size: { area: numberFrom(area), places: numberFrom(places) },
    // A point given earlier belongs to the place given earlier.
    point: fields.cell === shop.cell ? shop.point : null,
  }
}
