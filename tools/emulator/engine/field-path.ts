import { CloudFault } from '../fault'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'

/** The place a dotted update path names. Numbers step into arrays. */
export interface Place {
  get(): Value | undefined
  set(value: Value): void
  remove(): void
}

/** Finds a place for writing, making the documents on the way. */
export function openPlace(document: Document, path: string): Place {
  const steps = stepsOf(path)
  let holder: Document | Value[] = document
  for (const step of steps.slice(0, -1)) {
    const inner: Value | undefined = read(holder, step)
    if (inner === undefined) {
      const made: Document = {}
      write(holder, step, made)
      holder = made
    } else if (isDocument(inner) || Array.isArray(inner)) holder = inner
    else
      throw new CloudFault(
        'DATABASE_REQUEST_FAILED',
        `Cannot create field '${path}' in element {${step}: ${String(inner)}}`,
      )
  }
  return placeIn(holder, steps.at(-1) ?? '')
}

/** Finds a place for reading or removing; undefined when the way to it doesn't exist. */
export function findPlace(document: Document, path: string): Place | undefined {
  const steps = stepsOf(path)
  let holder: Value | undefined = document
  for (const step of steps.slice(0, -1))
    holder = isDocument(holder) || Array.isArray(holder) ? read(holder, step) : undefined
  return isDocument(holder) || Array.isArray(holder) ? placeIn(holder, steps.at(-1) ?? '') : undefined
}

function stepsOf(path: string): string[] {
  const steps = path.split('.')
  if (steps.some((step) => step === '' || step === '__proto__'))
    throw new CloudFault('DATABASE_REQUEST_FAILED', `the field path '${path}' is not allowed`)
  if (steps.some((step) => step.startsWith('$')))
    throw new CloudFault(
      'DATABASE_INVALID_OPERRATOR',
      `positional and dollar-prefixed paths are not supported: '${path}'`,
    )
  return steps
}

function placeIn(holder: Document | Value[], step: string): Place {
  return {
    get: () => read(holder, step),
    set: (value) => {
      write(holder, step, value)
    },
    remove: () => {
      if (!Array.isArray(holder)) Reflect.deleteProperty(holder, step)
      else if (read(holder, step) !== undefined) holder[Number(step)] = null
    },
  }
}

function read(holder: Document | Value[], step: string): Value | undefined {
  if (Array.isArray(holder)) return /^\d+$/.test(step) ? holder[Number(step)] : undefined
  return Object.hasOwn(holder, step) ? holder[step] : undefined
}

function write(holder: Document | Value[], step: string, value: Value): void {
  if (!Array.isArray(holder)) {
    holder[step] = value
    return
  }
  if (!/^\d{1,5}$/.test(step))
    throw new CloudFault('DATABASE_REQUEST_FAILED', `Cannot create field '${step}' in an array`)
  while (holder.length < Number(step)) holder.push(null)
  holder[Number(step)] = value
}
