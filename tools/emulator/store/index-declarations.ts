import { readFileSync } from 'node:fs'
import type { IndexDefinition, IndexField } from '../engine/index-keys'

/** What `--indexes` declares: `{"items": [{"name": "city_price", "fields": ["city", "price:desc"], "unique": false}]}`. */
export interface IndexDeclaration {
  readonly name: string
  readonly fields: readonly string[]
  readonly unique?: boolean
}
export type IndexDeclarations = Readonly<Record<string, readonly IndexDeclaration[]>>

const MAX_INDEXES = 20

export function readIndexFile(file: string): IndexDeclarations {
  const declarations = JSON.parse(readFileSync(file, 'utf8')) as IndexDeclarations
  checkDeclarations(declarations)
  return declarations
}

export function checkDeclarations(declarations: IndexDeclarations): void {
  for (const [collection, indexes] of Object.entries(declarations)) {
    if (!Array.isArray(indexes)) throw new Error(`indexes of ${collection}: a list was expected`)
    if (indexes.length > MAX_INDEXES)
      throw new Error(`indexes of ${collection}: at most ${String(MAX_INDEXES)} are allowed`)
    for (const index of indexes as readonly IndexDeclaration[]) {
      if (typeof index.name !== 'string' || !Array.isArray(index.fields) || index.fields.length === 0)
        throw new Error(`indexes of ${collection}: each needs a name and fields`)
      checkFields(collection, index)
    }
    const names = indexes.map(({ name }: IndexDeclaration) => name)
    if (new Set(names).size < names.length) throw new Error(`indexes of ${collection}: a name is used twice`)
  }
}

function checkFields(collection: string, { name, fields, unique }: IndexDeclaration): void {
  const geo = fields.map(readField).filter((field) => field.geo === true)
  if (geo.length > 1) throw new Error(`indexes of ${collection}: ${name} may have one geo field`)
  if (geo.length > 0 && unique === true)
    throw new Error(`indexes of ${collection}: ${name} has a geo field and cannot be unique`)
}

export const definitionOf = ({ name, fields, unique = false }: IndexDeclaration): IndexDefinition => ({
  name,
  unique,
  fields: fields.map(readField),
})

function readField(declared: string): IndexField {
  const [path = '', kind = 'asc'] = declared.split(':')
  if (path === '' || path.split('.').some((step) => step === '' || /^\d+$/.test(step)))
    throw new Error(`index field "${declared}" cannot be indexed`)
  if (kind === 'geo') return { path, descending: false, geo: true }
  if (kind !== 'asc' && kind !== 'desc')
    throw new Error(`index field "${declared}": asc, desc or geo was expected`)
  return { path, descending: kind === 'desc' }
}
