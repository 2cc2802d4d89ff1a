import type { Actor } from '#domain/actor'
import type { CommonRefusal } from '#domain/contract/reply'
import type { EndpointName, Input, Output, Refusal } from '#domain/contract/endpoints'
import type { Decision } from '#domain/kernel/result'
import type { Occasion } from '#domain/occasion'
import type { OpenEndpoint } from '#domain/permission'

/** What every use-case is told beside its input: who acts, and when; `now` is taken once per invocation. */
export type Call = Occasion

/** Of endpoints that are open to visitors: nobody may be known yet, and the platform's openid is all there is. */
export interface OpenCall extends Omit<Occasion, 'actor'> {
  readonly actor: Actor | null
  readonly openid: string
}

export type CallOf<E extends EndpointName> = E extends OpenEndpoint ? OpenCall : Call

export type Answer<E extends EndpointName> = Promise<Decision<Output<E>, Refusal<E> | CommonRefusal>>

export type UseCase<E extends EndpointName> = (input: Input<E>, call: CallOf<E>) => Answer<E>
