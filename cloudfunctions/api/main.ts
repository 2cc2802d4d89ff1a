import { randomBytes } from 'node:crypto'

import type { EndpointName, Input, Output } from '#domain/contract/endpoints'
import type { Envelope, Reply } from '#domain/contract/reply'
import { asInstant } from '#domain/kernel/instant'
import type { Decision } from '#domain/kernel/result'
import { mayCall, permissions, rateOf } from '#domain/permission'

import { invocation } from '../cloud/invocation'
import { countCall } from '../store/rates'
import type { CallOf, OpenCall } from '../use-cases/call'
import { lookAhead } from '../use-cases/channel/ahead'
import { sha256 } from '../use-cases/derived-id'
import { recognise } from '../use-cases/session/recognise'
import { handlers } from './handlers'
import { inputs } from './input'

interface Request {
  readonly endpoint?: unknown
  readonly input?: unknown
}

/** People's one door. The caller comes from the platform before the first `await`, the time is taken once. */
export const main = async (event: Request): Promise<Envelope<unknown, string>> => {
  const { openid } = invocation()
  const now = asInstant(Date.now())
  return { reply: await replyTo(event, openid, now), at: now }
}

const replyTo = async (
  event: Request,
  openid: string | null,
  now: OpenCall['now'],
): Promise<Reply<unknown, string>> => {
  try {
    if (openid === null) return { kind: 'refused', code: 'not-permitted' }
    if (!isEndpoint(event.endpoint)) return { kind: 'refused', code: 'bad-input' }
    const { endpoint } = event
    const parsed = inputs[endpoint].safeParse(event.input)
    const ahead = parsed.success ? lookAhead(endpoint, parsed.data) : undefined
    const rate = rateOf(endpoint)
    const [actor, within] = await Promise.all([
      recognise(openid, now),
      rate === null || countCall(callerOf(openid), endpoint, rate, now),
    ])
    if (!mayCall(actor, endpoint))
      return { kind: 'refused', code: actor === null ? 'consent-needed' : 'not-permitted' }
    if (rate && !within) return { kind: 'refused', code: 'too-often', detail: { seconds: rate.seconds } }
    if (!parsed.success)
      return {
        kind: 'refused',
        code: 'bad-input',
        detail: { field: parsed.error.issues[0]?.path.join('.') ?? '' },
      }
    return asReply(await run(endpoint, parsed.data, { actor, openid, now, ahead }))
  } catch (error) {
    const traceId = randomBytes(6).toString('hex')
    console.error(`fault ${traceId} at ${String(event.endpoint)}`, error)
    return { kind: 'fault', traceId }
  }
}

/** Whose calls are counted, known or not yet, without saying who it is. */
const callerOf = (openid: string): string => `caller-${sha256(openid)}`

const isEndpoint = (name: unknown): name is EndpointName =>
  typeof name === 'string' && Object.prototype.hasOwnProperty.call(permissions, name)

const run = <E extends EndpointName>(
  endpoint: E,
  input: Input<E>,
  call: OpenCall,
): Promise<Decision<Output<E>, string>> =>
  // A visitor was turned away above wherever the endpoint is not open to visitors.
  handlers[endpoint](input, call as CallOf<E>)

const asReply = (decision: Decision<unknown, string>): Reply<unknown, string> => {
  if (decision.ok) return { kind: 'ok', value: decision.value }
  const { code, detail } = decision
  return detail === undefined ? { kind: 'refused', code } : { kind: 'refused', code, detail }
}
