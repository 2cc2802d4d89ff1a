import { request } from 'node:http'

const GIGABYTE = 1024 * 1024 * 1024

export interface CutUpload {
  readonly status: number
  readonly body: string
  /** how much the server had taken in when it cut the connection, in bytes */
  readonly sent: number
}

/** Sends a gigabyte that exists nowhere, until it is all sent or the server has had enough. */
export const uploadGigabyte = (
  url: string,
  method: 'POST' | 'PUT',
  headers: Readonly<Record<string, string>>,
): Promise<CutUpload> =>
  new Promise((resolve) => {
    const chunk = Buffer.alloc(256 * 1024)
    let answer = { status: 0, body: '' }
    const upload = request(url, { method, headers }, (response) => {
      answer = { status: response.statusCode ?? 0, body: '' }
      response.on('data', (bytes: Buffer) => (answer.body += bytes.toString()))
      response.on('error', () => undefined)
    })
    const send = () => {
      if (upload.destroyed) return
      if ((upload.socket?.bytesWritten ?? 0) >= GIGABYTE) upload.end()
      else upload.write(chunk, () => setImmediate(send))
    }
    upload.on('error', () => undefined)
    upload.once('close', () => {
      resolve({ ...answer, sent: upload.socket?.bytesWritten ?? 0 })
    })
    send()
  })
