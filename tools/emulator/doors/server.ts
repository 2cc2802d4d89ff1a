import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFault, newRequestId } from '../fault'
import type { Door } from './exchange'
import { sendFault } from './exchange'
import { refuseStrangers } from './guard'
import type { LiveDoor } from './live-door'

export class PortTakenError extends Error {
  readonly port: number

  constructor(port: number) {
    super(`port ${String(port)} is taken: stop what uses it or choose another with --port`)
    this.port = port
  }
}

export interface OpenServer {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/**
 * How long a connection may lie idle. Node's 5 s end just when the SDK's agent, which lets go after 4 s, is late on a busy
 * machine: its next request then meets a closed connection ("socket hang up").
 */
const idleMilliseconds = 60_000

/** Listens on 127.0.0.1 only and offers each request to the doors in turn. */
export async function openServer(
  doors: readonly Door[],
  wanted: number,
  live?: LiveDoor,
): Promise<OpenServer> {
  let port = wanted
  const server = createServer((request, response) => {
    void answer(doors, request, response, port)
  })
  server.keepAliveTimeout = idleMilliseconds
  live?.attach(server, () => port)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(wanted) : error)
    })
    server.listen(wanted, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function answer(
  doors: readonly Door[],
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): Promise<void> {
  const exchange = { request, response, url: urlOf(request), requestId: newRequestId() }
  try {
    refuseStrangers(request, port)
    for (const door of doors) if (await door(exchange)) return
    throw new CloudFault('NOT_FOUND', `nothing is at ${request.method ?? ''} ${exchange.url.pathname}`)
  } catch (error) {
    request.resume()
    if (response.headersSent) response.destroy()
    else sendFault(exchange, error)
  }
}

function urlOf(request: IncomingMessage): URL {
  const [pathname = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const url = new URL('http://local.invalid/')
  url.pathname = pathname
  url.search = search
  return url
}
