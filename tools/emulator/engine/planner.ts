import { CloudFault } from '../fault'
import type { Bounds } from './bounds'
import { readConstraints } from './bounds'
import { idKey } from './document-id'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'
import type { NearCondition, RegionCondition } from './geo/geo-query'
import { nearOperators, readNear, readRegion, regionOperators } from './geo/geo-query'
import type { Candidate, IndexScan, PlannedIndex } from './index-scan'
import { acceptsAfterGeo, geoField, geoPrefixes, regionScanWith, scanWith } from './index-scan'
import type { OrderField } from './order'
import { refuseNear } from './query'

/** Bounds on the keys under which documents are stored. */
export interface IdRange {
  readonly lower?: { readonly value: string; readonly inclusive: boolean }
  readonly upper?: { readonly value: string; readonly inclusive: boolean }
}

export type Plan =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'idRange'; readonly range: IdRange; readonly reverse: boolean; readonly sorted: boolean }
  | { readonly kind: 'index'; readonly scan: IndexScan }
  | { readonly kind: 'near'; readonly scan: NearScan }
  | { readonly kind: 'union'; readonly plans: readonly Plan[] }
  | { readonly kind: 'scan' }

/** A walk outwards from a place over a geo index. */
export interface NearScan {
  readonly index: string
  readonly path: string
  readonly near: NearCondition
  readonly prefixes: readonly Buffer[]
  /** The index holds no geometry larger than a place. */
  readonly onlyPlaces: boolean
  readonly accepts?: (key: Buffer) => boolean
}

/** What a plan reads, for the debug field of a reply, the counters and the console. */
export interface PlanNote {
  readonly index?: readonly string[]
  readonly geo?: readonly string[]
  readonly ids?: true
  readonly scan?: true
}

const MAX_BRANCHES = 100

/** Chooses how to find what may match; a query whose `_.geoNear` no index serves is refused, as the service does. */
export function planQuery(
  query: Document,
  order: readonly OrderField[],
  indexes: readonly PlannedIndex[],
): Plan {
  const conjuncts = conjunctsOf(query)
  const near = findNear(conjuncts)
  const constraints = readConstraints(query)
  if (near !== undefined) return { kind: 'near', scan: planNear(near, constraints, indexes) }
  const id = constraints.get('_id')
  if (id?.points !== undefined)
    return { kind: 'ids', ids: [...new Set(id.points.flatMap((point) => storedKey(point) ?? []))].sort() }
  const best = bestCandidate(conjuncts, order, indexes)
  const byId = planByIdRange(id, order)
  if (best?.narrows !== true) {
    const united = byId?.narrows === true ? undefined : planUnion(conjuncts, indexes)
    if (united !== undefined) return united
  }
  if (best === undefined || best.score === 0) return byId?.plan ?? { kind: 'scan' }
  if (byId?.plan.sorted === true && order.length > 0 && !best.scan.sorted) return byId.plan
  return { kind: 'index', scan: best.scan }
}

export function describePlan(plan: Plan): PlanNote {
  switch (plan.kind) {
    case 'ids':
    case 'idRange':
      return { ids: true }
    case 'index':
      return { index: [plan.scan.index] }
    case 'near':
      return { geo: [plan.scan.index] }
    case 'union':
      return plan.plans.map(describePlan).reduce(mergeNotes, {})
    case 'scan':
      return { scan: true }
  }
}

export function mergeNotes(a: PlanNote, b: PlanNote): PlanNote {
  const join = (one: readonly string[] = [], other: readonly string[] = []): string[] => [
    ...new Set([...one, ...other]),
  ]
  const [index, geo] = [join(a.index, b.index), join(a.geo, b.geo)]
  return {
    ...(index.length > 0 && { index }),
    ...(geo.length > 0 && { geo }),
    ...((a.ids ?? b.ids) && { ids: true }),
    ...((a.scan ?? b.scan) && { scan: true }),
  }
}

const conjunctsOf = (query: Document): Document[] =>
  Object.entries(query).flatMap(([field, condition]) =>
    field === '$and' && Array.isArray(condition)
      ? condition.filter(isDocument).flatMap(conjunctsOf)
      : [{ [field]: condition }],
  )

function bestCandidate(
  conjuncts: readonly Document[],
  order: readonly OrderField[],
  indexes: readonly PlannedIndex[],
): Candidate | undefined {
  const constraints = readConstraints({ $and: [...conjuncts] })
  const regionOn = (path: string): RegionCondition | undefined => findRegion(conjuncts, path)
  return indexes
    .flatMap((index) =>
      geoField(index.definition) === undefined
        ? scanWith(index, constraints, order)
        : (regionScanWith(index, constraints, regionOn) ?? []),
    )
    .sort((a, b) => b.score - a.score)[0]
}

