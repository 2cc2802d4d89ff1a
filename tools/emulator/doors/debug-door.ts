import type { Clock } from '../clock'
import { CloudFault, messageOf } from '../fault'
import type { FunctionHost } from '../host/function-host'
import type { Services } from '../protocol/action'
import { verifyIndexes } from '../store/verify'
import { nextDue, parseCron } from '../timers/cron'
import type { Door, Exchange } from './exchange'
import { DEFAULT_ENV, sendFault, sendJson } from './exchange'

const CALLS_SHOWN = 100
const LOOK_AHEAD_MS = 366 * 86_400_000

/** What tests and people look at: query costs, index checks, what functions printed, messages sent. */
export const debugDoor =
  ({ clock, counters, environments, functions, outbox }: Services): Door =>
  (exchange) => {
    const { searchParams } = exchange.url
    const env = searchParams.get('env') ?? DEFAULT_ENV
    const answers: Readonly<Record<string, () => unknown>> = {
      'GET /debug/counters': () => counters.report(),
      'DELETE /debug/counters': () => {
        counters.reset()
        return {}
      },
      'GET /debug/verify': () => verifyIndexes(environments.get(env)),
      'GET /debug/logs': () => functions.logs.all(),
      'GET /debug/calls': () => lastCalls(functions, env, searchParams.get('function')),
      'GET /debug/call': () => callsOf(functions, searchParams.get('request')),
      'GET /debug/functions': () => functions.all().map(({ name, config }) => ({ name, ...config })),
      'GET /debug/timers': () => timersOf(functions, clock),
      'GET /debug/outbox': () => lastOf(outbox.of(env), searchParams.get('last')),
    }
    return answerFrom(exchange, answers)
  }

function answerFrom(exchange: Exchange, answers: Readonly<Record<string, () => unknown>>): boolean {
  const asked = `${exchange.request.method ?? ''} ${exchange.url.pathname}`
  const answer = Object.hasOwn(answers, asked) ? answers[asked] : undefined
  if (answer === undefined) return false
  try {
    sendJson(exchange, answer())
  } catch (error) {
    sendFault(exchange, error)
  }
  return true
}

/** All of them unless a number was asked for; still in their order. */
function lastOf<T>(all: readonly T[], wanted: string | null): readonly T[] {
  return wanted === null ? all : all.slice(-Math.max(Number(wanted) || 0, 1))
}

/** Newest first, with the number of lines in place of what was printed. */
function lastCalls({ logs }: FunctionHost, env: string, name: string | null): unknown {
  return logs
    .all()
    .filter((call) => call.env === env && (name === null || call.function === name))
    .slice(-CALLS_SHOWN)
    .reverse()
    .map(({ lines, ...call }) => ({ ...call, lines: lines.length }))
}

/** A call and what it called in turn. */
function callsOf({ logs }: FunctionHost, requestId: string | null): unknown {
  const family = new Set([requestId])
  const calls = logs.all().filter((call) => {
    const belongs = family.has(call.requestId) || (call.calledBy !== null && family.has(call.calledBy))
    if (belongs) family.add(call.requestId)
    return belongs
  })
  if (calls.length === 0)
    throw new CloudFault('NOT_FOUND', 'no call with this request id is kept; older ones are dropped')
  return calls
}

function timersOf(functions: FunctionHost, clock: Clock): unknown {
  return functions
    .all()
    .flatMap(({ name, config }) =>
      config.triggers.map((trigger) => ({ function: name, ...trigger, ...dueOf(trigger.cron, clock.now()) })),
    )
}

/** `next` is null when nothing is due within a year. */
function dueOf(cron: string, now: number): { next: string | null; problem?: string } {
  try {
    const due = nextDue(parseCron(cron), now, now + LOOK_AHEAD_MS)
    return { next: due === undefined ? null : new Date(due).toISOString() }
  } catch (error) {
    return { next: null, problem: messageOf(error) }
  }
}
