import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudFault, faultReply } from '../fault'
import type { FaultCode } from '../fault'

/** One request at a door. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly requestId: string
}
/** Answers true when the request was its own. */
export type Door = (exchange: Exchange) => boolean | Promise<boolean>

const statusOf: Partial<Record<FaultCode, number>> = {
  MALFORMED_REQUEST: 400,
  INVALID_PARAM: 400,
  DATABASE_INVALID_OPERRATOR: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  STORAGE_EXCEED_AUTHORITY: 403,
  FORBIDDEN_ORIGIN: 403,
  DATABASE_COLLECTION_NOT_EXIST: 404,
  FUNCTION_NOT_FOUND: 404,
  STORAGE_FILE_NONEXIST: 404,
  NOT_FOUND: 404,
  STORAGE_FILE_TOO_LARGE: 413,
  FUNCTIONS_PAYLOAD_TOO_LARGE: 413,
}

/** Its length is said, so that it goes out and comes in as one piece: in chunks a call takes nearly twice as long. */
export function sendJson({ response }: Exchange, json: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(json))
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-store',
    })
    .end(body)
}

/** `{"error": {code, message, requestId}}`; a function that failed is an answer (200), a refusal at the door is not. */
export function sendFault(exchange: Exchange, error: unknown): void {
  const reply = faultReply(error, exchange.requestId)
  if (reply.code === 'SYS_ERR')
    process.stderr.write(
      `${exchange.request.method ?? ''} ${exchange.url.pathname}: ${error instanceof Error ? (error.stack ?? '') : reply.message}\n`,
    )
  const failed = reply.code === 'FUNCTIONS_EXECUTE_FAIL' || reply.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  sendJson(exchange, { error: reply }, failed ? 200 : (statusOf[reply.code] ?? 500))
}

export async function readBody({ request }: Exchange, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
  }
  if (size > most)
    throw new CloudFault('FUNCTIONS_PAYLOAD_TOO_LARGE', `the request is larger than ${String(most)} bytes`)
  return Buffer.concat(chunks)
}

export async function readJson(exchange: Exchange, most: number): Promise<Readonly<Record<string, unknown>>> {
  const text = (await readBody(exchange, most)).toString('utf8')
  let json: unknown
  try {
    json = text === '' ? {} : JSON.parse(text)
  } catch {
    throw new CloudFault('MALFORMED_REQUEST', 'the body is not JSON')
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new CloudFault('MALFORMED_REQUEST', 'the body must be a JSON object')
  return { ...json }
}

export function header({ request }: Exchange, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const DEFAULT_ENV = 'local'

export const envOf = (exchange: Exchange): string =>
  header(exchange, 'x-local-env') ?? exchange.url.searchParams.get('env') ?? DEFAULT_ENV

/** The local person a page acts as; the door is local, so the headers are believed. */
export function personOf(exchange: Exchange): { openid: string; unionid?: string } {
  const openid = header(exchange, 'x-local-openid')
  if (openid === undefined) throw new CloudFault('UNAUTHENTICATED', 'the header x-local-openid is missing')
  const unionid = header(exchange, 'x-local-unionid')
  return { openid, ...(unionid !== undefined && { unionid }) }
}
