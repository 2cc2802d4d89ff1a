import type { IncomingMessage } from 'node:http'
import { CloudFault, messageOf } from '../fault'
import { MAX_FILE_BYTES, tooLarge } from '../files/blobs'
import { checkPath, pathOfFileId } from '../files/file-path'
import type { FileStore } from '../files/file-store'
import type { Rules } from '../rules'
import type { Environments } from '../store/environments'
import type { Door, Exchange } from './exchange'
import { envOf, personOf, sendFault, sendJson } from './exchange'
import { sendFile } from './send-file'

const LINGER_BYTES = 8 * 1024 * 1024
const LINGER_MS = 1000
const LINGER_CHECK_MS = 20

/** `PUT /object/<token>`: where the SDK's uploadFile puts the bytes; it reads an empty body or COS's XML. */
export const objectDoor =
  (files: FileStore, environments: Environments): Door =>
  async (exchange) => {
    const { request, response, url, requestId } = exchange
    if (request.method !== 'PUT' || !url.pathname.startsWith('/object/')) return false
    try {
      const grant = files.readToken(url.pathname.slice('/object/'.length), 'put')
      if (grant === undefined)
        throw new CloudFault('STORAGE_EXCEED_AUTHORITY', 'the upload address has expired')
      refuseTooLarge(request)
      await files.store(environments.get(grant.env), grant.path, request)
      response.writeHead(200).end()
    } catch (error) {
      const [status, code] = cosFault(error)
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(cosError(code, messageOf(error), requestId))
      dropRest(exchange)
    }
    return true
  }

function cosFault(error: unknown): [status: number, code: string] {
  const code = error instanceof CloudFault ? error.code : 'SYS_ERR'
  if (code === 'STORAGE_FILE_TOO_LARGE') return [413, 'EntityTooLarge']
  return code === 'STORAGE_EXCEED_AUTHORITY' ? [403, 'AccessDenied'] : [500, 'InternalError']
}

const cosError = (code: string, message: string, requestId: string): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message><RequestId>${requestId}</RequestId><TraceId>local</TraceId></Error>`

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** `POST /upload?path=…`: what `wx.cloud.uploadFile` is on WeChat. The owner is recorded. */
export const uploadDoor =
  (files: FileStore, environments: Environments, rules: Rules): Door =>
  async (exchange) => {
    const { request, url } = exchange
    if (request.method !== 'POST' || url.pathname !== '/upload') return false
    try {
      const { openid } = personOf(exchange)
      const path = checkPath(url.searchParams.get('path') ?? '')
      refuseTooLarge(request)
      const fileID = await files.store(environments.get(envOf(exchange)), path, request, openid, (held) => {
        if (!rules.mayWriteFile(path, held, openid))
          throw new CloudFault(
            'STORAGE_EXCEED_AUTHORITY',
            held === undefined ? 'people may not write there' : 'the storage rule keeps this file as it is',
          )
      })
      sendJson(exchange, { fileID })
    } catch (error) {
      if (request.socket.destroyed) return true
      sendFault(exchange, error)
      dropRest(exchange)
    }
    return true
  }

/** `GET /temp/<token>`: a temporary address, good for whoever has it. */
export const temporaryDoor =
  (files: FileStore, environments: Environments): Door =>
  async (exchange) => {
    const { request, url } = exchange
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !url.pathname.startsWith('/temp/'))
      return false
    const grant = files.readToken(url.pathname.slice('/temp/'.length), 'get')
    if (grant === undefined) throw new CloudFault('STORAGE_EXCEED_AUTHORITY', 'the address has expired')
    const found = await files.open(environments.get(grant.env), grant.path)
    if (found === undefined) throw new CloudFault('STORAGE_FILE_NONEXIST', 'the file does not exist')
    await sendFile(exchange, found)
    return true
  }

/** `GET`/`DELETE /file?id=<fileID>`: what `wx.cloud.downloadFile` and `deleteFile` are on WeChat, under the storage rules. */
export const ownFileDoor =
  (files: FileStore, environments: Environments, rules: Rules): Door =>
  async (exchange) => {
    const { request, url } = exchange
    if ((request.method !== 'GET' && request.method !== 'DELETE') || url.pathname !== '/file') return false
    const { openid } = personOf(exchange)
    const environment = environments.get(envOf(exchange))
    const path = pathOfFileId(environment.name, url.searchParams.get('id') ?? '')
    const held = path === undefined ? undefined : files.find(environment, path)
    const allowed =
      path !== undefined &&
      (request.method === 'GET'
        ? rules.mayReadFile(held?.owner, openid)
        : rules.mayWriteFile(path, held ?? { owner: undefined }, openid))
    if (!allowed) throw new CloudFault('STORAGE_EXCEED_AUTHORITY', 'the storage rule does not allow that')
    if (request.method === 'DELETE') {
      if (!(await files.remove(environment, path)))
        throw new CloudFault('STORAGE_FILE_NONEXIST', 'the file does not exist')
      sendJson(exchange, {})
      return true
    }
    const found = await files.open(environment, path)
    if (found === undefined) throw new CloudFault('STORAGE_FILE_NONEXIST', 'the file does not exist')
    await sendFile(exchange, found)
    return true
  }

function refuseTooLarge(request: IncomingMessage): void {
  if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) throw tooLarge()
}

/** A refused upload may still be coming: a while is left to read the answer, then the connection is cut. */
function dropRest({ request }: Exchange): void {
  const { socket } = request
  const start = socket.bytesRead
  const until = Date.now() + LINGER_MS
  const check = setInterval(() => {
    const over = socket.bytesRead - start > LINGER_BYTES || Date.now() > until
    if (!request.complete && over) socket.destroy()
    if (request.complete || socket.destroyed) clearInterval(check)
  }, LINGER_CHECK_MS)
}
