import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sdk from 'wx-server-sdk'
import type { Cloud, CloudOptions } from '../../tools/emulator/cloud'
import { startCloud } from '../../tools/emulator/cloud'

type Data = Record<string, unknown>
export interface TestDocument {
  get(): Promise<{ data: Data | null }>
  set(to: { data: Data }): Promise<{ _id: string; stats: { created: number; updated: number } }>
  update(by: { data: Data }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export interface TestQuery {
  where(query: unknown): TestQuery
  orderBy(path: string, way: 'asc' | 'desc'): TestQuery
  skip(count: number): TestQuery
  limit(count: number): TestQuery
  field(fields: Data): TestQuery
  get(): Promise<{ data: Data[] }>
  count(): Promise<{ total: number }>
  update(by: { data: Data }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export interface TestPipeline {
  match(query: unknown): TestPipeline
  lookup(from: Data): TestPipeline
  project(fields: Data): TestPipeline
  end(): Promise<{ list: Data[] }>
}
export interface TestCollection extends TestQuery {
  doc(id: string): TestDocument
  add(what: { data: Data }): Promise<{ _id: string }>
  aggregate(): TestPipeline
}
export interface TestTransaction {
  collection(name: string): TestCollection
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
type Operators<Names extends string> = Readonly<Record<Names, (...values: unknown[]) => unknown>>
export type Command = Operators<
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'exists'
  | 'all'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'elemMatch'
  | 'size'
> &
  Operators<
    | 'set'
    | 'remove'
    | 'inc'
    | 'mul'
    | 'min'
    | 'max'
    | 'push'
    | 'pop'
    | 'shift'
    | 'unshift'
    | 'pull'
    | 'pullAll'
    | 'addToSet'
    | 'rename'
  > & { readonly aggregate: Operators<'arrayElemAt'> }
export interface TestDatabase {
  readonly command: Command
  collection(name: string): TestCollection
  createCollection(name: string): Promise<unknown>
  serverDate(shift?: { offset: number }): unknown
  startTransaction(): Promise<TestTransaction>
  runTransaction<T>(work: (transaction: TestTransaction) => Promise<T>): Promise<T>
}
/** The part of wx-server-sdk that the tests use; its own typings (4.0.2) mix callbacks into every result. */
export interface Sdk {
  init(config: { env: string }): void
  database(config?: { throwOnNotFound?: boolean; env?: string }): TestDatabase
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  getTempFileURL(files: {
    fileList: (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: { tempFileURL: string; status: number }[] }>
  callFunction(call: { name: string; data?: Data }): Promise<{ result: unknown }>
  openapi: {
    subscribeMessage: { send(message: Data): Promise<{ errCode: number }> }
    security: { msgSecCheck(message: Data): Promise<{ errCode: number; result: { suggest: string } }> }
  }
}

const cloudSdk = sdk as unknown as Sdk

export interface TestCloud {
  readonly url: string
  readonly cloud: Sdk
  readonly local: Cloud
  readonly data: string
  /** A request at one of the cloud's doors, as the person named. */
  at(
    door: string,
    init?: {
      method?: string
      body?: string | Uint8Array<ArrayBuffer>
      openid?: string
      headers?: Record<string, string>
    },
  ): Promise<Response>
  close(): Promise<void>
}

/** Points the unmodified wx-server-sdk of this process at a local cloud. */
export function connectSdk(url: string, env: string): Sdk {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'test',
    TENCENTCLOUD_SECRETKEY: 'test',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
  })
  cloudSdk.init({ env })
  return cloudSdk
}

/** A local cloud of its own in this process, with an empty data folder. */
export async function startTestCloud(options: Partial<CloudOptions> = {}, env = 'test'): Promise<TestCloud> {
  const data = await mkdtemp(path.join(tmpdir(), 'local-cloud-'))
  const local = await startCloud({
    functions: path.join(__dirname, '..', 'emulator', 'functions'),
    data,
    quiet: true,
    timers: false,
    ...options,
  })
  return {
    url: local.url,
    cloud: connectSdk(local.url, env),
    local,
    data,
    at: (door, { openid, headers, ...init } = {}) =>
      fetch(local.url + door, {
        ...init,
        headers: {
          'x-local-env': env,
          ...(openid !== undefined && { 'x-local-openid': openid }),
          ...headers,
        },
      }),
    close: async () => {
      await local.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The `errCode` and message of a call that must fail; a commit fails with the service's own words. */
export async function failureOf(call: Promise<unknown>): Promise<{ errCode: number; errMsg: string }> {
  try {
    await call
  } catch (error) {
    const {
      errCode = 0,
      errMsg,
      message = '',
    } = error as { errCode?: number; errMsg?: string; message?: string }
    return { errCode, errMsg: errMsg ?? message }
  }
  throw new Error('the call was expected to fail')
}
