import { CloudFault } from '../fault'
import { idKey } from '../engine/document-id'
import type { StoredDocument } from '../engine/ejson'
import type { IndexDefinition } from '../engine/index-keys'
import type { Row, StoredIndex } from './collection'
import { Collection, documentOf } from './collection'
import type { IndexDeclarations } from './index-declarations'
import { definitionOf } from './index-declarations'
import { numberOf, Sqlite, textOf } from './sqlite'
import type { Transaction } from './transaction'
import { Transactions } from './transaction'

export interface Change {
  readonly collection: string
  readonly id: string
  readonly before: Row | undefined
  readonly after: StoredDocument | undefined
}
export type CommitListener = (changes: readonly Change[]) => void

/** A write met a document that a transaction holds; it may be tried again when that transaction has ended. */
export class DocumentLocked extends Error {
  readonly holder: Transaction

  constructor(holder: Transaction) {
    super('the document is locked by a transaction')
    this.holder = holder
  }
}

const schema = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, definition TEXT NOT NULL, multikey TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, blob TEXT NOT NULL, size INTEGER NOT NULL, owner TEXT, at INTEGER NOT NULL) WITHOUT ROWID;
`

/** One environment: one database file with its collections, running transactions and commit listeners. */
export class Environment {
  readonly name: string
  readonly db: Sqlite
  readonly file: string
  readonly transactions: Transactions
  readonly #collections = new Map<string, Collection>()
  readonly #listeners = new Set<CommitListener>()
  #version = Date.now() * 1024

  constructor(name: string, file: string, declarations: IndexDeclarations, transactionMs?: number) {
    this.name = name
    this.file = file
    this.db = new Sqlite(file)
    try {
      this.#open(declarations)
    } catch (error) {
      this.db.close()
      throw error
    }
    this.transactions = new Transactions(this, transactionMs)
  }

  collection(name: string): Collection {
    const collection = this.#collections.get(name)
    if (collection === undefined)
      throw new CloudFault(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}`,
      )
    return collection
  }

  collections(): Collection[] {
    return [...this.#collections.values()]
  }

  addCollection(name: string): void {
    if (this.#collections.has(name))
      throw new CloudFault('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}`)
    this.db.transact(() => this.#create(name))
  }

  /** One durable write transaction; listeners hear of it after COMMIT. `by` may write what it has locked itself. */
  change<T>(
    work: (
      write: (collection: Collection, before: Row | undefined, after: StoredDocument | undefined) => void,
    ) => T,
    by?: Transaction,
  ): T {
    const changes: Change[] = []
    let result: T
    try {
      result = this.db.transact(() =>
        work((collection, before, after) => {
          const id = before?.id ?? (after === undefined ? '' : idKey(after._id))
          const holder = this.transactions.holder(collection, id)
          if (holder !== undefined && holder !== by) throw new DocumentLocked(holder)
          collection.write(before, after, ++this.#version)
          changes.push({ collection: collection.name, id, before, after })
        }),
      )
    } catch (error) {
      this.#reloadMultikey()
      throw error
    }
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes)
    return result
  }

  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.transactions.close()
    this.db.close()
  }

  #open(declarations: IndexDeclarations): void {
    this.db.exec(schema)
    this.#load()
    this.db.transact(() => {
      for (const [collection, indexes] of Object.entries(declarations)) {
        this.#declare(
          this.#collections.get(collection) ?? this.#create(collection),
          indexes.map(definitionOf),
        )
      }
    })
  }

  #load(): void {
    for (const row of this.db.all('SELECT id, name FROM collections')) {
      const collection = new Collection(this.db, numberOf(row['id']), textOf(row['name']))
      this.#collections.set(collection.name, collection)
      for (const index of this.db.all(
        'SELECT id, definition, multikey FROM indexes WHERE collection = ?',
        collection.id,
      )) {
        const definition = JSON.parse(textOf(index['definition'])) as IndexDefinition
        collection.indexes.push({
          id: numberOf(index['id']),
          definition,
          multikey: JSON.parse(textOf(index['multikey'])) as boolean[],
        })
      }
    }
  }

  #create(name: string): Collection {
    if (!/^[A-Za-z0-9_][\w.-]{0,63}$/.test(name))
      throw new CloudFault('INVALID_PARAM', `collection name ${name} is not allowed`)
    this.db.run('INSERT INTO collections (name) VALUES (?)', name)
    const id = numberOf(this.db.get('SELECT id FROM collections WHERE name = ?', name)?.['id'])
    const collection = new Collection(this.db, id, name)
    this.db.exec(
      `CREATE TABLE ${collection.table} (seq INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, version INTEGER NOT NULL, doc TEXT NOT NULL)`,
    )
    this.#collections.set(name, collection)
    return collection
  }

  /** Brings a collection's indexes to what is declared: others are dropped, new or changed ones built. */
  #declare(collection: Collection, declared: readonly IndexDefinition[]): void {
    const wanted = new Map(declared.map((definition) => [JSON.stringify(definition), definition]))
    for (const index of [...collection.indexes]) {
      if (wanted.delete(JSON.stringify(index.definition))) continue
      this.db.exec(`DROP TABLE i${String(index.id)}`)
      this.db.run('DELETE FROM indexes WHERE id = ?', index.id)
      collection.indexes.splice(collection.indexes.indexOf(index), 1)
    }
    for (const definition of wanted.values()) this.#buildIndex(collection, definition)
  }

  #buildIndex(collection: Collection, definition: IndexDefinition): void {
    const multikey = definition.fields.map(() => false)
    this.db.run(
      'INSERT INTO indexes (collection, definition, multikey) VALUES (?, ?, ?)',
      collection.id,
      JSON.stringify(definition),
      JSON.stringify(multikey),
    )
    const id = numberOf(this.db.get('SELECT max(id) AS id FROM indexes')?.['id'])
    this.db.exec(
      `CREATE TABLE i${String(id)} (key BLOB NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID`,
    )
    const index: StoredIndex = { id, definition, multikey }
    collection.indexes.push(index)
    for (const row of collection.scan()) collection.indexDocument(index, documentOf(row))
  }

  #reloadMultikey(): void {
    for (const collection of this.#collections.values()) {
      for (const index of collection.indexes) {
        index.multikey = JSON.parse(
          textOf(this.db.get('SELECT multikey FROM indexes WHERE id = ?', index.id)?.['multikey']),
        ) as boolean[]
      }
    }
  }
}
