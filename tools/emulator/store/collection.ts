import { CloudFault } from '../fault'
import { idKey } from '../engine/document-id'
import type { StoredDocument } from '../engine/ejson'
import { decodeEjson, encodeEjson } from '../engine/ejson'
import type { IndexDefinition } from '../engine/index-keys'
import { indexRows } from '../engine/index-keys'
import type { KeyRange } from '../engine/index-scan'
import type { IdRange } from '../engine/planner'
import type { Prefilter } from '../engine/prefilter'
import type { Sqlite, SqlRow } from './sqlite'
import { bytesOf, numberOf, textOf } from './sqlite'

export interface StoredIndex {
  readonly id: number
  readonly definition: IndexDefinition
  multikey: boolean[]
}
/** A document as stored, `id` being the key of its `_id`: `text` is its canonical EJSON, `version` the write that made it. */
export interface Row {
  readonly id: string
  readonly text: string
  readonly version: number
}
export interface IndexRow {
  readonly key: Buffer
  readonly id: string
}

interface NewRows {
  readonly index: StoredIndex
  readonly id: string
  readonly rows: readonly Buffer[]
  readonly multikey: readonly boolean[]
}

export const documentOf = (row: Row): StoredDocument => decodeEjson(row.text) as StoredDocument

/** One collection's tables: documents in `c<n>`, each index in `i<n>` with memcomparable keys. */
export class Collection {
  readonly id: number
  readonly name: string
  readonly indexes: StoredIndex[] = []
  readonly #db: Sqlite

  constructor(db: Sqlite, id: number, name: string) {
    this.#db = db
    this.id = id
    this.name = name
  }

  get table(): string {
    return `c${String(this.id)}`
  }

  find(id: string, db: Sqlite = this.#db): Row | undefined {
    const row = db.get(`SELECT id, version, doc FROM ${this.table} WHERE id = ?`, id)
    return row && rowOf(row)
  }

  *scan(): Generator<Row> {
    for (const { row } of this.scanRows(undefined)) yield row
  }

