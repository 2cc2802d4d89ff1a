import type { FaultCode } from '../fault'
import type { InvocationLog } from './invocation-logs'

/** Platform limits: the request text and the result of one call. */
export const MAX_REQUEST_BYTES = 100 * 1024
export const MAX_RESULT_BYTES = 1024 * 1024

/** The person a function runs for. */
export interface Person {
  readonly openid: string
  readonly unionid?: string
}
/** What is known of a running invocation by its token. */
export interface Caller {
  readonly function: string
  readonly env: string
  readonly person: Person | undefined
  readonly source: string
  readonly requestId: string
  /** 0 for a call from outside, one more for each function in between. */
  readonly depth: number
  /** Settles when the invocation is over, however it ended. */
  readonly ended: Promise<void>
  /** Where its database calls and examined documents are counted. */
  readonly log: InvocationLog
}
export interface Invocation {
  readonly name: string
  readonly env: string
  readonly event: Readonly<Record<string, unknown>>
  readonly person: Person | undefined
  /** `wx_client` for people, `wx_trigger` for timers, with `,scf` for each function in between. */
  readonly source: string
  /** The invocation that waits for this one; absent when the call comes from outside. */
  readonly caller?: Caller | undefined
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
export type ToWorker =
  | {
      readonly kind: 'invoke'
      readonly requestId: string
      readonly event: Readonly<Record<string, unknown>>
      readonly env: Readonly<Record<string, string>>
      readonly clockOffset: number
      readonly context: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'weigh' }
export type FromWorker =
  | { readonly kind: 'ready'; readonly requestId: string }
  | { readonly kind: 'log'; readonly requestId: string; readonly level: string; readonly text: string }
  /** `full`: what the worker holds on to is more than its memory limit. */
  | { readonly kind: 'result'; readonly requestId: string; readonly json: string; readonly full: boolean }
  | {
      readonly kind: 'failed'
      readonly requestId: string
      readonly code: FaultCode
      readonly message: string
      readonly stack: string
    }
  /** An error that nobody caught; the invocation it belongs to may have answered already. */
  | { readonly kind: 'crashed'; readonly requestId: string; readonly message: string; readonly stack: string }
  | { readonly kind: 'weight'; readonly full: boolean }

export interface WorkerStart {
  readonly folder: string
  readonly sdk: string
  readonly memoryMb: number
}
