import type { Bounds, Constraints } from './bounds'
import { sameType } from './bounds'
import type { Value } from './ejson'
import { cellKeyLength, rangesOver } from './geo/cells'
import type { RegionCondition } from './geo/geo-query'
import type { IndexDefinition, IndexField } from './index-keys'
import type { OrderField } from './order'
import { afterPrefix, descending, EMPTY_ARRAY_KEY, sortKey, typeBracket } from './sort-key'

/** An index as the planner sees it: which of its fields have ever crossed an array. */
export interface PlannedIndex {
  readonly definition: IndexDefinition
  readonly multikey: readonly boolean[]
}

/** Rows whose key lies in [from, to) of one of the ranges, in key order (or its reverse), ranges merged when sorted. */
export interface IndexScan {
  readonly index: string
  readonly ranges: readonly KeyRange[]
  readonly reverse: boolean
  readonly sorted: boolean
  /** Says of a row's key whether its document may match. */
  readonly accepts?: (key: Buffer) => boolean
}
export interface KeyRange {
  readonly prefixLength: number
  readonly from: Buffer
  readonly to: Buffer | undefined
}
export interface Candidate {
  readonly scan: IndexScan
  readonly score: number
  /** False when the index only gives the order. */
  readonly narrows: boolean
}

const MAX_RANGES = 1000
const MAX_REGION_CELLS = 32

/** How the index could serve what is demanded of its fields and the order. */
export function scanWith(
  index: PlannedIndex,
  constraints: Constraints,
  order: readonly OrderField[],
): Candidate {
  const { fields } = index.definition
  const { prefixes, equal } = equalityPrefixes(fields, constraints)
  const single = new Set(
    fields
      .slice(0, equal)
      .filter(
        (field, at) =>
          pointKeys(constraints.get(field.path)?.points ?? [], field).length === 1 &&
          index.multikey[at] !== true,
      )
      .map(({ path }) => path),
  )
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
  return {
    scan: {
      index: index.definition.name,
      ranges,
      reverse: sorted && direction === -1,
      sorted: sorted && order.length > 0,
    },
    score: equal * 4 + (order.length > 0 && sorted ? 3 : 0) + (ranged ? 2 : 0),
    narrows: equal > 0 || ranged,
  }
}

/** A geo index serves a region on its geo field when every field before that one is demanded to equal something. */
export function regionScanWith(
  index: PlannedIndex,
  constraints: Constraints,
  regionOn: (path: string) => RegionCondition | undefined,
): Candidate | undefined {
  const { fields, name } = index.definition
  const geo = geoField(index.definition)
  const region = geo && regionOn(geo.field.path)
  const prefixes = geo && geoPrefixes(fields, geo.at, constraints)
  if (geo === undefined || region === undefined || prefixes === undefined) return undefined
  const cells = rangesOver(region.boxes, MAX_REGION_CELLS, index.multikey[geo.at] !== true)
  const ranges = prefixes.flatMap((prefix) =>
    cells.map(({ from, to }) => ({
      prefixLength: prefix.length,
      from: Buffer.concat([prefix, from]),
      to: Buffer.concat([prefix, to]),
    })),
  )
  const accepts = acceptsAfterGeo(fields, geo.at, constraints, prefixes)
  const scan = { index: name, ranges, reverse: false, sorted: false, ...(accepts && { accepts }) }
  return { scan, score: geo.at * 4 + 5, narrows: true }
}

export function geoField({ fields }: IndexDefinition): { field: IndexField; at: number } | undefined {
  const at = fields.findIndex(({ geo }) => geo === true)
  const field = fields[at]
  return field && { field, at }
}

/** The key prefixes before the geo field; undefined when a field before it is free. */
export function geoPrefixes(
  fields: readonly IndexField[],
  at: number,
  constraints: Constraints,
): Buffer[] | undefined {
  const { prefixes, equal } = equalityPrefixes(fields.slice(0, at), constraints)
  return equal === at ? prefixes : undefined
}

/** Equality on fields behind the geo field is read off the key, so that no document is fetched for it. */
export function acceptsAfterGeo(
  fields: readonly IndexField[],
  at: number,
  constraints: Constraints,
  prefixes: readonly Buffer[],
): ((key: Buffer) => boolean) | undefined {
  const { prefixes: ends, equal } = equalityPrefixes(fields.slice(at + 1), constraints)
  if (equal === 0) return undefined
  return (key) => {
    const prefix = prefixes.find((one) => key.subarray(0, one.length).equals(one))
    const from = prefix?.length ?? 0
    const rest = key.subarray(from + cellKeyLength(key, from))
    return ends.some((end) => rest.subarray(0, end.length).equals(end))
  }
}

/** The key prefixes of the leading fields that must equal something, and how many fields these are. */
function equalityPrefixes(
  fields: readonly IndexField[],
  constraints: Constraints,
): { prefixes: Buffer[]; equal: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let equal = 0
  for (const field of fields) {
    const points = constraints.get(field.path)?.points
    if (points === undefined) break
    const keys = pointKeys(points, field)
    if (prefixes.length * keys.length > MAX_RANGES) break
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])))
    equal++
  }
  return { prefixes, equal }
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
