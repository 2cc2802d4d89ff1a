import type { Clock } from '../clock'
import type { FileStore } from '../files/file-store'
import type { FunctionHost } from '../host/function-host'
import type { Caller } from '../host/invocation'
import type { Outbox } from '../openapi/outbox'
import type { Wechat } from '../openapi/wechat'
import type { Counters } from '../store/counters'
import type { Environment } from '../store/environment'
import type { Environments } from '../store/environments'
import type { Body } from './body'

/** Everything the protocol reaches. */
export interface Services {
  readonly environments: Environments
  readonly clock: Clock
  readonly counters: Counters
  readonly files: FileStore
  readonly functions: FunctionHost
  readonly outbox: Outbox
  readonly wechat: Wechat
}

export interface ActionCall extends Services {
  readonly environment: Environment
  readonly body: Body
  readonly requestId: string
  /** The function invocation that is calling, known by its token; absent for a caller outside the function host. */
  readonly caller: Caller | undefined
}

/** What goes into the reply beside `requestId`. */
export type ActionReply = Readonly<Record<string, unknown>>
export type Action = (call: ActionCall) => ActionReply | Promise<ActionReply>
