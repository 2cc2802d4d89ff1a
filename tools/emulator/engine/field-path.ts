import { CloudFault } from '../fault'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'

/** The place a dotted update path names. Numbers step into arrays. */
export interface Place {
  get(): Value | undefined
  set(value: Value): void
  remove(): void
}
type Holder = Document | Value[]

/** MongoDB fills an array with nulls up to the place that is written, within reason. */
const INDEX = /^(0|[1-9]\d{0,4})$/

/** Finds a place for writing, making the documents on the way. */
export function openPlace(document: Document, path: string): Place {
  const steps = stepsOf(path)
  let holder: Holder = document
  for (const [at, step] of steps.slice(0, -1).entries()) {
    let inner: Value | undefined = read(holder, step)
    if (inner === undefined) {
      inner = {}
      write(holder, step, inner)
    }
    holder = holderOf(inner, step, steps[at + 1])
  }
  return placeIn(holder, steps.at(-1) ?? '')
}

/** Finds a place that an operator may leave alone when it isn't there; one that could not be made is an error all the same. */
export function viablePlace(document: Document, path: string): Place | undefined {
  const steps = stepsOf(path)
  let holder: Holder = document
  for (const [at, step] of steps.slice(0, -1).entries()) {
    const inner = read(holder, step)
    if (inner === undefined) {
      if (Array.isArray(holder)) indexOf(step)
      return undefined
    }
    holder = holderOf(inner, step, steps[at + 1])
  }
  const last = steps.at(-1) ?? ''
  if (Array.isArray(holder)) indexOf(last)
  return placeIn(holder, last)
}

/** Finds a place for reading or removing; undefined when the way to it doesn't exist. */
export function findPlace(document: Document, path: string): Place | undefined {
  const steps = stepsOf(path)
  let holder: Value | undefined = document
  for (const step of steps.slice(0, -1)) holder = isHolder(holder) ? read(holder, step) : undefined
  return isHolder(holder) ? placeIn(holder, steps.at(-1) ?? '') : undefined
}

/** Whether the path steps through an element of an array. */
export function crossesArray(document: Document, path: string): boolean {
  let holder: Value | undefined = document
  for (const step of stepsOf(path)) {
    if (Array.isArray(holder)) return true
    holder = isDocument(holder) ? read(holder, step) : undefined
  }
  return false
}

export function stepsOf(path: string): string[] {
  const steps = path.split('.')
  if (steps.some((step) => step === '' || step === '__proto__'))
    throw new CloudFault('DATABASE_REQUEST_FAILED', `the field path '${path}' is not allowed`)
  if (steps.some((step) => step.startsWith('$')))
    throw new CloudFault('DATABASE_REQUEST_FAILED', `The dollar ($) prefixed field in '${path}' is not valid`)
  return steps
}

const isHolder = (value: Value | undefined): value is Holder => isDocument(value) || Array.isArray(value)

function holderOf(inner: Value, step: string, next = ''): Holder {
  if (isHolder(inner)) return inner
  throw new CloudFault(
    'DATABASE_REQUEST_FAILED',
    `Cannot create field '${next}' in element {${step}: ${String(inner)}}`,
  )
}

function placeIn(holder: Holder, step: string): Place {
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

function read(holder: Holder, step: string): Value | undefined {
  if (Array.isArray(holder)) return INDEX.test(step) ? holder[Number(step)] : undefined
  return Object.hasOwn(holder, step) ? holder[step] : undefined
}

function write(holder: Holder, step: string, value: Value): void {
  if (!Array.isArray(holder)) {
    holder[step] = value
    return
  }
  const index = indexOf(step)
  while (holder.length < index) holder.push(null)
  holder[index] = value
}

function indexOf(step: string): number {
  if (!INDEX.test(step))
    throw new CloudFault('DATABASE_REQUEST_FAILED', `Cannot create field '${step}' in an array`)
  return Number(step)
}
