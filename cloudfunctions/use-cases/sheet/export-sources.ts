import type { Id } from '#domain/kernel/id'
import type { SheetKind } from '#domain/sheet'
import { columnsOf, stateWords, type ColumnKey } from '#domain/sheet/columns'
import { writeRoles, type WrittenRole } from '#domain/sheet/roles'
import type { Grant } from '#domain/actor'
import type { Cell } from '#domain/place'
import type { OfficeRole } from '#domain/role'
import { maskName, maskPhone } from '#domain/person'
import type { RosterEntry } from '#domain/roster'
import type { Shop } from '#domain/shop'

import { listCaseloads } from '../../store/caseloads'
import {
  listAgencies,
  listCells,
  listDepartments,
  listPlaced,
  listStreets,
  listTrades,
} from '../../store/districts'
import { findEntries, listStaff, listUnnumbered } from '../../store/roster'
import type { Export } from '../../store/sheets'
import { findContacts, findShops, listShopsByNumber, type Contact } from '../../store/shops'

export type ExportRow = readonly (string | number | null)[]
export interface ExportPage {
  readonly rows: readonly ExportRow[]
  readonly next: string | null
}
/** What an export is asked with: whose list, by whom, and whether phones stand in clear. */
export type Asked = Pick<Export, 'district' | 'by' | 'clear'>

/** A list to be taken out, page by page. */
export interface ExportSource {
  readonly headings: readonly string[]
  readonly page: (cursor: string | null) => Promise<ExportPage>
}

type Written<K extends SheetKind> = Readonly<Record<ColumnKey<K>, string | number | null>>

/** The columns that an import of this kind reads. */
const sheetSource = <K extends SheetKind>(
  kind: K,
  page: (
    cursor: string | null,
  ) => Promise<{ readonly rows: readonly Written<K>[]; readonly next: string | null }>,
): ExportSource => {
  const columns = columnsOf(kind)
  return {
    headings: columns.map(([, { heading }]) => heading),
    page: async (cursor) => {
      const { rows, next } = await page(cursor)
      return { rows: rows.map((row) => columns.map(([key]) => row[key as ColumnKey<K>])), next }
    },
  }
}

const rowsPerPage = 500
const caseloadsPerPage = 20

const names = (things: readonly { readonly id: string; readonly name: string }[]) =>
  new Map<string, string>(things.map(({ id, name }) => [id, name]))

const last = <T>(things: readonly T[], most: number, keyOf: (thing: T) => string): string | null => {
  const end = things.length < most ? undefined : things.at(-1)
  return end === undefined ? null : keyOf(end)
}

const placeNames = async (district: Id<'district'>) => {
  const [streets, cells, departments, trades, agencies] = await Promise.all([
    listStreets(district),
    listCells(district),
    listDepartments(district),
    listTrades(district),
    listAgencies(district),
  ])
  return {
    ...{ streets: names(streets), departments: names(departments), trades: names(trades) },
    ...{ agencies: names(agencies), cells: new Map(cells.map((cell) => [cell.id as string, cell])) },
  }
}
type PlaceNames = Awaited<ReturnType<typeof placeNames>>

const streets = ({ district }: Asked) =>
  sheetSource('streets', async () => {
    const rows = await listPlaced<{ readonly id: string; readonly name: string }>('streets', district)
    return { rows: rows.map(({ name, position }) => ({ name, position })), next: null }
  })

const departments = ({ district }: Asked) =>
  sheetSource('departments', async () => {
    const rows = await listPlaced<{ readonly id: string; readonly name: string }>('departments', district)
    return { rows: rows.map(({ name, position }) => ({ name, position })), next: null }
  })

const cells = ({ district }: Asked) =>
  sheetSource('cells', async () => {
    const [found, known] = await Promise.all([listPlaced<Cell>('cells', district), listStreets(district)])
    const streetNames = names(known)
    const rows = found.map(({ street, community = null, name, centre, position }) => ({
      ...{ street: streetNames.get(street) ?? '', community, name },
      ...{ lng: centre.lng, lat: centre.lat, position },
    }))
    return { rows, next: null }
  })

const writtenRole = ({ role, scope }: Grant, known: PlaceNames): WrittenRole => {
  const cell = scope.kind === 'cell' ? known.cells.get(scope.cell) : undefined
  const place =
    scope.kind === 'street'
      ? known.streets.get(scope.street)
      : scope.kind === 'department'
        ? known.departments.get(scope.department)
        : cell && `${known.streets.get(cell.street) ?? ''}/${cell.name}`
  return { role: role as OfficeRole, place: place ?? null }
}

