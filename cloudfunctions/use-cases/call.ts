import type { Occasion } from '#domain/report'
import type { CommonRefusal } from '#domain/contract/reply'
import type { EndpointName, Input, Output, Refusal } from '#domain/contract/endpoints'
import type { Decision } from '#domain/kernel/result'

/** What every use-case is told beside its input: who acts, and when; `now` is taken once per invocation. */
export type Call = Occasion

export type Answer<E extends EndpointName> = Promise<Decision<Output<E>, Refusal<E> | CommonRefusal>>

export type UseCase<E extends EndpointName> = (input: Input<E>, call: Call) => Answer<E>
