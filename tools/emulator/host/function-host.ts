import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { bundleOf } from '../bundle'
import type { Clock } from '../clock'
import { CloudFault, messageOf } from '../fault'
import { safeEnvName } from '../store/data-folder'
import type { FunctionFolders } from './function-folders'
import { readFunctionFolders } from './function-folders'
import { FunctionThread } from './function-thread'
import type { Caller, DeployedFunction, Invocation } from './invocation'
import { MAX_REQUEST_BYTES } from './invocation'
import type { InvocationLog } from './invocation-logs'
import { InvocationLogs } from './invocation-logs'
import { MemoryWatch } from './memory-watch'
import { ThreadPool } from './thread-pool'

export const APP_ID = 'wxlocal0000000000'
const MAX_DEPTH = 8
const IDLE_MS = 15_000

export interface FunctionHostOptions {
  readonly folder: string
  /** Where the last invocations are kept. */
  readonly logFile: string
  readonly clock: Clock
  readonly quiet: boolean
  /** How long a worker that is not the last of its function may be idle. */
  readonly idleMs?: number | undefined
}

/** Runs the functions of a folder as the service runs them. */
export class FunctionHost {
  readonly logs: InvocationLogs
  readonly #options: FunctionHostOptions
  readonly #pool: ThreadPool
  readonly #memory = new MemoryWatch()
  readonly #callers = new Map<string, Caller>()
  readonly #sdk = require.resolve('wx-server-sdk')
  #folders: FunctionFolders
  #adminUrl = ''

  static async open(options: FunctionHostOptions): Promise<FunctionHost> {
    // For the whole process: workers collect their garbage when idle, and take a fifth less memory at the same speed.
    setFlagsFromString('--expose-gc')
    setFlagsFromString('--optimize-for-size')
    return new FunctionHost(options, await bundleOf(path.join(__dirname, 'function-worker.ts'), 'node'))
  }

  private constructor(options: FunctionHostOptions, worker: string) {
    this.#options = options
    this.logs = new InvocationLogs(options.logFile, options.quiet)
    this.#folders = readFunctionFolders(options.folder)
    this.#reportFaults()
    this.#pool = new ThreadPool({
      start: (name) => new FunctionThread(this.find(name), worker, this.#sdk, this.#processEnvironment()),
      idleMs: options.idleMs ?? IDLE_MS,
    })
  }

  /** Set once the server listens. */
  set origin(origin: string) {
    this.#adminUrl = `${origin}/admin`
  }

  find(name: string): DeployedFunction {
    const found = this.#folders.functions.get(name)
    if (found !== undefined) return found
    const fault = this.#folders.faults.get(name)
    throw new CloudFault(
      'FUNCTION_NOT_FOUND',
      fault === undefined
        ? `the function ${name} does not exist`
        : `the function ${name} cannot run: ${fault}`,
    )
  }

  all(): DeployedFunction[] {
    return [...this.#folders.functions.values()]
  }

  caller(token: unknown): Caller | undefined {
    return typeof token === 'string' ? this.#callers.get(token) : undefined
  }

  /** Worker threads there are, idle and busy. */
  get threads(): number {
    return this.#pool.size
  }

  /** The result as JSON text. */
  async invoke(invocation: Invocation): Promise<string> {
    const { name } = invocation
    this.find(name)
    if (Buffer.byteLength(JSON.stringify(invocation.event)) > MAX_REQUEST_BYTES)
      throw new CloudFault('FUNCTIONS_PAYLOAD_TOO_LARGE', 'a request holds at most 100 KB')
    const depth = depthOf(invocation)
    const log = this.logs.open(invocation)
    let began = performance.now()
    try {
      const json = await this.#pool.lend({ name, env: safeEnvName(invocation.env), depth }, (thread) => {
        began = performance.now()
        return this.#memory.during(thread, () => this.#run(thread, invocation, depth, log))
      })
      this.logs.close(log, performance.now() - began, 'ok', null)
      return json
    } catch (error) {
      const code = error instanceof CloudFault ? error.code : 'SYS_ERR'
      this.logs.close(log, performance.now() - began, messageOf(error), code)
      throw error
    }
  }

  async #run(
    thread: FunctionThread,
    invocation: Invocation,
    depth: number,
    log: InvocationLog,
  ): Promise<string> {
    const { name, env, person, source, requestId } = invocation
    const token = randomUUID()
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    this.#callers.set(token, { function: name, env, person, source, requestId, depth, ended, log })
    try {
      return await thread.invoke(this.#message(invocation, this.find(name), token), ({ level, text }) => {
        this.logs.write(log, level, text)
      })
    } finally {
      this.#callers.delete(token)
      end()
    }
  }

  /** Takes up changed folders. A folder that cannot be read leaves the functions as they were. */
  reload(): void {
    try {
      this.#folders = readFunctionFolders(this.#options.folder)
    } catch (error) {
      process.stderr.write(`the functions stay as they were: ${messageOf(error)}\n`)
      return
    }
    this.#reportFaults()
    this.#pool.recycle()
  }

  async close(): Promise<void> {
    this.#memory.close()
    await this.#pool.close()
    this.logs.end()
  }

  #reportFaults(): void {
    for (const [name, fault] of this.#folders.faults)
      process.stderr.write(`the function ${name} cannot run: ${fault}\n`)
  }

  #message(
    { event, env, person, source, requestId }: Invocation,
    called: DeployedFunction,
    token: string,
  ): Parameters<FunctionThread['invoke']>[0] {
    const { timeoutMs, memoryMb } = called.config
    const userInfo = {
      appId: APP_ID,
      ...(person && { openId: person.openid }),
      ...(person?.unionid !== undefined && { unionId: person.unionid }),
    }
    return {
      kind: 'invoke',
      requestId,
      event: { ...event, userInfo },
      env: {
        ...called.config.env,
        ...personEnvironment(person),
        TCB_SOURCE: source,
        TCB_ENV: env,
        SCF_NAMESPACE: env,
        WX_API_TOKEN: token,
        TENCENTCLOUD_SESSIONTOKEN: token,
      },
      clockOffset: this.#options.clock.offset,
      context: {
        request_id: requestId,
        function_name: called.name,
        time_limit_in_ms: timeoutMs,
        memory_limit_in_mb: memoryMb,
        namespace: env,
      },
    }
  }

  #processEnvironment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.#adminUrl }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
    }
  }
}

function depthOf({ caller }: Invocation): number {
  const depth = caller === undefined ? 0 : caller.depth + 1
  if (depth > MAX_DEPTH)
    throw new CloudFault(
      'FUNCTIONS_EXECUTE_FAIL',
      `functions call functions more than ${String(MAX_DEPTH)} deep`,
    )
  return depth
}

function personEnvironment(person: Invocation['person']): Record<string, string> {
  const values = {
    WX_APPID: APP_ID,
    WX_CLIENTIP: '127.0.0.1',
    ...(person && { WX_OPENID: person.openid }),
    ...(person?.unionid !== undefined && { WX_UNIONID: person.unionid }),
  }
  return { ...values, WX_CONTEXT_KEYS: [...Object.keys(values), 'WX_API_TOKEN'].join(',') }
}
