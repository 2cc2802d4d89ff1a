import { Worker } from 'node:worker_threads'
import { CloudFault } from '../fault'
import type { DeployedFunction, FromWorker, ToWorker, WorkerStart } from './invocation'

const LOAD_TIMEOUT_MS = 30_000
/** What came of the invocations before the last few is heard no more. */
const HEARD_RUNS = 20
/**
 * Above its limit V8 ends not the worker but the whole process when one allocation is large. The limit is therefore kept
 * by weighing (MemoryWatch), and V8's own lies far above it.
 */
const V8_LIMIT_MB = 4096
const YOUNG_MB = 4

export interface ThreadLog {
  readonly level: string
  readonly text: string
}
type Outcome = { readonly json: string } | CloudFault
type Invoke = ToWorker & { readonly kind: 'invoke' }

/** One worker thread of one function. It dies of a timeout, a crash or `process.exit`, and takes nothing with it. */
export class FunctionThread {
  readonly name: string
  readonly memoryMb: number
  alive = true
  /** It still answers what it runs and then is used no more. */
  retired = false
  /** It was asked to weigh itself and has not answered yet. */
  silent = false
  readonly #worker: Worker
  readonly #timeoutMs: number
  readonly #hearers = new Map<string, (log: ThreadLog) => void>()
  #running: string | undefined
  #loaded = false
  #settle: (outcome: Outcome) => void = () => undefined
  #deadline: NodeJS.Timeout | undefined

  constructor(
    { name, folder, config }: DeployedFunction,
    source: string,
    sdk: string,
    env: NodeJS.ProcessEnv,
  ) {
    this.name = name
    this.memoryMb = config.memoryMb
    this.#timeoutMs = config.timeoutMs
    const start: WorkerStart = { folder, sdk, memoryMb: config.memoryMb }
    this.#worker = new Worker(source, {
      eval: true,
      workerData: start,
      env,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: V8_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.#listen()
  }

  #listen(): void {
    this.#worker.on('message', (message: FromWorker) => {
      this.#hear(message)
    })
    this.#worker.on('error', (error: Error) => {
      this.#die(`crashed: ${error.message}`)
    })
    this.#worker.on('exit', (code) => {
      this.#die(`exited with code ${String(code)} before it answered`)
    })
    this.#worker.stdout.on('data', (text: Buffer) => {
      this.#log(this.#running, 'log', text.toString().trimEnd())
    })
    this.#worker.stderr.on('data', (text: Buffer) => {
      this.#log(this.#running, 'error', text.toString().trimEnd())
    })
  }

  /** The result as JSON text, or a CloudFault. */
  async invoke(message: Invoke, log: (log: ThreadLog) => void): Promise<string> {
    this.#hearers.set(message.requestId, log)
    const [oldest] = this.#hearers.keys()
    if (this.#hearers.size > HEARD_RUNS && oldest !== undefined) this.#hearers.delete(oldest)
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#running = message.requestId
      this.#settle = resolve
      if (this.#loaded) this.#expire(this.#timeoutMs, 'running')
      else this.#expire(LOAD_TIMEOUT_MS, 'loading')
      this.#worker.postMessage(message)
    })
    if (outcome instanceof CloudFault) throw outcome
    return outcome.json
  }

  get threadId(): number {
    return this.#worker.threadId
  }

  /** Asks the thread whether it holds more than its memory, buffers included; it ends if so. */
  weigh(): void {
    this.silent = true
    this.#worker.postMessage({ kind: 'weigh' })
  }

  /** Ends the thread because it holds more than its memory. */
  exhaust(): void {
    if (this.#running === undefined) this.retired = true
    else {
      this.#die(`ran out of memory: its limit is ${String(this.memoryMb)} MB ("memory" in config.json)`)
      void this.stop()
    }
  }

  async stop(): Promise<void> {
    this.alive = false
    await this.#worker.terminate()
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'weight') {
      this.silent = false
      if (message.full) this.exhaust()
    } else if (message.kind === 'log') this.#log(message.requestId, message.level, message.text)
    else if (message.kind === 'crashed') this.#crash(message)
    else if (message.requestId === this.#running) this.#follow(message)
  }

  #follow(message: FromWorker & { kind: 'ready' | 'result' | 'failed' }): void {
    if (message.kind === 'ready') {
      if (!this.#loaded) this.#expire(this.#timeoutMs, 'running')
      this.#loaded = true
    } else if (message.kind === 'result') {
      if (message.full) this.retired = true
      this.#end({ json: message.json })
    } else {
      this.#log(message.requestId, 'error', message.stack === '' ? message.message : message.stack)
      this.#end(new CloudFault(message.code, message.message))
    }
  }

  /** After an error nobody caught the worker's state is unknown: it ends, at once if the error is the running one's. */
  #crash({ requestId, message, stack }: FromWorker & { kind: 'crashed' }): void {
    this.retired = true
    this.#log(requestId, 'error', stack === '' ? message : stack)
    if (requestId !== this.#running) return
    this.#die(`crashed: ${message}`)
    void this.stop()
  }

  #log(requestId: string | undefined, level: string, text: string): void {
    this.#hearers.get(requestId ?? '')?.({ level, text })
  }

  /** Real time, whatever the cloud's clock says. */
  #expire(ms: number, doing: string): void {
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => {
      const seconds = String(ms / 1000)
      this.alive = false
      this.#end(
        new CloudFault(
          'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          `${this.name} timed out after ${seconds} seconds (${doing})`,
        ),
      )
      void this.stop()
    }, ms)
  }

  #die(reason: string): void {
    this.alive = false
    this.#end(new CloudFault('FUNCTIONS_EXECUTE_FAIL', `${this.name} ${reason}`))
  }

  #end(outcome: Outcome): void {
    clearTimeout(this.#deadline)
    this.#running = undefined
    this.#settle(outcome)
    this.#settle = () => undefined
  }
}
