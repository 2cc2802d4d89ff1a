import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { CloudFault, messageOf } from '../fault'
import { contentTypeOf } from '../files/content-type'
import { checkPath } from '../files/file-path'
import type { FileStore } from '../files/file-store'
import type { Rules } from '../rules'
import type { Environments } from '../store/environments'
import type { Door } from './exchange'
import { envOf, personOf, sendFault, sendJson } from './exchange'

/** `PUT /object/<token>`: where the SDK's uploadFile puts the bytes; it reads an empty body or COS's XML. */
export const objectDoor =
  (files: FileStore, environments: Environments): Door =>
  async ({ request, response, url, requestId }) => {
    if (request.method !== 'PUT' || !url.pathname.startsWith('/object/')) return false
    const grant = files.readToken(url.pathname.slice('/object/'.length), 'put')
    try {
      if (grant === undefined)
        throw new CloudFault('STORAGE_EXCEED_AUTHORITY', 'the upload address has expired')
      await files.store(environments.get(grant.env), grant.path, request)
      response.writeHead(200).end()
    } catch (error) {
      const tooLarge = error instanceof CloudFault && error.code === 'STORAGE_FILE_TOO_LARGE'
      response
        .writeHead(tooLarge ? 413 : 403, { 'content-type': 'application/xml' })
        .end(cosError(tooLarge ? 'EntityTooLarge' : 'AccessDenied', messageOf(error), requestId))
    }
    return true
  }

const cosError = (code: string, message: string, requestId: string): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>${requestId}</RequestId><TraceId>local</TraceId></Error>`

/** `POST /upload?path=…`: what `wx.cloud.uploadFile` is on WeChat. The owner is recorded. */
export const uploadDoor =
  (files: FileStore, environments: Environments, rules: Rules): Door =>
  async (exchange) => {
    if (exchange.request.method !== 'POST' || exchange.url.pathname !== '/upload') return false
    try {
      const { openid } = personOf(exchange)
      const path = checkPath(exchange.url.searchParams.get('path') ?? '')
      if (!rules.mayUpload(path))
        throw new CloudFault('STORAGE_EXCEED_AUTHORITY', 'people may not write there')
      const environment = environments.get(envOf(exchange))
      const held = files.find(environment, path)
      if (held !== undefined && held.owner !== openid)
        throw new CloudFault('STORAGE_EXCEED_AUTHORITY', 'the file belongs to someone else')
      sendJson(exchange, { fileID: await files.store(environment, path, exchange.request, openid) })
    } catch (error) {
      exchange.request.resume()
      sendFault(exchange, error)
    }
    return true
  }

/** `GET /temp/<token>`: a temporary address. Nothing served here can run in the page's origin. */
export const temporaryDoor =
  (files: FileStore, environments: Environments): Door =>
  async (exchange) => {
    const { request, response, url } = exchange
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !url.pathname.startsWith('/temp/'))
      return false
    const grant = files.readToken(url.pathname.slice('/temp/'.length), 'get')
    const environment = grant && environments.get(grant.env)
    const file = grant && environment && files.find(environment, grant.path)
    if (environment === undefined || file === undefined) {
      sendFault(
        exchange,
        grant
          ? new CloudFault('STORAGE_FILE_NONEXIST', 'the file does not exist')
          : new CloudFault('STORAGE_EXCEED_AUTHORITY', 'the address has expired'),
      )
      return true
    }
    const content = files.read(environment, file)
    const start = file.size === 0 ? Buffer.alloc(0) : await firstBytes(content)
    response.writeHead(200, {
      'content-type': contentTypeOf(start),
      'content-length': file.size,
      'cache-control': 'private, max-age=300',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    })
    if (request.method === 'HEAD') {
      content.destroy()
      response.end()
    } else content.pipe(response)
    return true
  }

async function firstBytes(content: Readable): Promise<Buffer> {
  await once(content, 'readable')
  const chunk = content.read() as Buffer | null
  if (chunk !== null) content.unshift(chunk)
  return chunk?.subarray(0, 32) ?? Buffer.alloc(0)
}
