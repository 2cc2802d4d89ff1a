import { CloudFault } from '../fault'
import { addToSet, pop, pull, pullAll, push, rename } from './array-operators'
import type { Document, DocumentId, StoredDocument, Value } from './ejson'
import { copyValue, isDocument, stampServerDates } from './ejson'
import { findPlace, openPlace, viablePlace } from './field-path'
import { expandPath } from './positional'
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
    pop(viablePlace(document, path), value)
  },
  $pull: (document, path, value) => {
    pull(viablePlace(document, path), value)
  },
  $pullAll: (document, path, value) => {
    pullAll(viablePlace(document, path), value)
  },
  $rename: rename,
  $bit: (document, path, argument) => {
    bit(document, path, argument)
  },
}

/**
 * A merging update, as the SDK sends it: `{"$set": {"o.k": …}, "$inc": …}`. The document itself is left alone.
 * The query that found the document says which element `$` stands for.
 */
export function applyUpdate(
  before: StoredDocument,
  update: Document,
  now: number,
  query: Document = {},
): StoredDocument {
  const stamped = stampServerDates(update, now)
  if (!isDocument(stamped)) throw new CloudFault('INVALID_PARAM', 'an update must be an object')
  const plain = Object.keys(stamped).every((key) => !key.startsWith('$'))
  const steps = readSteps(plain ? { $set: stamped } : stamped).flatMap(({ operator, path, argument }) =>
    expandPath(before, path, query).map((expanded) => ({ operator, path: expanded, argument })),
  )
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
export function replacement(id: DocumentId, data: Document, now: number): StoredDocument {
  if (Object.keys(data).some((key) => key.startsWith('$')))
    throw new CloudFault('DATABASE_INVALID_OPERRATOR', 'set() takes no update operators')
  const document = newDocument({ ...data, _id: id }, now)
  replacements.add(document)
  return document
}

const replacements = new WeakSet<StoredDocument>()

/** Was the document written whole by `set()`? A watch tells a replacement from an update. */
export const isReplacement = (document: StoredDocument): boolean => replacements.has(document)

/** A document about to be stored, with its server dates filled in. */
export function newDocument(data: Document & { _id: DocumentId }, now: number): StoredDocument {
  const dollar = Object.keys(data).find((field) => field.startsWith('$'))
  if (dollar !== undefined)
    throw new CloudFault('DATABASE_REQUEST_FAILED', `Document can't have $ prefixed field names: ${dollar}`)
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
  if (paths.length < 2) return
  const written = new Set<string>()
  for (const path of paths) {
    if (written.has(path)) throw overlap(path)
    written.add(path)
  }
  for (const path of paths) {
    for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1))
      if (written.has(path.slice(0, dot))) throw overlap(path.slice(0, dot))
  }
}

const overlap = (path: string): CloudFault =>
  new CloudFault(
    'DATABASE_REQUEST_FAILED',
    `Updating the path '${path}' would create a conflict at '${path}'`,
  )

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

const bitwise: Readonly<Record<string, (held: bigint, by: bigint) => bigint>> = {
  and: (held, by) => held & by,
  or: (held, by) => held | by,
  xor: (held, by) => held ^ by,
}

function bit(document: Document, path: string, argument: Value): void {
  const place = openPlace(document, path)
  const steps = isDocument(argument) ? Object.entries(argument) : []
  if (steps.length === 0)
    throw new CloudFault('DATABASE_REQUEST_FAILED', '$bit expects {and|or|xor: integer}')
  const before = place.get()
  let held = before === undefined ? 0 : before
  for (const [name, by] of steps) {
    const compute = Object.hasOwn(bitwise, name) ? bitwise[name] : undefined
    if (compute === undefined || !Number.isInteger(by) || !Number.isInteger(held))
      throw new CloudFault('DATABASE_REQUEST_FAILED', `Cannot apply $bit to '${path}': integers only`)
    held = Number(compute(BigInt(held as number), BigInt(by as number)))
  }
  place.set(held)
}
