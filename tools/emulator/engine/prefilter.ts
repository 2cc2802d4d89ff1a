import type { Bound } from './bounds'
import { boundsOf } from './bounds'
import type { Document, Value } from './ejson'
import { encodeEjson, isDocument } from './ejson'

/** A condition on the stored text `doc` that every match fulfils; what it lets through is tested again. */
export interface Prefilter {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** SQLite's default limit of values in one statement is far above this. */
const MAX_VALUES = 500
const MAX_POINTS = 50
/** A condition's SQL grows with the square of its path. */
const MAX_STEPS = 20

/** Lets SQLite pass over documents that can't match a query which no index serves. */
export function prefilterFor(query: Document): Prefilter | undefined {
  const filter = allOf(
    Object.entries(query).flatMap(([field, condition]) => {
      if (field === '$and' && Array.isArray(condition))
        return condition.flatMap((part) => (isDocument(part) ? (prefilterFor(part) ?? []) : []))
      if (field === '$or' && Array.isArray(condition)) return anyBranch(condition) ?? []
      return field.startsWith('$') ? [] : (onField(field, condition) ?? [])
    }),
  )
  return filter !== undefined && filter.values.length > MAX_VALUES ? undefined : filter
}

function anyBranch(branches: readonly Value[]): Prefilter | undefined {
  const filters = branches.map((branch) => (isDocument(branch) ? prefilterFor(branch) : undefined))
  const known = filters.filter((filter) => filter !== undefined)
  return known.length > 0 && known.length === filters.length ? anyOf(known) : undefined
}

function onField(path: string, condition: Value): Prefilter | undefined {
  const steps = path.split('.')
  const last = steps.at(-1) ?? ''
  if (steps.length > MAX_STEPS) return undefined
  if (steps.some((step) => /^\d+$/.test(step) || /["\\\u0000-\u001f]/.test(step))) return undefined
  const { points, lower, upper } = boundsOf(condition)
  if (points !== undefined) return onPoints(last, points)
  return allOf([
    ...listed(lower && onBound(steps, lower, '>')),
    ...listed(upper && onBound(steps, upper, '<')),
  ])
}

/** The canonical text of a value is one and the same everywhere: `"field":value`, or within an array of the field. */
function onPoints(field: string, points: readonly Value[]): Prefilter | undefined {
  if (points.length > MAX_POINTS || points.some((point) => point === null)) return undefined
  const name = `${JSON.stringify(field)}:`
  const texts = points.flatMap((point) =>
    point === 0 ? ['{"$numberInt":"0"}', '{"$numberDouble":"-0.0"}'] : encodeEjson(point),
  )
  const inArray = allOf([holds(`${name}[`), ...listed(anyOf(texts.map(holds)))])
  return anyOf([...texts.map((text) => holds(name + text)), ...listed(inArray)])
}

const holds = (text: string): Prefilter => ({ sql: 'instr(doc, ?) > 0', values: [text] })

/** Compares what lies at the path; a path through an array may lead to many values and is let through. */
function onBound(
  steps: readonly string[],
  { value, inclusive }: Bound,
  side: '<' | '>',
): Prefilter | undefined {
  const at = (...more: string[]): string =>
    `'$${[...steps, ...more].map((step) => `."${step.replaceAll("'", "''")}"`).join('')}'`
  const throughArray = steps.map((_, length) => ({
    sql: `json_type(doc, '$${steps
      .slice(0, length + 1)
      .map((step) => `."${step.replaceAll("'", "''")}"`)
      .join('')}') = 'array'`,
    values: [],
  }))
  const operator = inclusive ? `${side}=` : side
  if (typeof value === 'number') {
    const number = `coalesce(json_extract(doc, ${at('$numberInt')}), json_extract(doc, ${at('$numberLong')}), json_extract(doc, ${at('$numberDouble')}))`
    const infinite = { sql: `${number} LIKE '%Infinity'`, values: [] }
    return anyOf([
      { sql: `CAST(${number} AS REAL) ${operator} ?`, values: [value] },
      infinite,
      ...throughArray,
    ])
  }
  if (value instanceof Date) {
    const date = `CAST(json_extract(doc, ${at('$date', '$numberLong')}) AS INTEGER)`
    return anyOf([{ sql: `${date} ${operator} ?`, values: [value.getTime()] }, ...throughArray])
  }
  if (typeof value !== 'string' || value.includes('\0')) return undefined
  return anyOf([{ sql: `json_extract(doc, ${at()}) ${operator} ?`, values: [value] }, ...throughArray])
}

const listed = (filter: Prefilter | undefined): Prefilter[] => (filter ? [filter] : [])
const allOf = (filters: readonly Prefilter[]): Prefilter | undefined => joined(filters, ' AND ')
const anyOf = (filters: readonly Prefilter[]): Prefilter | undefined => joined(filters, ' OR ')

const joined = (filters: readonly Prefilter[], word: string): Prefilter | undefined =>
  filters.length === 0
    ? undefined
    : {
        sql: filters.map(({ sql }) => `(${sql})`).join(word),
        values: filters.flatMap(({ values }) => values),
      }
