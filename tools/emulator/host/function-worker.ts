import Module from 'node:module'
import path from 'node:path'
import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { FaultCode } from '../fault'
import type { FromWorker, ToWorker, WorkerStart } from './invocation'
import { MAX_RESULT_BYTES } from './invocation'
import { guardExit, moveClock, offerSdk, scale, sendOutputTo, takeCollector } from './worker-globals'
import type { Run } from './worker-run'
import { currentRun, lendEnvironment, setNewest, startRun } from './worker-run'

/** Runs in a worker thread: loads one function and answers one invocation at a time. */
const TIDY_MS = 1000

const { folder, sdk, memoryMb } = workerData as WorkerStart
const port = parentPort
if (port === null) throw new Error('a worker thread was expected')

const tell = (message: FromWorker): void => {
  port.postMessage(message)
}

lendEnvironment()
sendOutputTo((requestId, level, text) => {
  tell({ kind: 'log', requestId, level, text })
})
const setClock = moveClock()
offerSdk(sdk)
guardExit()
const collect = takeCollector()
const isFull = scale(memoryMb, collect)

process.on('uncaughtException', (error: unknown) => {
  tell({ kind: 'crashed', requestId: currentRun()?.requestId ?? '', ...wordsOf(error) })
})

type Main = (event: unknown, context: unknown) => unknown
let loaded: Main | undefined

function load(): Main {
  if (loaded === undefined) {
    const file = path.join(folder, 'index.js')
    const exported = Module.createRequire(file)(file) as { main?: unknown } | null | undefined
    if (typeof exported?.main !== 'function') throw new Error('index.js exports no function "main"')
    loaded = exported.main as Main
  }
  return loaded
}

class TooLarge extends Error {
  readonly code: FaultCode = 'FUNCTIONS_PAYLOAD_TOO_LARGE'
}

function jsonOf(result: unknown): string {
  const json = (JSON.stringify(result) as string | undefined) ?? 'null'
  const bytes = Buffer.byteLength(json)
  if (bytes > MAX_RESULT_BYTES)
    throw new TooLarge(
      `a result holds at most 1 MB (${String(MAX_RESULT_BYTES)} bytes), this one ${String(bytes)}`,
    )
  return json
}

let tidy: NodeJS.Timeout | undefined

async function run({
  requestId,
  event,
  env,
  clockOffset,
  context,
}: ToWorker & { kind: 'invoke' }): Promise<void> {
  clearTimeout(tidy)
  setClock(clockOffset)
  const own: Run = { requestId, env: { ...env }, printed: 0 }
  setNewest(own)
  try {
    const main = load()
    tell({ kind: 'ready', requestId })
    const json = jsonOf(await startRun(own, () => main(event, context)))
    tell({ kind: 'result', requestId, json, full: isFull() })
  } catch (error) {
    const code = error instanceof TooLarge ? error.code : 'FUNCTIONS_EXECUTE_FAIL'
    tell({ kind: 'failed', requestId, code, ...wordsOf(error) })
  }
  tidy = setTimeout(collect, TIDY_MS).unref()
}

/** Anything may be thrown. */
function wordsOf(error: unknown): { message: string; stack: string } {
  if (error instanceof Error) return { message: error.message, stack: error.stack ?? '' }
  const message = typeof error === 'string' ? error : inspect(error, { depth: 2 })
  return { message, stack: '' }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'weigh') tell({ kind: 'weight', full: isFull() })
  else void run(message)
})
