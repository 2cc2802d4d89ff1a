import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import { CloudFault, faultReply, messageOf, newRequestId } from '../fault'
import type { Rules } from '../rules'
import type { Environments } from '../store/environments'
import { DEFAULT_ENV } from './exchange'
import { refuseStrangers } from './guard'
import type { LiveQuery } from './live-query'
import { openLiveQuery } from './live-query'

const PING_MS = 30_000

/** `/live`: one WebSocket per page carries all its watches. A page watches again after it reconnected. */
export class LiveDoor {
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 })
  readonly #pages = new Map<WebSocket, Map<string, LiveQuery>>()
  readonly #environments: Environments
  readonly #rules: Rules
  readonly #pinger: NodeJS.Timeout

  constructor(environments: Environments, rules: Rules) {
    this.#environments = environments
    this.#rules = rules
    environments.onChange((env, changes) => {
      for (const watches of this.#pages.values())
        for (const watch of watches.values()) watch.hear(env, changes)
    })
    this.#pinger = setInterval(() => {
      for (const page of this.#pages.keys()) page.ping()
    }, PING_MS)
    this.#pinger.unref()
  }

  attach(server: Server, port: () => number): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      try {
        refuseStrangers(request, port())
        if (request.url?.split('?')[0] !== '/live')
          throw new CloudFault('NOT_FOUND', 'the only WebSocket is /live')
      } catch (error) {
        socket.end(`HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n${messageOf(error)}`)
        return
      }
      this.#sockets.handleUpgrade(request, socket, head, (page) => {
        this.#welcome(page)
      })
    })
  }

  close(): void {
    clearInterval(this.#pinger)
    for (const page of this.#pages.keys()) page.terminate()
    this.#sockets.close()
  }

  #welcome(page: WebSocket): void {
    const watches = new Map<string, LiveQuery>()
    this.#pages.set(page, watches)
    page.on('close', () => this.#pages.delete(page))
    page.on('error', () => {
      page.terminate()
    })
    page.on('message', (bytes: Buffer) => {
      this.#obey(bytes.toString('utf8'), page, watches)
    })
  }

  #obey(text: string, page: WebSocket, watches: Map<string, LiveQuery>): void {
    let id: unknown
    try {
      const message = readMessage(text)
      id = message['id']
      if (typeof id !== 'string' && typeof id !== 'number')
        throw new CloudFault('MALFORMED_REQUEST', 'id is missing')
      if (message['type'] === 'unwatch') watches.delete(String(id))
      else if (message['type'] === 'watch') this.#watch(message, id, page, watches)
      else throw new CloudFault('MALFORMED_REQUEST', 'type must be watch or unwatch')
    } catch (error) {
      page.send(JSON.stringify({ id, type: 'error', ...faultReply(error, newRequestId()) }))
    }
  }

  #watch(
    message: Readonly<Record<string, unknown>>,
    id: string | number,
    page: WebSocket,
    watches: Map<string, LiveQuery>,
  ): void {
    const { collection, query, openid, env } = message as Record<
      'collection' | 'query' | 'openid' | 'env',
      unknown
    >
    if (typeof collection !== 'string') throw new CloudFault('MALFORMED_REQUEST', 'collection is missing')
    const signedIn = typeof openid === 'string' && openid !== ''
    if (!this.#rules.mayRead(collection, signedIn))
      throw new CloudFault('DATABASE_PERMISSION_DENIED', `people may not read ${collection}`)
    const environment = this.#environments.get(typeof env === 'string' ? env : DEFAULT_ENV)
    const watch = openLiveQuery(environment, collection, query, (event) => {
      page.send(JSON.stringify({ id, ...event }))
    })
    watches.set(String(id), watch)
  }
}

function readMessage(text: string): Readonly<Record<string, unknown>> {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message === 'object' && message !== null) return { ...message }
  } catch {
    // answered below
  }
  throw new CloudFault('MALFORMED_REQUEST', 'a message must be a JSON object')
}
