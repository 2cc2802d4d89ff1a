import Module from 'node:module'
import path from 'node:path'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerStart } from './invocation'

/** Runs in a worker thread: loads one function and answers one invocation at a time. */
const { folder, sdk } = workerData as WorkerStart
const port = parentPort
if (port === null) throw new Error('a worker thread was expected')

const tell = (message: FromWorker): void => {
  port.postMessage(message)
}

const RealDate = Date
let offset = 0
globalThis.Date = new Proxy(RealDate, {
  construct: (target, values: unknown[], newTarget) =>
    Reflect.construct(target, values.length === 0 ? [target.now() + offset] : values, newTarget) as Date,
  apply: (target) => new target(target.now() + offset).toString(),
  get: (target, key) => (key === 'now' ? () => target.now() + offset : (Reflect.get(target, key) as unknown)),
})

for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
  console[level] = (...values: unknown[]) => {
    tell({ kind: 'log', level, text: format(...values) })
  }
}

/** A function folder need not have its own node_modules: the service has the SDK installed too. */
type Resolve = (request: string, ...rest: unknown[]) => string
const loader = Module as unknown as { _resolveFilename: Resolve }
const resolve = loader._resolveFilename.bind(loader)
loader._resolveFilename = (request, ...rest) => {
  try {
    return resolve(request, ...rest)
  } catch (error) {
    if (request === 'wx-server-sdk') return sdk
    throw error
  }
}

type Main = (event: unknown, context: unknown) => unknown
let loaded: Main | undefined

function load(): Main {
  if (loaded === undefined) {
    const exported = Module.createRequire(path.join(folder, 'index.js'))(path.join(folder, 'index.js')) as {
      main?: unknown
    }
    if (typeof exported.main !== 'function') throw new Error('index.js exports no main')
    loaded = exported.main as Main
  }
  return loaded
}

const lent = new Set<string>()

function lendEnvironment(env: Readonly<Record<string, string>>): void {
  for (const name of lent) Reflect.deleteProperty(process.env, name)
  lent.clear()
  for (const [name, value] of Object.entries(env)) {
    process.env[name] = value
    lent.add(name)
  }
}

async function run({ event, env, clockOffset, context }: ToWorker): Promise<void> {
  lendEnvironment(env)
  offset = clockOffset
  try {
    const main = load()
    tell({ kind: 'ready' })
    const result: unknown = await main(event, context)
    tell({ kind: 'result', json: JSON.stringify(result ?? null) })
  } catch (error) {
    const isError = error instanceof Error
    tell({
      kind: 'failed',
      message: isError ? error.message : failureText(error),
      stack: isError ? (error.stack ?? '') : '',
    })
  }
}

function failureText(error: unknown): string {
  return typeof error === 'string' ? error : JSON.stringify(error)
}

port.on('message', (message: ToWorker) => {
  void run(message)
})
