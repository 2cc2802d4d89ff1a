export interface InvocationLog {
  readonly requestId: string
  readonly function: string
  readonly env: string
  readonly at: string
  readonly lines: string[]
  outcome: string
}

const KEPT_INVOCATIONS = 200
const KEPT_LINES = 500

/** The last invocations with what they printed; read at `GET /debug/logs`. */
export class InvocationLogs {
  readonly #kept: InvocationLog[] = []
  readonly #quiet: boolean

  constructor(quiet: boolean) {
    this.#quiet = quiet
  }

  open(requestId: string, name: string, env: string): InvocationLog {
    const log: InvocationLog = {
      requestId,
      function: name,
      env,
      at: new Date().toISOString(),
      lines: [],
      outcome: 'running',
    }
    this.#kept.push(log)
    if (this.#kept.length > KEPT_INVOCATIONS) this.#kept.shift()
    return log
  }

  write(log: InvocationLog, level: string, text: string): void {
    if (log.lines.length < KEPT_LINES) log.lines.push(`${level}: ${text}`)
    if (!this.#quiet) process.stderr.write(`[${log.function} ${log.requestId}] ${level}: ${text}\n`)
  }

  all(): readonly InvocationLog[] {
    return this.#kept
  }
}
