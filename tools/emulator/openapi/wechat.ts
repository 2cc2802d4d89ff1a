import type { Clock } from '../clock'
import { messageOf, newRequestId } from '../fault'
import type { FileStore } from '../files/file-store'
import type { FunctionHost } from '../host/function-host'
import { APP_ID } from '../host/function-host'
import { safeEnvName } from '../store/data-folder'
import type { Sqlite } from '../store/sqlite'
import { detailOf } from './content-verdict'
import type { MediaCheck } from './media-checks'
import { MediaChecks } from './media-checks'
import { OpenData } from './open-data'
import { Outbox } from './outbox'
import { PhoneCodes } from './phone-codes'
import { Subscriptions } from './subscriptions'
import { Visits } from './visits'
import type { WechatDeclarations } from './wechat-declarations'
import { openWechatStore } from './wechat-store'

const FLUSH_MS = 2000
/** Seen when the media could not be downloaded. */
const DOWNLOAD_FAILED = -1008

export interface WechatOptions {
  readonly dataFolder: string
  readonly declarations: WechatDeclarations
  readonly clock: Clock
  readonly files: FileStore
  readonly functions: FunctionHost
}

/** WeChat's own side: what it knows of people and what it pushes. */
export class Wechat {
  readonly declarations: WechatDeclarations
  readonly outbox: Outbox
  readonly subscriptions: Subscriptions
  readonly visits: Visits
  readonly phoneCodes: PhoneCodes
  readonly openData: OpenData
  readonly mediaChecks: MediaChecks
  readonly #options: WechatOptions
  readonly #db: Sqlite
  readonly #flusher: NodeJS.Timeout
  #origin = ''

  constructor(options: WechatOptions) {
    this.#options = options
    this.declarations = options.declarations
    this.#db = openWechatStore(options.dataFolder)
    this.outbox = new Outbox(this.#db)
    this.subscriptions = new Subscriptions(this.#db, options.declarations)
    this.visits = new Visits(this.#db)
    this.phoneCodes = new PhoneCodes(this.#db)
    this.openData = new OpenData(this.#db)
    this.mediaChecks = new MediaChecks(this.#db, options.clock, (check) => this.#push(check))
    this.#flusher = setInterval(() => {
      this.#flush()
    }, FLUSH_MS).unref()
  }

  get origin(): string {
    return this.#origin
  }

  /** Set once the server listens; pushes that were still due begin. */
  set origin(origin: string) {
    this.#origin = origin
    this.mediaChecks.start()
  }

  get now(): number {
    return this.#options.clock.now()
  }

  /** A person calls a function: noted as a visit, with the open data filled in that the event asks for. */
  arrive(
    env: string,
    openid: string,
    event: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, unknown>> {
    const safe = safeEnvName(env)
    this.visits.note(safe, openid, this.now)
    return this.openData.fillEvent(safe, openid, event, this.now)
  }

  knowsPage(page: unknown): boolean {
    if (typeof page !== 'string') return false
    const [route = ''] = page.replace(/^\//, '').split('?')
    return this.declarations.pages?.includes(route) ?? true
  }

  isOwn(url: string): boolean {
    return url.startsWith(`${this.#origin}/temp/`)
  }

  fileName(url: string): string {
    const token = this.isOwn(url) ? url.slice(`${this.#origin}/temp/`.length) : ''
    return this.#options.files.readToken(token, 'get')?.path ?? ''
  }

  close(): void {
    clearInterval(this.#flusher)
    this.mediaChecks.close()
    this.#flush()
    this.#db.close()
  }

  #flush(): void {
    try {
      this.visits.flush()
    } catch (error) {
      process.stderr.write(`who was here could not be written: ${messageOf(error)}\n`)
    }
  }

  /** The event is the one WeChat sends; a function that fails or is missing gets it no second time. */
  async #push(check: MediaCheck): Promise<void> {
    const { trace, env, openid, verdict } = check
    const invocation = {
      name: this.declarations.callback,
      env,
      event: pushedEvent(check, this.now),
      person: { openid },
      source: 'wx_unknown',
      requestId: newRequestId(),
    }
    const failure = await this.#options.functions.invoke(invocation).then(() => undefined, messageOf)
    if (failure !== undefined)
      process.stderr.write(`the push of ${trace} to ${invocation.name} failed: ${failure}\n`)
    if (this.mediaChecks.isClosed) return
    this.outbox.add(env, {
      kind: 'wxa_media_check',
      at: new Date(this.now).toISOString(),
      openid,
      traceId: trace,
      result: verdict,
      errcode: failure === undefined ? 0 : -1,
      errmsg: failure ?? 'ok',
    })
  }
}

function pushedEvent({ trace, openid, verdict }: MediaCheck, now: number): Record<string, unknown> {
  const outcome =
    verdict === null
      ? {
          detail: [],
          errcode: DOWNLOAD_FAILED,
          errmsg: 'download failed: the media is missing or over 10 MB',
        }
      : { detail: detailOf(verdict), errcode: 0, errmsg: 'ok', result: verdict }
  return {
    ToUserName: 'gh_local00000000',
    FromUserName: openid,
    CreateTime: Math.floor(now / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: APP_ID,
    trace_id: trace,
    version: 2,
    ...outcome,
  }
}
