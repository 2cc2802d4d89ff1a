import { database, DYNAMIC_CURRENT_ENV, init } from 'wx-server-sdk'

init({ env: DYNAMIC_CURRENT_ENV as unknown as string })

/** A stored document: what the store's files write, always with its id. */
export type Stored = { readonly _id: string } & Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, unknown>>

export interface DocumentHandle {
  /** `data` is null where there is no such document (throwOnNotFound: false) */
  get(): Promise<{ readonly data: Stored | null }>
  set(options: { readonly data: Fields }): Promise<unknown>
  update(options: { readonly data: Fields }): Promise<{ readonly stats: { readonly updated: number } }>
  remove(): Promise<unknown>
}

export interface Query {
  orderBy(field: string, order: 'asc' | 'desc'): Query
  limit(most: number): Query
  get(): Promise<{ readonly data: readonly Stored[] }>
  count(): Promise<{ readonly total: number }>
  /** every match, in one write each */
  update(options: { readonly data: Fields }): Promise<{ readonly stats: { readonly updated: number } }>
  remove(): Promise<{ readonly stats: { readonly removed: number } }>
}

export interface Collection extends Query {
  doc(id: string): DocumentHandle
  /** one document, or many at once */
  add(options: { readonly data: Fields | readonly Fields[] }): Promise<unknown>
  where(condition: Fields): Query
}

/** Where documents are read and written: the database, or one transaction over it (there: `doc` and `add` only). */
export interface Documents {
  collection(name: string): Collection
}

export interface Transaction extends Documents {
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

/** The few operators in use; an update merges nested objects unless `set` replaces them. */
export interface Command {
  set(value: unknown): unknown
  inc(by: number): unknown
  max(value: number): unknown
  addToSet(value: unknown): unknown
  /** from an array: what equals the value, or meets the condition */
  pull(value: unknown): unknown
  gt(value: number | string): unknown
  gte(value: number | string): unknown
  lt(value: number | string): unknown
  lte(value: number | string): unknown
  in(values: readonly unknown[]): unknown
}

interface Database extends Documents {
  readonly command: Command
  startTransaction(): Promise<Transaction>
}

const options = { throwOnNotFound: false }

/** The SDK types its results as `any`, `void` and `string` at once; this is the one seam where they get their shape. */
export const db = database(options as object) as unknown as Database
export const command = db.command