/** An `$or` each of whose branches an index narrows: what the branches find together. */
function planUnion(conjuncts: readonly Document[], indexes: readonly PlannedIndex[]): Plan | undefined {
  const others = conjuncts.filter((one) => !Array.isArray(one['$or']))
  for (const { $or: branches } of conjuncts) {
    if (!Array.isArray(branches) || branches.length === 0 || branches.length > MAX_BRANCHES) continue
    const plans = branches.map((branch): Plan =>
      isDocument(branch) ? planQuery({ $and: [...others, branch] }, [], indexes) : { kind: 'scan' },
    )
    if (plans.every(({ kind }) => kind !== 'scan')) return { kind: 'union', plans }
  }
  return undefined
}

function planByIdRange(
  bounds: Bounds | undefined,
  order: readonly OrderField[],
): { plan: Plan & { kind: 'idRange' }; narrows: boolean } | undefined {
  const sorted = order.length === 0 || order[0]?.path === '_id'
  const range = { ...keyBound('lower', bounds?.lower), ...keyBound('upper', bounds?.upper) }
  const narrows = Object.keys(range).length > 0
  if (!narrows && !(order.length > 0 && sorted)) return undefined
  const reverse = sorted && order[0]?.descending === true
  return { plan: { kind: 'idRange', range, reverse, sorted }, narrows }
}

const storedKey = (id: Value): string | undefined =>
  typeof id === 'string' || typeof id === 'number' ? idKey(id) : undefined

function keyBound(side: 'lower' | 'upper', bound: Bounds['lower']): IdRange {
  const value = bound && storedKey(bound.value)
  return bound === undefined || value === undefined ? {} : { [side]: { value, inclusive: bound.inclusive } }
}

interface FieldNear {
  readonly path: string
  readonly near: NearCondition
}

function findNear(conjuncts: readonly Document[]): FieldNear | undefined {
  conjuncts.forEach(refuseNestedNear)
  const found = fieldOperators(conjuncts, nearOperators).map(({ path, argument }) => ({
    path,
    near: readNear(argument),
  }))
  if (found.length > 1)
    throw new CloudFault('DATABASE_INVALID_OPERRATOR', 'a query takes one geoNear condition')
  return found[0]
}

function refuseNestedNear(conjunct: Document): void {
  for (const [field, condition] of Object.entries(conjunct)) {
    if (field.startsWith('$') || !isDocument(condition)) refuseNear(condition)
    else
      for (const [operator, argument] of Object.entries(condition))
        if (!nearOperators.has(operator)) refuseNear(argument)
  }
}

function findRegion(conjuncts: readonly Document[], path: string): RegionCondition | undefined {
  const found = fieldOperators(conjuncts, regionOperators).find((one) => one.path === path)
  return found && readRegion(found.operator, found.argument)
}

const fieldOperators = (
  conjuncts: readonly Document[],
  operators: ReadonlySet<string>,
): { path: string; operator: string; argument: Value }[] =>
  conjuncts.flatMap((one) =>
    Object.entries(one).flatMap(([path, condition]) =>
      path.startsWith('$') || !isDocument(condition)
        ? []
        : Object.entries(condition).flatMap(([operator, argument]) =>
            operators.has(operator) ? [{ path, operator, argument }] : [],
          ),
    ),
  )

function planNear(
  { path, near }: FieldNear,
  constraints: ReturnType<typeof readConstraints>,
  indexes: readonly PlannedIndex[],
): NearScan {
  const scans = indexes.flatMap(({ definition, multikey }): (NearScan & { at: number })[] => {
    const { name, fields } = definition
    const geo = geoField(definition)
    const prefixes = geo?.field.path === path ? geoPrefixes(fields, geo.at, constraints) : undefined
    if (geo === undefined || prefixes === undefined) return []
    const accepts = acceptsAfterGeo(fields, geo.at, constraints, prefixes)
    return [
      {
        index: name,
        path,
        near,
        prefixes,
        onlyPlaces: multikey[geo.at] !== true,
        at: geo.at * 2 + (accepts ? 1 : 0),
        ...(accepts && { accepts }),
      },
    ]
  })
  const best = scans.sort((a, b) => b.at - a.at)[0]
  if (best === undefined)
    throw new CloudFault(
      'DATABASE_REQUEST_FAILED',
      `unable to find index for $geoNear query: declare a geo index on '${path}'`,
    )
  return best
}
