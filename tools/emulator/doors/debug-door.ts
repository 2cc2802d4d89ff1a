import type { Services } from '../protocol/action'
import { verifyIndexes } from '../store/verify'
import type { Door, Exchange } from './exchange'
import { DEFAULT_ENV, sendJson } from './exchange'

/** What tests and people look at: query costs, index checks, what functions printed, messages sent. */
export const debugDoor =
  ({ counters, environments, functions, outbox }: Services): Door =>
  (exchange) => {
    const env = exchange.url.searchParams.get('env') ?? DEFAULT_ENV
    const answers: Readonly<Record<string, () => unknown>> = {
      'GET /debug/counters': () => counters.report(),
      'DELETE /debug/counters': () => {
        counters.reset()
        return {}
      },
      'GET /debug/verify': () => verifyIndexes(environments.get(env)),
      'GET /debug/logs': () => functions.logs.all(),
      'GET /debug/outbox': () => outbox.of(env),
    }
    return answerFrom(exchange, answers)
  }

function answerFrom(exchange: Exchange, answers: Readonly<Record<string, () => unknown>>): boolean {
  const answer = answers[`${exchange.request.method ?? ''} ${exchange.url.pathname}`]
  if (answer === undefined) return false
  sendJson(exchange, answer())
  return true
}
