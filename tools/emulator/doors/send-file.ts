import { pipeline } from 'node:stream/promises'
import { contentTypeOf, PLAIN_DOWNLOAD } from '../files/content-type'
import type { OpenFile } from '../files/file-store'
import type { Exchange } from './exchange'

const SIGNATURE_BYTES = 32

/** Sends a stored file so that nothing in it can run in the page's origin; what a browser could run is a download. */
export async function sendFile({ request, response }: Exchange, { file, handle }: OpenFile): Promise<void> {
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0)
    const type = contentTypeOf(buffer.subarray(0, bytesRead))
    response.writeHead(200, {
      'content-type': type,
      'content-length': file.size,
      'cache-control': 'private, max-age=300',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      ...(type === PLAIN_DOWNLOAD && { 'content-disposition': 'attachment' }),
    })
    if (request.method === 'HEAD') response.end()
    // who left while the file was opened is waited for by nobody
    else if (!response.destroyed)
      await pipeline(handle.createReadStream({ start: 0, autoClose: false }), response)
  } finally {
    await handle.close()
  }
}
