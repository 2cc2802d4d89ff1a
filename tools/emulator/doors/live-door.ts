import type { IncomingMessage, Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { CloudFault, messageOf } from '../fault'
import type { Rules } from '../rules'
import type { Environments } from '../store/environments'
import { refuseStrangers } from './guard'
import { LiveIndex } from './live-index'
import type { PageWatch } from './live-page'
import { LivePage } from './live-page'

const PING_MS = 30_000
const MAX_PAGES = 1000
/** A request of the service holds this much; a larger message closes the page with code 1009. */
const MAX_MESSAGE_BYTES = 100 * 1024

/** `/live`: one WebSocket per page carries all its watches. A page watches again after it reconnected. */
export class LiveDoor {
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  readonly #pages = new Set<LivePage>()
  readonly #index = new LiveIndex<PageWatch>()
  readonly #environments: Environments
  readonly #rules: Rules
  readonly #pinger: NodeJS.Timeout

  constructor(environments: Environments, rules: Rules) {
    this.#environments = environments
    this.#rules = rules
    environments.onChange((env, changes) => {
      for (const [watch, concerning] of this.#index.concerned(env, changes))
        watch.page.hear(watch, concerning)
    })
    this.#pinger = setInterval(() => {
      for (const page of this.#pages) page.ping()
    }, PING_MS)
    this.#pinger.unref()
  }

  attach(server: Server, port: () => number): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy())
      const refusal = this.#refusal(request, port())
      if (refusal !== undefined) turnAway(socket, ...refusal)
      else
        this.#sockets.handleUpgrade(request, socket, head, (page) => {
          const live = new LivePage(page, {
            environments: this.#environments,
            rules: this.#rules,
            index: this.#index,
          })
          this.#pages.add(live)
          page.on('error', () => {
            page.terminate()
          })
          page.on('close', () => {
            this.#pages.delete(live)
            live.leave()
          })
        })
    })
  }

  close(): void {
    clearInterval(this.#pinger)
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
  }

  #refusal(request: IncomingMessage, port: number): [status: number, reason: string] | undefined {
    try {
      refuseStrangers(request, port)
    } catch (error) {
      return [error instanceof CloudFault ? 403 : 400, messageOf(error)]
    }
    if (request.url?.split('?')[0] !== '/live') return [404, 'the only WebSocket is /live']
    if (this.#pages.size >= MAX_PAGES)
      return [503, `the local cloud serves at most ${String(MAX_PAGES)} live pages: close some first`]
    return undefined
  }
}

function turnAway(socket: Duplex, status: number, reason: string): void {
  const head = `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\nconnection: close`
  socket.end(
    `${head}\r\ncontent-type: text/plain\r\ncontent-length: ${String(Buffer.byteLength(reason))}\r\n\r\n${reason}`,
  )
}
