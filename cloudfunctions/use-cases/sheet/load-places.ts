import { asId } from '#domain/kernel/id'
import { isInside, type Cell } from '#domain/place'
import { folded } from '#domain/sheet/cell'
import { sameThing } from '#domain/sheet/merge'
import type { Issue, SheetRow } from '#domain/sheet/rows'

import { listPlaced, savePlaced, type Placed } from '../../store/districts'
import { sha256 } from '../derived-id'
import { inBatches, inGroups, issueAt, type LoadCall, type Loader, type Planned } from './load'

const rowsPerBatch = 100
const writesAtOnce = 10

interface NamedLine {
  readonly id: string
  readonly name: string
}
type List = 'streets' | 'cells' | 'departments'

interface Target<T> {
  readonly row: number
  readonly before: Placed<T> | null
  readonly after: Placed<T>
}

const lineId = (call: LoadCall, list: List, ...names: readonly string[]) =>
  sha256([call.district, list, ...names.map(folded)].join('·')).slice(0, 32)

const planned = <K extends List, T extends NamedLine>(
  list: K,
  targets: readonly Target<T>[],
  issues: readonly Issue<K>[],
): Planned<K> => {
  const moved = targets.filter(({ before, after }) => !sameThing(before, after))
  return {
    verdicts: new Map(
      targets.map((target) => [
        target.row,
        target.before === null ? 'added' : moved.includes(target) ? 'changed' : 'same',
      ]),
    ),
    issues,
    write: () => inGroups(moved, writesAtOnce, ({ after }) => savePlaced(list, after)),
  }
}

/** Where the sheet gives no place, a line keeps its own, or stands where it stands in the sheet. */
const positionOf = (
  { row, values }: { readonly row: number; readonly values: { readonly position?: number | null } },
  before: Placed<NamedLine> | null,
): number => values.position ?? before?.position ?? row

const nameLoader = <K extends 'streets' | 'departments'>(list: K): Loader<K> => ({
  arrange: (rows) => inBatches(rows, rowsPerBatch),
  plan: async (rows, call) => {
    const known = await listPlaced<NamedLine>(list, call.district)
    const issues: Issue<K>[] = rows.flatMap((row) => row.issues)
    const targets = rows.flatMap((row) => {
      const { name } = row.values as SheetRow<'streets'>['values']
      if (row.issues.length > 0 || typeof name !== 'string') return []
      const named = known.filter((one) => folded(one.name) === folded(name))
      if (named.length > 1) {
        issues.push(issueAt<K>(row, 'name', 'ambiguous', name))
        return []
      }
      const before = named[0] ?? null
      const id = before?.id ?? lineId(call, list, name)
      const position = positionOf(row as SheetRow<'streets'>, before)
      return [{ row: row.row, before, after: { ...before, id, name, district: call.district, position } }]
    })
    return planned(list, targets, issues)
  },
})

export const streetLoader = nameLoader('streets')
export const departmentLoader = nameLoader('departments')

/** What is known of a cell, in its community as the sheet says: blank for none, as known where it has no such column. */
const within = (found: Placed<Cell> | null, written: string | null | undefined) => {
  const { community: known = null, ...rest } = found ?? {}
  const community = written === undefined ? known : written
  return { ...rest, ...(community === null ? {} : { community }) }
}

export const cellLoader: Loader<'cells'> = {
  arrange: (rows) => inBatches(rows, rowsPerBatch),
  plan: async (rows, call) => {
    const [places, known] = await Promise.all([call.places(), listPlaced<Cell>('cells', call.district)])
    const issues: Issue<'cells'>[] = rows.flatMap((row) => row.issues)
    const targets = rows.flatMap((row): readonly Target<Cell>[] => {
      const { street: streetName, name, lng, lat } = row.values
      const street = typeof streetName === 'string' ? places.street(streetName) : null
      const before = issues.length
      if (street && 'fault' in street) issues.push(issueAt(row, 'street', street.fault, streetName ?? ''))
      if (typeof lng === 'number' && typeof lat === 'number' && !isInside(places.bounds, { lng, lat }))
        issues.push(issueAt(row, 'lng', 'out-of-range', `${String(lng)}, ${String(lat)}`))
      if (issues.length > before || row.issues.length > 0 || !street || !('found' in street)) return []
      if (typeof name !== 'string' || typeof lng !== 'number' || typeof lat !== 'number') return []
      const named = known.filter((one) => one.street === street.found && folded(one.name) === folded(name))
      if (named.length > 1) {
        issues.push(issueAt(row, 'name', 'ambiguous', name))
        return []
      }
      const found = named[0] ?? null
      const id = found?.id ?? asId<'cell'>(lineId(call, 'cells', streetName ?? '', name))
      const position = positionOf(row, found)
      const after = {
        id,
        name,
        street: street.found,
        centre: { lng, lat },
        district: call.district,
        position,
      }
      return [{ row: row.row, before: found, after: { ...within(found, row.values.community), ...after } }]
    })
    return planned('cells', targets, issues)
  },
}
