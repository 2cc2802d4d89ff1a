import type { WebSocket } from 'ws'
import { CloudFault, faultReply, newRequestId } from '../fault'
import type { Rules } from '../rules'
import type { Change } from '../store/environment'
import type { Environments } from '../store/environments'
import type { LiveIndex } from './live-index'
import { LiveQuery } from './live-query'
import type { WatchId, WatchRequest } from './live-request'
import { readMessage, readPageMessage } from './live-request'

export interface PageWatch {
  readonly env: string
  readonly collection: string
  readonly ids: readonly string[] | undefined
  readonly page: LivePage
  readonly id: WatchId
  readonly query: LiveQuery
}
export interface LiveServices {
  readonly environments: Environments
  readonly rules: Rules
  readonly index: LiveIndex<PageWatch>
}

const MAX_WATCHES = 50
/** A page this far behind is not reading; it is closed, and watches again when it comes back. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024

/** One WebSocket with all the watches of its page. */
export class LivePage {
  /** False between a ping and its answer. */
  answered = true
  readonly #socket: WebSocket
  readonly #services: LiveServices
  readonly #watches = new Map<string, PageWatch>()

  constructor(socket: WebSocket, services: LiveServices) {
    this.#socket = socket
    this.#services = services
    socket.on('message', (bytes: Buffer, isBinary) => {
      this.#obey(isBinary ? '' : bytes.toString('utf8'))
    })
    socket.on('pong', () => {
      this.answered = true
    })
  }

  /** Tells a watch what a commit changed. The commit stands, whatever goes wrong here. */
  hear(watch: PageWatch, changes: readonly Change[]): void {
    try {
      const event = watch.query.hear(changes)
      if (event !== undefined) this.#send({ id: watch.id, ...event })
    } catch (error) {
      this.#end(watch.id)
      this.#refuse(watch.id, error)
    }
  }

  /** Asks for a sign of life; a page that did not answer the last time is closed. */
  ping(): void {
    if (!this.answered) this.#socket.terminate()
    this.answered = false
    this.#socket.ping()
  }

  leave(): void {
    for (const watch of this.#watches.values()) this.#services.index.remove(watch)
    this.#watches.clear()
  }

  #obey(text: string): void {
    let id: unknown
    try {
      const raw = readMessage(text)
      id = raw['id']
      const message = readPageMessage(raw)
      if (message.type === 'unwatch') this.#end(message.id)
      else this.#watch(message.id, message)
    } catch (error) {
      this.#refuse(id, error)
    }
  }

  /** A second watch of the same id takes the place of the first. */
  #watch(id: WatchId, request: WatchRequest): void {
    this.#end(id)
    const { environments, rules, index } = this.#services
    if (this.#watches.size >= MAX_WATCHES)
      throw new CloudFault(
        'INVALID_PARAM',
        `a page holds at most ${String(MAX_WATCHES)} watches: end some first`,
      )
    if (!rules.mayRead(request.collection, request.openid, request.query['_openid']))
      throw new CloudFault(
        'DATABASE_PERMISSION_DENIED',
        `the read rule of ${request.collection} does not let this person watch that`,
      )
    const query = new LiveQuery(environments.get(request.env), request)
    const watch = { page: this, id, query, env: query.env, collection: query.collection, ids: query.ids }
    this.#watches.set(String(id), watch)
    index.add(watch)
    this.#send({ id, ...query.init() })
  }

  #end(id: WatchId): void {
    const watch = this.#watches.get(String(id))
    if (watch === undefined) return
    this.#watches.delete(String(id))
    this.#services.index.remove(watch)
  }

  #refuse(id: unknown, error: unknown): void {
    const named = typeof id === 'string' || typeof id === 'number' ? id : undefined
    this.#send({ id: named, type: 'error', ...faultReply(error, newRequestId()) })
  }

  #send(message: unknown): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > MAX_UNREAD_BYTES) this.#socket.terminate()
    else this.#socket.send(JSON.stringify(message))
  }
}
