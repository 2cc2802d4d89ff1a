/** The part of wx-server-sdk that the cases use; its own typings (4.0.2) mix callbacks into every result. */
export type Data = Record<string, unknown>

export interface Stats {
  readonly stats: { readonly updated: number; readonly created?: number; readonly removed?: number }
}

export interface DocumentReference {
  field(fields: Data): DocumentReference
  get(): Promise<{ data: Data | null }>
  set(to: { data: Data }): Promise<{ _id: string } & Stats>
  update(by: { data: Data }): Promise<Stats>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Query {
  where(query: unknown): Query
  orderBy(path: string, way: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(fields: Data): Query
  get(): Promise<{ data: Data[] }>
  count(): Promise<{ total: number }>
  update(by: { data: Data; multi?: boolean }): Promise<Stats>
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>
}

type StageName =
  | ('addFields' | 'bucket' | 'bucketAuto' | 'count' | 'geoNear' | 'group' | 'limit' | 'lookup' | 'match')
  | ('project' | 'replaceRoot' | 'sample' | 'skip' | 'sort' | 'sortByCount' | 'unwind')
export type Pipeline = Readonly<Record<StageName, (value: unknown) => Pipeline>> & {
  end(): Promise<{ list: Data[] }>
  /** The stages as a list, for the pipeline of a `lookup`. */
  done(): unknown[]
}

export interface Collection extends Query {
  doc(id: string): DocumentReference
  add(what: { data: Data | readonly Data[] }): Promise<{ _id: string; _ids?: string[] }>
  aggregate(): Pipeline
}

export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

type QueryName =
  | ('eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'exists' | 'size' | 'mod' | 'all')
  | ('elemMatch' | 'and' | 'or' | 'nor' | 'not' | 'geoNear' | 'geoWithin' | 'geoIntersects')
type UpdateName =
  | ('set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'bit' | 'push' | 'pop' | 'shift' | 'unshift')
  | ('pull' | 'pullAll' | 'addToSet' | 'rename')
type ChainName = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'and' | 'or'

export type Condition = Readonly<Record<ChainName, (...values: unknown[]) => Condition>>
type ExpressionName =
  | (
      | 'abs'
      | 'add'
      | 'ceil'
      | 'divide'
      | 'exp'
      | 'floor'
      | 'ln'
      | 'log'
      | 'log10'
      | 'mod'
      | 'multiply'
      | 'pow'
    )
  | ('sqrt' | 'subtract' | 'trunc' | 'arrayElemAt' | 'arrayToObject' | 'concatArrays' | 'filter' | 'in')
  | ('indexOfArray' | 'isArray' | 'map' | 'range' | 'reduce' | 'reverseArray' | 'size' | 'slice' | 'zip')
  | ('and' | 'not' | 'or' | 'cmp' | 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'neq' | 'cond' | 'ifNull' | 'switch')
  | (
      | 'dateFromParts'
      | 'dateFromString'
      | 'dayOfMonth'
      | 'dayOfWeek'
      | 'dayOfYear'
      | 'isoDayOfWeek'
      | 'isoWeek'
    )
  | ('isoWeekYear' | 'millisecond' | 'minute' | 'month' | 'second' | 'hour' | 'week' | 'year' | 'literal')
  | ('mergeObjects' | 'objectToArray' | 'allElementsTrue' | 'anyElementTrue' | 'setDifference' | 'setEquals')
  | (
      | 'setIntersection'
      | 'setIsSubset'
      | 'setUnion'
      | 'concat'
      | 'dateToString'
      | 'indexOfBytes'
      | 'indexOfCP'
    )
  | ('split' | 'strLenBytes' | 'strLenCP' | 'strcasecmp' | 'substr' | 'substrBytes' | 'substrCP' | 'toLower')
  | ('toUpper' | 'addToSet' | 'avg' | 'first' | 'last' | 'max' | 'min' | 'push' | 'stdDevPop' | 'stdDevSamp')
  | ('sum' | 'let')
export type Expressions = Readonly<Record<ExpressionName, (value: unknown) => unknown>> & {
  pipeline(): Pipeline
}
export type Command = Readonly<Record<QueryName, (...values: unknown[]) => Condition>> &
  Readonly<Record<UpdateName, (...values: unknown[]) => unknown>> & {
    expr(expression: unknown): unknown
    readonly aggregate: Expressions
    readonly project: { slice(range: unknown): unknown; elemMatch(query: unknown): unknown }
  }

export interface Point {
  readonly longitude: number
  readonly latitude: number
}
export interface Geo {
  Point(longitude: number, latitude: number): Point
  LineString(points: readonly Point[]): unknown
  Polygon(lines: readonly unknown[]): unknown
  MultiPoint(points: readonly Point[]): unknown
  MultiLineString(lines: readonly unknown[]): unknown
  MultiPolygon(polygons: readonly unknown[]): unknown
}

export interface Database {
  readonly command: Command
  readonly Geo: Geo
  RegExp(expression: { regexp: string; options?: string }): unknown
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  serverDate(shift?: { offset: number }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

export interface FileResult {
  readonly fileID: string
  readonly status: number
  readonly errMsg: string
  readonly tempFileURL?: string
}

export interface Sdk {
  readonly DYNAMIC_CURRENT_ENV: unknown
  init(config: { env: unknown }): void
  database(config?: { throwOnNotFound?: boolean }): Database
  getWXContext(): Readonly<Record<string, unknown>>
  uploadFile(file: {
    cloudPath: string
    fileContent: Buffer
  }): Promise<{ fileID: string; statusCode: number }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: FileResult[] }>
  getTempFileURL(files: {
    fileList: readonly (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: FileResult[] }>
  callFunction(call: { name: string; data?: Data }): Promise<{ result: unknown }>
  openapi: Readonly<Record<string, Readonly<Record<string, (parameters: Data) => Promise<Data>>>>>
}
