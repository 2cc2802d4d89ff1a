import type { IncomingMessage } from 'node:http'
import { CloudFault } from '../fault'

/** Keeps other sites out of the local cloud: a foreign Host (DNS rebinding) and a cross-site Origin are refused. */
export function refuseStrangers(request: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`]
  if (!hosts.includes(request.headers.host ?? ''))
    throw new CloudFault('FORBIDDEN_ORIGIN', 'the local cloud answers only to 127.0.0.1 and localhost')
  const { origin, referer = '' } = request.headers
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
    throw new CloudFault('FORBIDDEN_ORIGIN', 'the local cloud answers no other site')
  const crossSite =
    request.headers['sec-fetch-site'] === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate'
  // 127.0.0.1 and localhost are two sites to a browser: a page of the one shows images of the other.
  if (crossSite && !hosts.some((host) => referer.startsWith(`http://${host}/`)))
    throw new CloudFault('FORBIDDEN_ORIGIN', 'the local cloud answers no other site')
}
