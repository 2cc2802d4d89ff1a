import { randomUUID } from 'node:crypto'
import { CloudFault } from '../fault'
import { idKey } from '../engine/document-id'
import type { StoredDocument } from '../engine/ejson'
import { encodeEjson } from '../engine/ejson'
import { indexRows } from '../engine/index-keys'
import type { Collection, Row } from './collection'
import { duplicateKey } from './collection'
import type { Environment } from './environment'
import { Sqlite } from './sqlite'

const LIFETIME_MS = 30_000
/** Each holds a connection of its own. */
const MAX_RUNNING = 200
const MAX_IDLE = 8

const conflict = (): CloudFault =>
  new CloudFault(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others',
  )
const gone = (): CloudFault =>
  new CloudFault(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, it must be committed or aborted within 30 seconds',
  )

interface PendingWrite {
  readonly collection: Collection
  readonly before: Row | undefined
  readonly after: StoredDocument | undefined
}

/** The running transactions of one environment and the documents they hold. */
export class Transactions {
  readonly #environment: Environment
  readonly #running = new Map<string, Transaction>()
  readonly #locks = new Map<string, Transaction>()
  readonly #idle: Sqlite[] = []

  readonly #lifetimeMs: number

  constructor(environment: Environment, lifetimeMs = LIFETIME_MS) {
    this.#environment = environment
    this.#lifetimeMs = lifetimeMs
  }

  /** `callerEnded` settles when the function that starts it is over: a transaction never outlives that. */
  start(callerEnded?: Promise<void>): Transaction {
    if (this.#running.size >= MAX_RUNNING)
      throw new CloudFault(
        'DATABASE_REQUEST_FAILED',
        `more than ${String(MAX_RUNNING)} transactions are open: commit or abort some first`,
      )
    const snapshot = this.#idle.pop() ?? new Sqlite(this.#environment.file)
    snapshot.exec('BEGIN')
    snapshot.get('SELECT count(*) FROM collections')
    const transaction = new Transaction(this.#environment, this, snapshot, this.#lifetimeMs)
    this.#running.set(transaction.id, transaction)
    void callerEnded?.then(() => {
      transaction.abort()
    })
    return transaction
  }

  get(id: string): Transaction {
    const transaction = this.#running.get(id)
    if (transaction === undefined) throw gone()
    return transaction
  }

  holder(collection: Collection, id: string): Transaction | undefined {
    return this.#locks.get(keyOf(collection, id))
  }

  lock(collection: Collection, id: string, transaction: Transaction): void {
    this.#locks.set(keyOf(collection, id), transaction)
  }

  release(transaction: Transaction, snapshot: Sqlite): void {
    this.#running.delete(transaction.id)
    for (const [key, holder] of this.#locks) if (holder === transaction) this.#locks.delete(key)
    snapshot.exec('ROLLBACK')
    if (this.#idle.length < MAX_IDLE) this.#idle.push(snapshot)
    else snapshot.close()
  }

  close(): void {
    for (const transaction of [...this.#running.values()]) transaction.abort()
    for (const snapshot of this.#idle) snapshot.close()
  }
}

const keyOf = (collection: Collection, id: string): string => `${collection.name}/${id}`

/** Reads see the store as of the start; the first write of a document locks it until the end. */
export class Transaction {
  readonly id = randomUUID()
  readonly ended: Promise<void>
  readonly #environment: Environment
  readonly #all: Transactions
  readonly #snapshot: Sqlite
  readonly #lastCollection: number
  readonly #writes = new Map<string, PendingWrite>()
  readonly #expiry: NodeJS.Timeout
  #announceEnd: () => void = () => undefined
  #over = false

  constructor(environment: Environment, all: Transactions, snapshot: Sqlite, lifetimeMs: number) {
    this.#environment = environment
    this.#all = all
    this.#snapshot = snapshot
    this.#lastCollection = Math.max(0, ...environment.collections().map(({ id }) => id))
    this.ended = new Promise((resolve) => (this.#announceEnd = resolve))
    this.#expiry = setTimeout(() => {
      this.abort()
    }, lifetimeMs)
    this.#expiry.unref()
  }

  find(collection: Collection, id: string): Row | undefined {
    const pending = this.#writes.get(keyOf(collection, id))
    if (pending === undefined) return this.#asOfStart(collection, id)
    return pending.after && { id, text: encodeEjson(pending.after), version: 0 }
  }

  /** On a conflict the whole transaction is aborted, as MongoDB does. */
  write(collection: Collection, id: string, after: StoredDocument | undefined): void {
    const key = keyOf(collection, id)
    const pending = this.#writes.get(key)
    const before = pending === undefined ? collection.find(id) : pending.before
    if (pending === undefined) {
      const holder = this.#all.holder(collection, id)
      if (holder !== undefined || before?.version !== this.#asOfStart(collection, id)?.version) {
        this.abort()
        throw conflict()
      }
    }
    if (after !== undefined) this.#refuseDuplicates(collection, after)
    this.#all.lock(collection, id, this)
    this.#writes.set(key, { collection, before, after })
  }

  commit(): void {
    try {
      this.#environment.change((write) => {
        const writes = [...this.#writes.values()]
        for (const { collection, before } of writes) if (before !== undefined) collection.unindex(before)
        for (const { collection, before, after } of writes) write(collection, before, after)
      }, this)
    } catch (error) {
      throw error instanceof CloudFault && error.code === 'DATABASE_REQUEST_FAILED' ? conflict() : error
    } finally {
      this.#end()
    }
  }

  abort(): void {
    this.#end()
  }

  #end(): void {
    if (this.#over) return
    this.#over = true
    clearTimeout(this.#expiry)
    this.#all.release(this, this.#snapshot)
    this.#announceEnd()
  }

  #asOfStart(collection: Collection, id: string): Row | undefined {
    return collection.id > this.#lastCollection ? undefined : collection.find(id, this.#snapshot)
  }

  #refuseDuplicates(collection: Collection, after: StoredDocument): void {
    for (const index of collection.indexes.filter(({ definition }) => definition.unique)) {
      for (const key of indexRows(after, index.definition).rows) {
        const stored = collection.holder(index, key, idKey(after._id))
        const freed = stored !== undefined && this.#writes.has(keyOf(collection, stored))
        if (
          (stored !== undefined && !freed) ||
          this.#pendingHolds(collection, index.definition.name, key, idKey(after._id))
        )
          throw duplicateKey(collection.name, index.definition.name)
      }
    }
  }

  #pendingHolds(collection: Collection, name: string, key: Buffer, id: string): boolean {
    const index = collection.indexes.find(({ definition }) => definition.name === name)
    return [...this.#writes.values()].some(
      ({ collection: owner, after }) =>
        index !== undefined &&
        owner === collection &&
        after !== undefined &&
        idKey(after._id) !== id &&
        indexRows(after, index.definition).rows.some((row) => row.equals(key)),
    )
  }
}
