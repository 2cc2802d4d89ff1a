import { idKey } from '../engine/document-id'
import { indexRows } from '../engine/index-keys'
import type { Collection, StoredIndex } from './collection'
import { documentOf } from './collection'
import type { Environment } from './environment'
import { numberOf } from './sqlite'

export interface Verification {
  readonly ok: boolean
  readonly documents: number
  readonly indexRows: number
  readonly problems: readonly string[]
}

/** Compares every index table, geo indexes too, with what the documents imply. */
export function verifyIndexes(environment: Environment): Verification {
  let documents = 0
  let rows = 0
  const problems: string[] = []
  for (const collection of environment.collections()) {
    for (const row of collection.scan()) {
      documents++
      if (idKey(documentOf(row)._id) !== row.id)
        problems.push(`${collection.name}: the document at ${row.id} has another _id`)
    }
    for (const index of collection.indexes) {
      rows += numberOf(environment.db.get(`SELECT count(*) AS n FROM i${String(index.id)}`)?.['n'])
      problems.push(...verifyIndex(collection, index))
    }
  }
  const integrity = environment.db.get('PRAGMA integrity_check')?.['integrity_check']
  if (integrity !== 'ok') problems.push(`integrity_check: ${String(integrity)}`)
  return { ok: problems.length === 0, documents, indexRows: rows, problems }
}

function verifyIndex(collection: Collection, index: StoredIndex): string[] {
  const where = `${collection.name}.${index.definition.name}`
  const expected = new Set<string>()
  for (const row of collection.scan()) {
    for (const key of indexRows(documentOf(row), index.definition).rows)
      expected.add(`${key.toString('hex')} ${row.id}`)
  }
  const problems: string[] = []
  let previous: Buffer | undefined
  for (const { key, id } of collection.scanIndex(index, { from: Buffer.alloc(0), to: undefined }, false)) {
    if (!expected.delete(`${key.toString('hex')} ${id}`))
      problems.push(`${where}: a row of ${id} that no document implies`)
    if (index.definition.unique && previous?.equals(key) === true)
      problems.push(`${where}: ${id} breaks uniqueness`)
    previous = key
  }
  for (const missing of expected) problems.push(`${where}: the row ${missing} is missing`)
  return problems
}
