const signatures: readonly (readonly [type: string, offset: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['application/pdf', 0, '%PDF-'],
  ['video/mp4', 4, 'ftyp'],
  ['audio/mpeg', 0, 'ID3'],
]

/** A browser saves it; it is never shown or run. */
export const PLAIN_DOWNLOAD = 'application/octet-stream'

/** The type by content; whatever a browser could run is a plain download. */
export function contentTypeOf(start: Buffer): string {
  const found = signatures.find(
    ([, offset, bytes]) => start.subarray(offset, offset + bytes.length).toString('latin1') === bytes,
  )
  return found?.[0] ?? PLAIN_DOWNLOAD
}
