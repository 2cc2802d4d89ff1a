import { CloudFault } from '../fault'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'
import { fieldValues } from './field-values'
import { areDeepest, shapeKeys } from './geo/cells'
import { readShape } from './geo/shape'
import { descending, EMPTY_ARRAY_KEY, sortKey } from './sort-key'

export interface IndexField {
  readonly path: string
  readonly descending: boolean
  /** A geo field is kept by the cells of the globe its geometry touches. */
  readonly geo?: true
}
export interface IndexDefinition {
  readonly name: string
  readonly fields: readonly IndexField[]
  readonly unique: boolean
}

/** The keys of one field of one document, ascending; several when the path crosses an array (multikey). */
export interface FieldKeys {
  readonly keys: readonly Buffer[]
  readonly crossesArray: boolean
}

export function fieldKeys(document: Document, path: string): FieldKeys {
  const found: Buffer[] = []
  const crossesArray = collect(document, path.split('.'), 0, found)
  return { keys: distinct(found), crossesArray }
}

/** Every row this document has in the index, and which fields crossed an array. */
export function indexRows(
  document: Document,
  index: IndexDefinition,
): { rows: Buffer[]; multikey: boolean[] } {
  const fields = index.fields.map((field) =>
    field.geo === true ? geoKeys(document, field.path) : fieldKeys(document, field.path),
  )
  if (fields.filter(({ keys }, at) => keys.length > 1 && index.fields[at]?.geo !== true).length > 1) {
    throw new CloudFault('DATABASE_REQUEST_FAILED', `cannot index parallel arrays: index ${index.name}`)
  }
  let rows: Buffer[] = [Buffer.alloc(0)]
  fields.forEach(({ keys }, at) => {
    const turned = index.fields[at]?.descending === true ? keys.map(descending) : keys
    rows = rows.flatMap((row) => turned.map((key) => Buffer.concat([row, key])))
  })
  return { rows, multikey: fields.map(({ crossesArray }) => crossesArray) }
}

/**
 * Crossing an array means here that a document has several rows or a row for more than a place.
 * A document without a geometry has no row: a geo index is sparse, as MongoDB's 2dsphere is.
 */
function geoKeys(document: Document, path: string): FieldKeys {
  const values = fieldValues(document, path).filter((value) => value !== null)
  const keys = values.flatMap((value) => {
    const shape = readShape(value)
    if (typeof shape === 'string')
      throw new CloudFault(
        'DATABASE_REQUEST_FAILED',
        `Can't extract geo keys from the field ${path}: ${shape}`,
      )
    return shapeKeys(shape)
  })
  return { keys: distinct(keys), crossesArray: keys.length > 1 || !areDeepest(keys) }
}

function collect(value: Value | undefined, path: readonly string[], at: number, found: Buffer[]): boolean {
  const step = path[at]
  if (step === undefined) return collectEnd(value, found)
  if (Array.isArray(value)) {
    if (value.length === 0) found.push(EMPTY_ARRAY_KEY)
    for (const inner of value) {
      if (isDocument(inner) || Array.isArray(inner)) collect(inner, path, at, found)
      else found.push(sortKey(null))
    }
    return true
  }
  return collect(
    isDocument(value) && Object.hasOwn(value, step) ? value[step] : undefined,
    path,
    at + 1,
    found,
  )
}

function collectEnd(value: Value | undefined, found: Buffer[]): boolean {
  if (!Array.isArray(value)) {
    found.push(sortKey(value ?? null))
    return false
  }
  if (value.length === 0) found.push(EMPTY_ARRAY_KEY)
  for (const inner of value) found.push(sortKey(inner))
  return true
}

function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys
  keys.sort((a, b) => Buffer.compare(a, b))
  return keys.filter((key, at) => at === 0 || !key.equals(keys[at - 1] ?? Buffer.alloc(0)))
}
