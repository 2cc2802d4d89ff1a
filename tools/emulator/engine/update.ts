import { CloudFault } from '../fault'
import { addToSet, pop, pull, pullAll, push, rename } from './array-operators'
import type { Document, StoredDocument, Value } from './ejson'
import { copyValue, isDocument, stampServerDates } from './ejson'
import { findPlace, openPlace } from './field-path'
import { compareValues } from './sort-key'

type Operator = (document: Document, path: string, argument: Value) => void

const operators: Readonly<Record<string, Operator>> = {
  $set: (document, path, value) => {
    openPlace(document, path).set(copyValue(value))
  },
  $unset: (document, path) => findPlace(document, path)?.remove(),
  $inc: (document, path, by) => {
    arithmetic(document, path, '$inc', by, 0, (held, step) => held + step)
  },
  $mul: (document, path, by) => {
    arithmetic(document, path, '$mul', by, 0, (held, factor) => held * factor)
  },
  $min: (document, path, value) => {
    keep(document, path, value, (compared) => compared < 0)
  },
  $max: (document, path, value) => {
    keep(document, path, value, (compared) => compared > 0)
  },
  $push: (document, path, value) => {
    push(openPlace(document, path), value)
  },
  $addToSet: (document, path, value) => {
    addToSet(openPlace(document, path), value)
  },
  $pop: (document, path, value) => {
    pop(findPlace(document, path), value)
  },
  $pull: (document, path, value) => {
    pull(findPlace(document, path), value)
  },
  $pullAll: (document, path, value) => {
    pullAll(findPlace(document, path), value)
  },
  $rename: rename,
}

/** A merging update, as the SDK sends it: `{"$set": {"o.k": …}, "$inc": …}`. The document itself is left alone. */
export function applyUpdate(before: StoredDocument, update: Document, now: number): StoredDocument {
  const stamped = stampServerDates(update, now)
  if (!isDocument(stamped)) throw new CloudFault('INVALID_PARAM', 'an update must be an object')
  const plain = Object.keys(stamped).every((key) => !key.startsWith('$'))
  const steps = readSteps(plain ? { $set: stamped } : stamped)
  refuseOverlap(
    steps.flatMap(({ operator, path, argument }) =>
      operator === '$rename' && typeof argument === 'string' ? [path, argument] : [path],
    ),
  )
  const after = copyValue(before)
  for (const { operator, path, argument } of steps) operators[operator]?.(after, path, argument)
  if (after._id !== before._id)
    throw new CloudFault('DATABASE_REQUEST_FAILED', 'the field _id cannot be changed')
  return after
}

/** `set()` replaces everything but the `_id`. */
export function replacement(id: string, data: Document, now: number): StoredDocument {
  if (Object.keys(data).some((key) => key.startsWith('$')))
    throw new CloudFault('DATABASE_INVALID_OPERRATOR', 'set() takes no update operators')
  return newDocument({ ...data, _id: id }, now)
}

/** A document about to be stored, with its server dates filled in. */
export function newDocument(data: Document & { _id: string }, now: number): StoredDocument {
  return { ...(stampServerDates(data, now) as Document), _id: data._id }
}

function readSteps(update: Document): { operator: string; path: string; argument: Value }[] {
  return Object.entries(update).flatMap(([operator, fields]) => {
    if (!Object.hasOwn(operators, operator))
      throw new CloudFault('DATABASE_INVALID_OPERRATOR', `unknown update operator ${operator}`)
    if (!isDocument(fields)) throw new CloudFault('INVALID_PARAM', `${operator} expects an object`)
    return Object.entries(fields).map(([path, argument]) => ({ operator, path, argument }))
  })
}

function refuseOverlap(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const path of sorted) {
    const clash =
      sorted.some((other) => other.startsWith(`${path}.`)) ||
      sorted.indexOf(path) !== sorted.lastIndexOf(path)
    if (clash)
      throw new CloudFault(
        'DATABASE_REQUEST_FAILED',
        `Updating the path '${path}' would create a conflict at '${path}'`,
      )
  }
}

function arithmetic(
  document: Document,
  path: string,
  operator: string,
  by: Value,
  missing: number,
  compute: (held: number, by: number) => number,
): void {
  const place = openPlace(document, path)
  const held = place.get()
  if (typeof by !== 'number') throw new CloudFault('DATABASE_REQUEST_FAILED', `${operator} expects a number`)
  if (held !== undefined && typeof held !== 'number')
    throw new CloudFault(
      'DATABASE_REQUEST_FAILED',
      `Cannot apply ${operator} to a value of non-numeric type: field '${path}'`,
    )
  // integers have no -0 in MongoDB
  place.set(compute(held ?? missing, by) + 0)
}

function keep(document: Document, path: string, value: Value, wins: (compared: number) => boolean): void {
  const place = openPlace(document, path)
  const held = place.get()
  if (held === undefined || wins(compareValues(value, held))) place.set(value)
}
