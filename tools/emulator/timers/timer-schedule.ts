import type { Clock } from '../clock'
import { CloudFault, messageOf, newRequestId } from '../fault'
import type { FunctionHost } from '../host/function-host'
import { nextDue, parseCron } from './cron'

const TICK_MS = 500

/** Fires the timers of config.json by the cloud's clock, once per trigger however far the clock was moved. */
export class TimerSchedule {
  readonly #functions: FunctionHost
  readonly #clock: Clock
  readonly #env: string
  readonly #ticker: NodeJS.Timeout | undefined
  #checkedUntil: number

  constructor(functions: FunctionHost, clock: Clock, env: string, automatic: boolean) {
    this.#functions = functions
    this.#clock = clock
    this.#env = env
    this.#checkedUntil = clock.now()
    this.#ticker = automatic
      ? setInterval(() => {
          this.check()
        }, TICK_MS)
      : undefined
    this.#ticker?.unref()
  }

  check(): void {
    if (this.#ticker === undefined) return
    const from = this.#checkedUntil
    const now = this.#clock.now()
    this.#checkedUntil = now
    for (const { name, config } of this.#functions.all()) {
      for (const trigger of config.triggers)
        if (this.#isDue(name, trigger.cron, from, now)) this.#fire(name, trigger.name)
    }
  }

  /** Runs one timer now and answers its result. */
  async run(name: string, trigger: string, env: string, requestId: string): Promise<unknown> {
    const known = this.#functions.find(name).config.triggers.some((one) => one.name === trigger)
    if (!known) throw new CloudFault('NOT_FOUND', `${name} has no timer ${trigger}`)
    const event = {
      Type: 'Timer',
      TriggerName: trigger,
      Time: new Date(this.#clock.now()).toISOString(),
      Message: '',
    }
    return JSON.parse(
      await this.#functions.invoke({
        name,
        env,
        event,
        person: undefined,
        source: 'wx_trigger',
        requestId,
      }),
    ) as unknown
  }

  close(): void {
    clearInterval(this.#ticker)
  }

  #isDue(name: string, cron: string, from: number, now: number): boolean {
    try {
      return nextDue(parseCron(cron), from, now) !== undefined
    } catch (error) {
      process.stderr.write(`the timer of ${name} is ignored: ${messageOf(error)}\n`)
      return false
    }
  }

  #fire(name: string, trigger: string): void {
    this.run(name, trigger, this.#env, newRequestId()).catch((error: unknown) => {
      process.stderr.write(`timer ${name}/${trigger}: ${messageOf(error)}\n`)
    })
  }
}
