import type { Value } from '../engine/ejson'

/** EJSON for people to read: numbers bare, times as `{"$date": ISO}`. Takes back into a filter as it stands. */
export function relaxed(value: Value): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(relaxed)
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, relaxed(inner)]))
}
