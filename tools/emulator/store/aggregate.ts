import { Aggregator } from 'mingo/aggregator'
import { CloudFault } from '../fault'
import { mayBacktrack, PIPELINE_MS, withDeadline } from '../engine/deadline'
import type { Document, Value } from '../engine/ejson'
import { isDocument } from '../engine/ejson'
import type { OrderField } from '../engine/order'
import { readOrder } from '../engine/order'
import { operatorContext } from '../engine/operator-context'
import { operatorFault, refuseNear, refuseOperators } from '../engine/query'
import type { Environment } from './environment'
import type { Examined } from './found'
import { everything, findDocuments } from './find'
import { geoNear } from './geo-near'
import { isPlainLookup, lookUp } from './lookup'

/** The service gives 20 results to a pipeline without a `$limit`. */
const DEFAULT_LIMIT = 20
const refused = new Set(['$out', '$merge', '$documents'])

export interface Stage {
  readonly key: string
  readonly value: Value
}

export function runPipeline(
  environment: Environment,
  name: string,
  stages: readonly Stage[],
  examined: Examined,
): Document[] {
  checkStages(stages)
  const { documents, rest } = head(environment, name, stages, examined)
  let current = documents
  let pending: Stage[] = []
  for (const stage of rest) {
    if (isPlainLookup(stage)) {
      current = lookUp(environment, runPlain(environment, current, pending, examined), stage.value, examined)
      pending = []
    } else pending.push(stage)
  }
  const results = runPlain(environment, current, pending, examined)
  return stages.some(({ key }) => key === '$limit') ? results : results.slice(0, DEFAULT_LIMIT)
}

function checkStages(stages: readonly Stage[]): void {
  for (const [at, { key, value }] of stages.entries()) {
    refuseWriting({ [key]: value })
    refuseOperators(value)
    if (key === '$geoNear' && at > 0)
      throw new CloudFault('DATABASE_INVALID_OPERRATOR', '$geoNear must be the first stage of a pipeline')
    if (key !== '$geoNear') refuseNear(value)
  }
}

function refuseWriting(value: Value): void {
  if (Array.isArray(value)) value.forEach(refuseWriting)
  else if (isDocument(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (refused.has(key))
        throw new CloudFault('DATABASE_INVALID_OPERRATOR', `stage ${key} is not supported by the local cloud`)
      refuseWriting(inner)
    }
  }
}

/** The leading $geoNear or $match and $sort, with the $skip and $limit that follow, go through the planner. */
function head(
  environment: Environment,
  name: string,
  stages: readonly Stage[],
  examined: Examined,
): { documents: Document[]; rest: readonly Stage[] } {
  let at = 0
  const take = (key: string): Value | undefined => (stages[at]?.key === key ? stages[at++]?.value : undefined)
  const collection = environment.collection(name)
  const near = take('$geoNear')
  const query = near === undefined ? take('$match') : undefined
  const sort = near === undefined ? take('$sort') : undefined
  const order: OrderField[] = isDocument(sort) ? readOrder(sort) : []
  const skip = natural(take('$skip'), '$skip', 0)
  const limit = natural(take('$limit'), '$limit', Infinity)
  const rest = stages.slice(at)
  if (near !== undefined)
    return { documents: geoNear(collection, near, skip + limit, examined).slice(skip), rest }
  const search = { ...everything, query: isDocument(query) ? query : {}, order, skip, limit }
  return { documents: findDocuments(collection, search, examined).map(({ document }) => document), rest }
}

function natural(value: Value | undefined, stage: string, missing: number): number {
  if (value === undefined) return missing
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new CloudFault('DATABASE_INVALID_OPERRATOR', `${stage} must be a natural number`)
  return value
}

/** mingo runs the stages; the collections they name are read before, so that a runaway expression can be stopped. */
function runPlain(
  environment: Environment,
  documents: Document[],
  stages: readonly Stage[],
  examined: Examined,
): Document[] {
  if (stages.length === 0) return documents
  const pipeline = stages.map(({ key, value }) => ({ [key]: value }))
  const others = new Map(
    [...collectionsIn(pipeline)].map((name) => [name, readWhole(environment, name, examined)]),
  )
  const work = (): Document[] =>
    new Aggregator(pipeline, {
      collectionResolver: (name) => others.get(name) ?? [],
      scriptEnabled: false,
      context: operatorContext,
    }).run<Document>(documents)
  try {
    return mayBacktrack(pipeline) ? withDeadline(work) : withDeadline(work, PIPELINE_MS)
  } catch (error) {
    throw operatorFault(error)
  }
}

/** The collections that stages, or pipelines inside them, join. */
function collectionsIn(value: Value): Set<string> {
  const names = new Set<string>()
  const visit = (inner: Value): void => {
    if (Array.isArray(inner)) inner.forEach(visit)
    else if (isDocument(inner)) {
      for (const [key, argument] of Object.entries(inner)) {
        if (key === '$unionWith' && typeof argument === 'string') names.add(argument)
        const named = isDocument(argument) ? argument[joins[key] ?? ''] : undefined
        if (typeof named === 'string') names.add(named)
        visit(argument)
      }
    }
  }
  visit(value)
  return names
}

const joins: Readonly<Record<string, string>> = { $lookup: 'from', $graphLookup: 'from', $unionWith: 'coll' }

function readWhole(environment: Environment, name: string, examined: Examined): Document[] {
  const whole = { ...everything, query: {} }
  return findDocuments(environment.collection(name), whole, examined).map(({ document }) => document)
}
