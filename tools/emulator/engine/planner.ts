import type { Bounds, Constraints } from './bounds'
import { sameType } from './bounds'
import type { Value } from './ejson'
import type { IndexDefinition, IndexField } from './index-keys'
import type { OrderField } from './order'
import { afterPrefix, descending, EMPTY_ARRAY_KEY, sortKey, typeBracket } from './sort-key'

/** An index as the planner sees it: which of its fields have ever crossed an array. */
export interface PlannedIndex {
  readonly definition: IndexDefinition
  readonly multikey: readonly boolean[]
}

export interface IdRange {
  readonly lower?: { readonly value: string; readonly inclusive: boolean }
  readonly upper?: { readonly value: string; readonly inclusive: boolean }
}

export type Plan =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'idRange'; readonly range: IdRange; readonly reverse: boolean; readonly sorted: boolean }
  | { readonly kind: 'index'; readonly scan: IndexScan }
  | { readonly kind: 'scan' }

/** Rows whose key lies in [from, to) of one of the ranges, in key order (or its reverse), ranges merged when sorted. */
export interface IndexScan {
  readonly index: string
  readonly ranges: readonly KeyRange[]
  readonly reverse: boolean
  readonly sorted: boolean
}
export interface KeyRange {
  readonly prefixLength: number
  readonly from: Buffer
  readonly to: Buffer | undefined
}

const MAX_RANGES = 1000

export function planQuery(
  constraints: Constraints,
  order: readonly OrderField[],
  indexes: readonly PlannedIndex[],
): Plan {
  const id = constraints.get('_id')
  if (id?.points !== undefined)
    return { kind: 'ids', ids: [...new Set(id.points.filter((point) => typeof point === 'string'))].sort() }
  const candidates = indexes.flatMap((index) => scanWith(index, constraints, order) ?? [])
  const best = candidates.sort((a, b) => b.score - a.score)[0]
  const byId = planByIdRange(id, order)
  if (best === undefined || best.score === 0) return byId ?? { kind: 'scan' }
  if (byId?.sorted === true && order.length > 0 && !best.scan.sorted) return byId
  return { kind: 'index', scan: best.scan }
}

function planByIdRange(
  bounds: Bounds | undefined,
  order: readonly OrderField[],
): (Plan & { kind: 'idRange' }) | undefined {
  const sorted = order.length === 0 || order[0]?.path === '_id'
  const range = { ...textBound('lower', bounds?.lower), ...textBound('upper', bounds?.upper) }
  if (Object.keys(range).length === 0 && !(order.length > 0 && sorted)) return undefined
  return { kind: 'idRange', range, reverse: sorted && order[0]?.descending === true, sorted }
}

function textBound(side: 'lower' | 'upper', bound: Bounds['lower']): IdRange {
  return bound !== undefined && typeof bound.value === 'string'
    ? { [side]: { value: bound.value, inclusive: bound.inclusive } }
    : {}
}

function scanWith(
  index: PlannedIndex,
  constraints: Constraints,
  order: readonly OrderField[],
): { scan: IndexScan; score: number } | undefined {
  const { fields } = index.definition
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let equal = 0
  const single = new Set<string>()
  for (const [at, field] of fields.entries()) {
    const points = constraints.get(field.path)?.points
    if (points === undefined) break
    const keys = pointKeys(points, field)
    if (prefixes.length * keys.length > MAX_RANGES) break
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])))
    if (keys.length === 1 && index.multikey[at] !== true) single.add(field.path)
    equal++
  }
  const next = fields[equal]
  const bounds = next && constraints.get(next.path)
  const ranged = bounds?.lower !== undefined || bounds?.upper !== undefined
  const multikey = index.multikey[equal] === true
  const direction = sortDirection(
    fields,
    equal,
    order.filter((field) => !single.has(field.path)),
  )
  const sorted = order.length === 0 || (direction !== undefined && !(ranged && multikey))
  const ranges = prefixes.map((prefix) => rangeAfter(prefix, next, ranged ? bounds : undefined, multikey))
  const score = equal * 4 + (order.length > 0 && sorted ? 3 : 0) + (ranged ? 2 : 0)
  return {
    scan: {
      index: index.definition.name,
      ranges,
      reverse: sorted && direction === -1,
      sorted: sorted && order.length > 0,
    },
    score,
  }
}

/** Null finds missing fields, nulls in arrays, and (through a dotted path) empty arrays. */
function pointKeys(points: readonly Value[], field: IndexField): Buffer[] {
  const keys = points.flatMap((point) =>
    point === null ? [EMPTY_ARRAY_KEY, sortKey(null)] : [sortKey(point)],
  )
  const unique = [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()]
  return field.descending ? unique.map(descending) : unique
}

/** 1 when the index order is the wanted one, -1 when its reverse is, undefined when neither. */
function sortDirection(
  fields: readonly IndexField[],
  from: number,
  order: readonly OrderField[],
): 1 | -1 | undefined {
  const rest = [...fields.slice(from), { path: '_id', descending: false }]
  let direction: 1 | -1 | undefined
  for (const [at, field] of order.entries()) {
    const component = rest[at]
    if (component?.path !== field.path) return undefined
    const turn = component.descending === field.descending ? 1 : -1
    if (direction !== undefined && direction !== turn) return undefined
    direction = turn
    if (field.path === '_id') break
  }
  return direction ?? 1
}

function rangeAfter(
  prefix: Buffer,
  field: IndexField | undefined,
  bounds: Bounds | undefined,
  oneSided: boolean,
): KeyRange {
  if (field === undefined || bounds === undefined)
    return { prefixLength: prefix.length, from: prefix, to: afterPrefix(prefix) }
  const { from, to } = componentRange(bounds, field.descending, oneSided)
  return {
    prefixLength: prefix.length,
    from: Buffer.concat([prefix, from]),
    to: to === undefined ? afterPrefix(prefix) : Buffer.concat([prefix, to]),
  }
}

/** On a multikey field two bounds may be met by two different elements, so only one of them may narrow the scan. */
function componentRange(
  bounds: Bounds,
  isDescending: boolean,
  oneSided: boolean,
): { from: Buffer; to: Buffer | undefined } {
  const lower = bounds.lower
  const upper =
    lower !== undefined &&
    (oneSided || (bounds.upper !== undefined && !sameType(lower.value, bounds.upper.value)))
      ? undefined
      : bounds.upper
  const bracket = typeBracket((lower ?? upper)?.value ?? null)
  const turn = isDescending ? descending : (key: Buffer) => key
  const start = isDescending ? upper : lower
  const end = isDescending ? lower : upper
  const startKey = start && turn(sortKey(start.value))
  const endKey = end && turn(sortKey(end.value))
  const from =
    startKey === undefined
      ? turn(bracket.from)
      : start?.inclusive === true
        ? startKey
        : (afterPrefix(startKey) ?? startKey)
  const to =
    endKey === undefined
      ? afterPrefix(turn(bracket.from))
      : end?.inclusive === true
        ? afterPrefix(endKey)
        : endKey
  return { from, to }
}
