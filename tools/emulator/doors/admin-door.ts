import { CloudFault, faultReply } from '../fault'
import type { Services } from '../protocol/action'
import { answerAdmin } from '../protocol/admin'
import type { Body } from '../protocol/body'
import { readMultipart } from '../protocol/multipart'
import type { Door, Exchange } from './exchange'
import { header, readBody, sendJson } from './exchange'

const MAX_BYTES = 64 * 1024 * 1024

export const adminDoor =
  (services: Services, latencyMs: number): Door =>
  async (exchange) => {
    if (exchange.url.pathname !== '/admin') return false
    const reply = await readAdminBody(exchange).then(
      (body) => answerAdmin(services, body, exchange.requestId, latencyMs),
      (error: unknown) => ({ kind: 'json' as const, json: faultReply(error, exchange.requestId) }),
    )
    if (reply.kind === 'json') sendJson(exchange, reply.json)
    else exchange.response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply.bytes)
    return true
  }

async function readAdminBody(exchange: Exchange): Promise<Body> {
  const bytes = await readBody(exchange, MAX_BYTES)
  const type = header(exchange, 'content-type') ?? ''
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type)
  try {
    return JSON.parse(bytes.toString('utf8')) as Body
  } catch {
    throw new CloudFault('INVALID_PARAM', 'the body is not JSON')
  }
}
