import type { Clock } from '../clock'
import type { TimerSchedule } from '../timers/timer-schedule'
import type { Door, Exchange } from './exchange'
import { envOf, readJson, sendFault, sendJson } from './exchange'

/** `GET /clock`, `POST /clock`, and `POST /timer/<function>/<trigger>` to run a timer now. */
export const clockDoor =
  (clock: Clock, timers: TimerSchedule): Door =>
  async (exchange) => {
    const { request, url } = exchange
    const timer = /^\/timer\/([^/]+)\/([^/]+)$/.exec(url.pathname)
    if (url.pathname !== '/clock' && timer === null) return false
    try {
      if (timer !== null) {
        if (request.method !== 'POST') return false
        sendJson(exchange, {
          result: await timers.run(timer[1] ?? '', timer[2] ?? '', envOf(exchange), exchange.requestId),
        })
        return true
      }
      if (request.method === 'POST') {
        clock.move(await readJson(exchange, 1024))
        timers.check()
      } else if (request.method !== 'GET') return false
      answerClock(exchange, clock)
    } catch (error) {
      sendFault(exchange, error)
    }
    return true
  }

function answerClock(exchange: Exchange, clock: Clock): void {
  sendJson(exchange, { now: new Date(clock.now()).toISOString(), offset: clock.offset })
}