  /** All documents in the order in which they were first written, or those the filter lets through. */
  *scanRows(filter: Prefilter | undefined): Generator<{ row: Row; seq: number }> {
    const where = filter === undefined ? '' : `WHERE ${filter.sql}`
    const sql = `SELECT seq, id, version, doc FROM ${this.table} ${where} ORDER BY seq`
    for (const row of this.#db.stream(sql, ...(filter?.values ?? [])))
      yield { row: rowOf(row), seq: numberOf(row['seq']) }
  }

  /** How many documents a scan has passed by; all of them when it came to its end. */
  countUpTo(seq: number | undefined): number {
    const counted =
      seq === undefined
        ? this.#db.get(`SELECT count(*) AS n FROM ${this.table}`)
        : this.#db.get(`SELECT count(*) AS n FROM ${this.table} WHERE seq <= ?`, seq)
    return numberOf(counted?.['n'])
  }

  *scanIds({ lower, upper }: IdRange, reverse: boolean): Generator<Row> {
    const conditions = [
      ...(lower ? [`id ${lower.inclusive ? '>=' : '>'} ?`] : []),
      ...(upper ? [`id ${upper.inclusive ? '<=' : '<'} ?`] : []),
    ]
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
    const values = [...(lower ? [lower.value] : []), ...(upper ? [upper.value] : [])]
    const sql = `SELECT id, version, doc FROM ${this.table} ${where} ORDER BY id ${reverse ? 'DESC' : 'ASC'}`
    for (const row of this.#db.stream(sql, ...values)) yield rowOf(row)
  }

  *scanIndex(
    index: StoredIndex,
    range: Pick<KeyRange, 'from' | 'to'>,
    reverse: boolean,
  ): Generator<IndexRow> {
    const way = reverse ? 'DESC' : 'ASC'
    const upper = range.to === undefined ? '' : 'AND key < ?'
    const sql = `SELECT key, id FROM i${String(index.id)} WHERE key >= ? ${upper} ORDER BY key ${way}, id ${way}`
    for (const row of this.#db.stream(sql, range.from, ...(range.to ? [range.to] : [])))
      yield { key: bytesOf(row['key']), id: textOf(row['id']) }
  }

  /** The rows of a short range at once: no statement is prepared for it. */
  rowsIn(index: StoredIndex, { from, to }: { from: Buffer; to: Buffer }): IndexRow[] {
    return this.#db
      .all(`SELECT key, id FROM i${String(index.id)} WHERE key >= ? AND key < ?`, from, to)
      .map((row) => ({ key: bytesOf(row['key']), id: textOf(row['id']) }))
  }

  /**
   * Replaces `before` by `after` (either may be absent) with all index rows. Runs inside a write transaction;
   * a document that is refused leaves nothing behind.
   */
  write(before: Row | undefined, after: StoredDocument | undefined, version: number): void {
    const indexed = after === undefined ? [] : this.indexes.map((index) => this.#rowsFor(index, after))
    if (before !== undefined) this.unindex(before)
    if (after !== undefined) {
      const text = encodeEjson(after)
      if (before === undefined)
        this.#db.run(
          `INSERT INTO ${this.table} (id, version, doc) VALUES (?, ?, ?)`,
          idKey(after._id),
          version,
          text,
        )
      else
        this.#db.run(
          `UPDATE ${this.table} SET version = ?, doc = ? WHERE id = ?`,
          version,
          text,
          idKey(after._id),
        )
      for (const rows of indexed) this.#insert(rows)
    } else if (before !== undefined) this.#db.run(`DELETE FROM ${this.table} WHERE id = ?`, before.id)
  }

  indexDocument(index: StoredIndex, document: StoredDocument): void {
    this.#insert(this.#rowsFor(index, document))
  }

  #rowsFor(index: StoredIndex, document: StoredDocument): NewRows {
    const { rows, multikey } = indexRows(document, index.definition)
    const id = idKey(document._id)
    if (index.definition.unique) for (const key of rows) this.#refuseDuplicate(index, key, id)
    return { index, id, rows, multikey }
  }

  #insert({ index, id, rows, multikey }: NewRows): void {
    for (const key of rows) this.#db.run(`INSERT INTO i${String(index.id)} (key, id) VALUES (?, ?)`, key, id)
    if (multikey.some((crosses, at) => crosses && index.multikey[at] !== true)) {
      index.multikey = multikey.map((crosses, at) => crosses || index.multikey[at] === true)
      this.#db.run('UPDATE indexes SET multikey = ? WHERE id = ?', JSON.stringify(index.multikey), index.id)
    }
  }

  /** The other document that holds this key of a unique index. */
  holder(index: StoredIndex, key: Buffer, id: string): string | undefined {
    const other = this.#db.get(
      `SELECT id FROM i${String(index.id)} WHERE key = ? AND id <> ? LIMIT 1`,
      key,
      id,
    )
    return other && textOf(other['id'])
  }

  #refuseDuplicate(index: StoredIndex, key: Buffer, id: string): void {
    if (this.holder(index, key, id) !== undefined) throw duplicateKey(this.name, index.definition.name)
  }

  /** Frees the keys of a document that is about to be written, so that documents can exchange unique values. */
  unindex(before: Row): void {
    const document = documentOf(before)
    for (const index of this.indexes) {
      for (const key of indexRows(document, index.definition).rows)
        this.#db.run(`DELETE FROM i${String(index.id)} WHERE key = ? AND id = ?`, key, idKey(document._id))
    }
  }
}

export const duplicateKey = (collection: string, index: string): CloudFault =>
  new CloudFault(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] E11000 duplicate key error collection: ${collection} index: ${index} dup key`,
  )

const rowOf = (row: SqlRow): Row => ({
  id: textOf(row['id']),
  text: textOf(row['doc']),
  version: numberOf(row['version']),
})