const personRow = (
  { number, name, phone, title, spot, grants }: RosterEntry,
  known: PlaceNames,
  clear: boolean,
) => ({
  ...{ number, name, title, spot: spot ?? null, phone: clear ? phone : maskPhone(phone) },
  roles: writeRoles(grants.map((grant) => writtenRole(grant, known))),
  agency: grants.flatMap(({ agency }) => agency ?? []).map((id) => known.agencies.get(id) ?? '')[0] ?? null,
})

/** Those whom command wrote by phone come first, without a staff number: once one is filled in, an import takes them over. */
const people = ({ district, clear }: Asked) =>
  sheetSource('people', async (cursor) => {
    const known = await placeNames(district)
    const unnumbered = cursor === null ? await listUnnumbered(district) : []
    const staff = await listStaff(district, cursor ?? '', rowsPerPage)
    return {
      rows: [...unnumbered, ...staff].map((entry) => personRow(entry, known, clear)),
      next: last(staff, rowsPerPage, ({ number }) => number ?? ''),
    }
  })

/** As the shop's own screen shows it. */
const masked = (contact: Contact): Contact => ({
  ...contact,
  name: maskName(contact.name),
  phone: contact.phone === '' ? '' : maskPhone(contact.phone),
})

const shopRow = (shop: Shop, contact: Contact | undefined, known: PlaceNames) => {
  const licence = (kind: 'business' | 'hygiene' | 'food') => shop.licences.find((one) => one.kind === kind)
  return {
    ...{ number: shop.number, name: shop.name, address: shop.address, ...shop.size },
    trade: known.trades.get(shop.trade) ?? '',
    street: known.streets.get(shop.street) ?? '',
    cell: known.cells.get(shop.cell)?.name ?? '',
    ownerName: contact?.name ?? null,
    ownerPhone: contact?.phone ?? null,
    licence: licence('business')?.number ?? null,
    licenceUntil: licence('business')?.until ?? null,
    hygiene: licence('hygiene')?.number ?? null,
    hygieneUntil: licence('hygiene')?.until ?? null,
    food: licence('food')?.number ?? null,
    foodUntil: licence('food')?.until ?? null,
    state: stateWords[shop.state],
  }
}

const shops = ({ district, clear }: Asked) =>
  sheetSource('shops', async (cursor) => {
    const [known, found] = await Promise.all([
      placeNames(district),
      listShopsByNumber(district, cursor ?? '', rowsPerPage),
    ])
    const contacts = await findContacts(found.map(({ id }) => id))
    return {
      rows: found.map((shop) => {
        const contact = contacts.get(shop.id)
        return shopRow(shop, contact && (clear ? contact : masked(contact)), known)
      }),
      next: last(found, rowsPerPage, ({ number }) => number),
    }
  })

const assignments = ({ district }: Asked) =>
  sheetSource('assignments', async (cursor) => {
    const caseloads = await listCaseloads(district, 'head', cursor ?? '', caseloadsPerPage)
    const holders = caseloads.flatMap(({ holder, shops: ids }) =>
      holder.kind === 'head' ? [{ holder, ids }] : [],
    )
    const entries = await findEntries(
      holders.flatMap(({ holder: { head, deputy } }) => [head.entry, ...(deputy ? [deputy.entry] : [])]),
    )
    const numbers = new Map(entries.map(({ id, number }) => [id, number]))
    const found = await findShops(holders.flatMap(({ ids }) => ids))
    const shopNumbers = new Map(found.map(({ id, number }) => [id, number]))
    const rows = holders.flatMap(({ holder, ids }) =>
      ids.flatMap((id) => {
        const shop = shopNumbers.get(id)
        const deputy = holder.deputy && numbers.get(holder.deputy.entry)
        return shop === undefined
          ? []
          : [{ shop, head: numbers.get(holder.head.entry) ?? '', deputy: deputy ?? null }]
      }),
    )
    return { rows, next: last(caseloads, caseloadsPerPage, ({ id }) => id) }
  })

export const sheetSources: Readonly<Record<SheetKind, (asked: Asked) => ExportSource>> = {
  streets,
  cells,
  departments,
  people,
  shops,
  assignments,
}
