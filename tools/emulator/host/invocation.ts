/** The person a function runs for. */
export interface Person {
  readonly openid: string
}
/** What is known of a running invocation by its token. */
export interface Caller {
  readonly function: string
  readonly env: string
  readonly person: Person | undefined
  readonly source: string
}
export interface Invocation {
  readonly name: string
  readonly env: string
  readonly event: Readonly<Record<string, unknown>>
  readonly person: Person | undefined
  /** `wx_client` for people, `wx_trigger` for timers, with `,scf` for each function in between. */
  readonly source: string
  /** Called by a function that waits for it: must not wait for a free worker. */
  readonly nested: boolean
  readonly requestId: string
}

export interface FunctionConfig {
  readonly timeoutMs: number
  readonly memoryMb: number
  readonly env: Readonly<Record<string, string>>
  readonly triggers: readonly Trigger[]
}
export interface Trigger {
  readonly name: string
  readonly cron: string
}
export interface DeployedFunction {
  readonly name: string
  readonly folder: string
  readonly config: FunctionConfig
}

/** Between the host and a worker. */
export interface ToWorker {
  readonly kind: 'invoke'
  readonly requestId: string
  readonly event: Readonly<Record<string, unknown>>
  readonly env: Readonly<Record<string, string>>
  readonly clockOffset: number
  readonly context: Readonly<Record<string, unknown>>
}
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly level: string; readonly text: string }
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }

export interface WorkerStart {
  readonly folder: string
  readonly sdk: string
}
