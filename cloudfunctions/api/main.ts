import { randomBytes } from 'node:crypto'

import type { EndpointName, Output } from '#domain/contract/endpoints'
import type { Envelope, Reply } from '#domain/contract/reply'
import { asInstant } from '#domain/kernel/instant'
import { refuse, type Decision } from '#domain/kernel/result'
import { mayCall, permissions, rateOf } from '#domain/permission'

import { invocation } from '../cloud/invocation'
import { countCall } from '../store/rates'
import type { CallOf, OpenCall } from '../use-cases/call'
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
    const rate = rateOf(event.endpoint)
    const [actor, within] = await Promise.all([
      recognise(openid),
      rate === null || countCall(callerOf(openid), event.endpoint, rate, now),
    ])
    if (!mayCall(actor, event.endpoint))
      return { kind: 'refused', code: actor === null ? 'consent-needed' : 'not-permitted' }
    if (rate && !within) return { kind: 'refused', code: 'too-often', detail: { seconds: rate.seconds } }
    return asReply(await run(event.endpoint, event.input, { actor, openid, now }))
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

const run = async <E extends EndpointName>(
  endpoint: E,
  input: unknown,
  call: OpenCall,
): Promise<Decision<Output<E>, string>> => {
  const parsed = inputs[endpoint].safeParse(input)
  if (!parsed.success) return refuse('bad-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  // A visitor was turned away above wherever the endpoint is not open to visitors.
  return handlers[endpoint](parsed.data, call as CallOf<E>)
}

const asReply = (decision: Decision<unknown, string>): Reply<unknown, string> => {
  if (decision.ok) return { kind: 'ok', value: decision.value }
  const { code, detail } = decision
  return detail === undefined ? { kind: 'refused', code } : { kind: 'refused', code, detail }
}
