import type { Invocation } from './invocation'
import { LogFile } from './log-file'

/** One invocation as `GET /debug/logs` shows it and as the data folder keeps it. */
export interface InvocationLog {
  readonly requestId: string
  /** The request id of the function that called it. */
  readonly calledBy: string | null
  readonly function: string
  readonly env: string
  readonly source: string
  /** The openid it ran for. */
  readonly person: string | null
  /** When it began, by the computer's time. */
  readonly at: string
  /** null while it runs. */
  durationMs: number | null
  /** `running`, `ok`, or why it failed. */
  outcome: string
  /** The fault's code when it failed. */
  code: string | null
  databaseCalls: number
  documentsExamined: number
  readonly lines: string[]
}

const KEPT_INVOCATIONS = 200
const KEPT_LINES = 500
const KEPT_CHARACTERS = 8000

/** The last invocations with what they printed, over restarts too. */
export class InvocationLogs {
  readonly #quiet: boolean
  readonly #file: LogFile
  #kept: InvocationLog[] | undefined

  constructor(file: string, quiet: boolean) {
    this.#file = new LogFile(file, KEPT_INVOCATIONS)
    this.#quiet = quiet
  }

  open({ requestId, caller, name, env, source, person }: Invocation): InvocationLog {
    const log: InvocationLog = {
      requestId,
      calledBy: caller?.requestId ?? null,
      function: name,
      env,
      source,
      person: person?.openid ?? null,
      at: new Date().toISOString(),
      durationMs: null,
      outcome: 'running',
      code: null,
      databaseCalls: 0,
      documentsExamined: 0,
      lines: [],
    }
    const kept = this.#all()
    kept.push(log)
    if (kept.length > KEPT_INVOCATIONS) kept.shift()
    return log
  }

  write(log: InvocationLog, level: string, text: string): void {
    if (log.lines.length > KEPT_LINES) return
    const line =
      log.lines.length === KEPT_LINES
        ? 'warn: more was printed and is not kept'
        : `${level}: ${shortened(text)}`
    log.lines.push(line)
    if (!this.#quiet) process.stderr.write(`[${log.function} ${log.requestId}] ${line}\n`)
  }

  close(log: InvocationLog, durationMs: number, outcome: string, code: string | null): void {
    Object.assign(log, { durationMs: Math.round(durationMs * 10) / 10, outcome, code })
    this.#file.append(log)
  }

  all(): readonly InvocationLog[] {
    return this.#all()
  }

  /** Writes what is not written yet. */
  end(): void {
    this.#file.flush()
  }

  #all(): InvocationLog[] {
    this.#kept ??= this.#file.read() as InvocationLog[]
    return this.#kept
  }
}

const shortened = (text: string): string =>
  text.length > KEPT_CHARACTERS
    ? `${text.slice(0, KEPT_CHARACTERS)}… (${String(text.length)} characters)`
    : text
