import vm from 'node:vm'
import { CloudFault } from '../fault'
import type { Value } from './ejson'
import { isDocument } from './ejson'

/** What MongoDB bounds by PCRE's match limit is bounded by time here. */
const MATCHING_MS = 1000
/** All documents of one query together: its tests run in the server's own thread. */
const QUERY_MS = 5000
/** A pipeline computes in the server's own thread: it may not hold up everyone else for longer. */
export const PIPELINE_MS = 3000

const sandbox = vm.createContext(Object.create(null) as object)
const script = new vm.Script('work()')

/**
 * Runs pure computation (no SQLite: ending that half-way ends the process) and stops it when its time is over.
 * A call costs about 60 µs, so it is for what may not end by itself.
 */
export function withDeadline<T>(work: () => T, limitMs = MATCHING_MS): T {
  let result: { readonly value: T } | undefined
  const held = sandbox as { work: (() => void) | undefined }
  const outer = held.work
  held.work = () => {
    result = { value: work() }
  }
  try {
    script.runInContext(sandbox, { timeout: limitMs })
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new CloudFault(
      'DATABASE_REQUEST_FAILED',
      'this took too long and was stopped: simplify the regular expression, the expression or the pipeline',
    )
  } finally {
    held.work = outer
  }
  if (result === undefined) throw new Error('the work gave no result')
  return result.value
}

/** Deadlines that share what one query may take, tested batch by batch. */
export function sharedDeadline(limitMs = QUERY_MS): <T>(work: () => T) => T {
  let left = limitMs
  return (work) => {
    const began = performance.now()
    try {
      return withDeadline(work, Math.max(1, Math.ceil(Math.min(left, MATCHING_MS))))
    } finally {
      left -= performance.now() - began
    }
  }
}

const regexOperators = new Set(['$regex', '$regexMatch', '$regexFind', '$regexFindAll'])

/** True when a query or a pipeline holds a regular expression that can repeat itself, so that it may backtrack. */
export function mayBacktrack(value: unknown): boolean {
  if (value instanceof RegExp) return repeats(value.source)
  if (Array.isArray(value)) return value.some(mayBacktrack)
  if (!isDocument(value)) return false
  return Object.entries(value).some(
    ([field, inner]) => (regexOperators.has(field) && holdsRepetition(inner)) || mayBacktrack(inner),
  )
}

const repeats = (pattern: string): boolean => /[*+?{]/.test(pattern)

/** A pattern may also be a text, or come out of the documents. */
const holdsRepetition = (pattern: Value): boolean => typeof pattern !== 'string' || repeats(pattern)
