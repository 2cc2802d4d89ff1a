import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Clock } from '../clock'
import { CloudFault, messageOf } from '../fault'
import { readFunctionFolders } from './function-folders'
import { FunctionThread } from './function-thread'
import type { Caller, DeployedFunction, Invocation } from './invocation'
import { InvocationLogs } from './invocation-logs'
import { ThreadPool } from './thread-pool'

/** Platform limits: the request text and the result of one call. */
const MAX_REQUEST_BYTES = 100 * 1024
const MAX_RESULT_BYTES = 1024 * 1024
const APP_ID = 'wxlocal0000000000'

export interface FunctionHostOptions {
  readonly folder: string
  readonly clock: Clock
  readonly quiet: boolean
}

/** Runs the functions of a folder as the service runs them. */
export class FunctionHost {
  readonly logs: InvocationLogs
  readonly #options: FunctionHostOptions
  readonly #pool: ThreadPool
  readonly #callers = new Map<string, Caller>()
  readonly #source = bundleWorker()
  readonly #sdk = require.resolve('wx-server-sdk')
  #functions: Map<string, DeployedFunction>
  #adminUrl = ''

  constructor(options: FunctionHostOptions) {
    this.#options = options
    this.logs = new InvocationLogs(options.quiet)
    this.#functions = readFunctionFolders(options.folder)
    this.#pool = new ThreadPool(
      (name) => new FunctionThread(this.find(name), this.#source, this.#sdk, this.#processEnvironment()),
    )
  }

  /** Set once the server listens. */
  set origin(origin: string) {
    this.#adminUrl = `${origin}/admin`
  }

  find(name: string): DeployedFunction {
    const found = this.#functions.get(name)
    if (found === undefined) throw new CloudFault('FUNCTION_NOT_FOUND', `the function ${name} does not exist`)
    return found
  }

  all(): DeployedFunction[] {
    return [...this.#functions.values()]
  }

  caller(token: unknown): Caller | undefined {
    return typeof token === 'string' ? this.#callers.get(token) : undefined
  }

  /** The result as JSON text. */
  async invoke(invocation: Invocation): Promise<string> {
    const { name, env, person, source, nested, requestId } = invocation
    const called = this.find(name)
    if (Buffer.byteLength(JSON.stringify(invocation.event)) > MAX_REQUEST_BYTES)
      throw new CloudFault('FUNCTIONS_PAYLOAD_TOO_LARGE', 'a request holds at most 100 KB')
    const token = randomUUID()
    this.#callers.set(token, { function: name, env, person, source })
    const log = this.logs.open(requestId, name, env)
    try {
      const json = await this.#pool.lend(name, nested, (thread) =>
        thread.invoke(this.#message(invocation, called, token), ({ level, text }) => {
          this.logs.write(log, level, text)
        }),
      )
      if (Buffer.byteLength(json) > MAX_RESULT_BYTES)
        throw new CloudFault('FUNCTIONS_PAYLOAD_TOO_LARGE', 'a result holds at most 1 MB')
      log.outcome = 'ok'
      return json
    } catch (error) {
      log.outcome = messageOf(error)
      throw error
    } finally {
      this.#callers.delete(token)
    }
  }

  reload(): void {
    this.#functions = readFunctionFolders(this.#options.folder)
    this.#pool.recycle()
  }

  async close(): Promise<void> {
    await this.#pool.close()
  }

  #message(
    { event, env, person, source, requestId }: Invocation,
    called: DeployedFunction,
    token: string,
  ): Parameters<FunctionThread['invoke']>[0] {
    const { timeoutMs, memoryMb } = called.config
    const userInfo = { appId: APP_ID, ...(person && { openId: person.openid }) }
    const context = {
      request_id: requestId,
      function_name: called.name,
      time_limit_in_ms: timeoutMs,
      memory_limit_in_mb: memoryMb,
      namespace: env,
    }
    const invocationEnv = {
      ...called.config.env,
      ...personEnvironment(person),
      TCB_SOURCE: source,
      TCB_ENV: env,
      SCF_NAMESPACE: env,
      WX_API_TOKEN: token,
      TENCENTCLOUD_SESSIONTOKEN: token,
    }
    return {
      kind: 'invoke',
      requestId,
      event: { ...event, userInfo },
      env: invocationEnv,
      clockOffset: this.#options.clock.offset,
      context,
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

function personEnvironment(person: Invocation['person']): Record<string, string> {
  const values = { WX_APPID: APP_ID, WX_CLIENTIP: '127.0.0.1', ...(person && { WX_OPENID: person.openid }) }
  return { ...values, WX_CONTEXT_KEYS: [...Object.keys(values), 'WX_API_TOKEN'].join(',') }
}

/** A worker starts as plain Node, which reads no TypeScript. */
function bundleWorker(): string {
  const built = buildSync({
    entryPoints: [path.join(__dirname, 'function-worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  })
  return built.outputFiles[0]?.text ?? ''
}
