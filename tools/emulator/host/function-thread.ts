import { Worker } from 'node:worker_threads'
import { CloudFault } from '../fault'
import type { DeployedFunction, FromWorker, ToWorker, WorkerStart } from './invocation'

const LOAD_TIMEOUT_MS = 30_000

export interface ThreadLog {
  readonly level: string
  readonly text: string
}

/** One worker thread of one function. It dies of a timeout, a crash or `process.exit`, and takes nothing with it. */
export class FunctionThread {
  readonly name: string
  alive = true
  readonly #worker: Worker
  readonly #timeoutMs: number
  #settle: ((outcome: { json: string } | CloudFault) => void) | undefined
  #log: (log: ThreadLog) => void = () => undefined
  #deadline: NodeJS.Timeout | undefined

  constructor(
    { name, folder, config }: DeployedFunction,
    source: string,
    sdk: string,
    env: NodeJS.ProcessEnv,
  ) {
    this.name = name
    this.#timeoutMs = config.timeoutMs
    const start: WorkerStart = { folder, sdk }
    this.#worker = new Worker(source, {
      eval: true,
      workerData: start,
      env,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: config.memoryMb },
    })
    this.#worker.on('message', (message: FromWorker) => {
      this.#hear(message)
    })
    this.#worker.on('error', (error: Error) => {
      this.#die(new CloudFault('FUNCTIONS_EXECUTE_FAIL', `${name} crashed: ${error.message}`))
    })
    this.#worker.on('exit', (code) => {
      this.#die(new CloudFault('FUNCTIONS_EXECUTE_FAIL', `${name} exited with code ${String(code)}`))
    })
    this.#worker.stdout.on('data', (text: Buffer) => {
      this.#log({ level: 'log', text: text.toString().trimEnd() })
    })
    this.#worker.stderr.on('data', (text: Buffer) => {
      this.#log({ level: 'error', text: text.toString().trimEnd() })
    })
  }

  /** The result as JSON text, or a CloudFault. */
  async invoke(message: ToWorker, log: (log: ThreadLog) => void): Promise<string> {
    this.#log = log
    const outcome = await new Promise<{ json: string } | CloudFault>((resolve) => {
      this.#settle = resolve
      this.#expire(LOAD_TIMEOUT_MS, 'loading')
      this.#worker.postMessage(message)
    })
    if (outcome instanceof CloudFault) throw outcome
    return outcome.json
  }

  async stop(): Promise<void> {
    this.alive = false
    await this.#worker.terminate()
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'log') this.#log(message)
    else if (message.kind === 'ready') this.#expire(this.#timeoutMs, 'running')
    else if (message.kind === 'result') this.#end({ json: message.json })
    else {
      this.#log({ level: 'error', text: message.stack === '' ? message.message : message.stack })
      this.#end(new CloudFault('FUNCTIONS_EXECUTE_FAIL', message.message))
    }
  }

  /** Real time, whatever the cloud's clock says. */
  #expire(ms: number, doing: string): void {
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => {
      this.#die(
        new CloudFault(
          'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          `${this.name} timed out after ${String(ms / 1000)} seconds (${doing})`,
        ),
      )
      void this.stop()
    }, ms)
  }

  #die(fault: CloudFault): void {
    this.alive = false
    this.#end(fault)
  }

  #end(outcome: { json: string } | CloudFault): void {
    clearTimeout(this.#deadline)
    this.#settle?.(outcome)
    this.#settle = undefined
  }
}
