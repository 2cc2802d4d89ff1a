import { DatabaseSync as PrebuiltDatabase } from '@photostructure/sqlite'

export type SqlValue = string | number | Uint8Array | null
export type SqlRow = Readonly<Record<string, SqlValue>>

interface Statement {
  run(...values: SqlValue[]): unknown
  get(...values: SqlValue[]): unknown
  all(...values: SqlValue[]): unknown[]
  iterate(...values: SqlValue[]): Iterable<unknown>
}
interface Connection {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

/** Node 20 has no node:sqlite; @photostructure/sqlite is the same code with the same API, prebuilt. */
function connect(file: string): Connection {
  const native = 'getBuiltinModule' in process ? process.getBuiltinModule('node:sqlite') : undefined
  const Database: new (file: string) => Connection = native?.DatabaseSync ?? PrebuiltDatabase
  return new Database(file)
}

/** One connection with its statements kept prepared. */
export class Sqlite {
  readonly #connection: Connection
  readonly #statements = new Map<string, Statement>()

  constructor(file: string) {
    this.#connection = connect(file)
    this.#connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
    const synchronous = this.get('PRAGMA synchronous')?.['synchronous']
    if (synchronous !== 2)
      throw new Error(`SQLite must run with synchronous = FULL (2), it reads ${String(synchronous)}`)
  }

  exec(sql: string): void {
    this.#connection.exec(sql)
  }

  run(sql: string, ...values: SqlValue[]): void {
    this.#prepared(sql).run(...values)
  }

  get(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.#prepared(sql).get(...values) as SqlRow | undefined
  }

  all(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.#prepared(sql).all(...values) as SqlRow[]
  }

  /** Streams rows; prepared anew, so that two streams of the same statement don't disturb each other. */
  stream(sql: string, ...values: SqlValue[]): Iterable<SqlRow> {
    return this.#connection.prepare(sql).iterate(...values) as Iterable<SqlRow>
  }

  /** Runs the work in one write transaction; returns after COMMIT reached the disk. */
  transact<T>(work: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#connection.exec('COMMIT')
      return result
    } catch (error) {
      this.#connection.exec('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    this.#connection.close()
  }

  #prepared(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#connection.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

export const textOf = (value: SqlValue | undefined): string => (typeof value === 'string' ? value : '')
export const numberOf = (value: SqlValue | undefined): number => (typeof value === 'number' ? value : 0)
export const bytesOf = (value: SqlValue | undefined): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0)
