import type { Actor } from '#domain/actor'
import type { CommonRefusal } from '#domain/contract/reply'
import type { EndpointName, Input, Output, Refusal } from '#domain/contract/endpoints'
import type { Decision } from '#domain/kernel/result'
import type { Occasion } from '#domain/occasion'
import type { OpenEndpoint } from '#domain/permission'

import type { Ahead } from './channel/ahead'

/** What every use-case is told beside its input: who acts, and when; `now` is taken once per invocation. */
export interface Call extends Occasion {
  /** what was begun to be read before it was known who acts */
  readonly ahead?: Ahead | undefined
}

/** Of endpoints that are open to visitors: nobody may be known yet, and the platform's openid is all there is. */
export interface OpenCall extends Omit<Call, 'actor'> {
  readonly actor: Actor | null
  readonly openid: string
}

export type CallOf<E extends EndpointName> = E extends OpenEndpoint ? OpenCall : Call

export type Answer<E extends EndpointName> = Promise<Decision<Output<E>, Refusal<E> | CommonRefusal>>

export type UseCase<E extends EndpointName> = (input: Input<E>, call: CallOf<E>) => Answer<E>
