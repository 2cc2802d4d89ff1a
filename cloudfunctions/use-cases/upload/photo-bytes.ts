/** A photo's bytes without what it says of place, day and device; null where they are no JPEG, PNG or WebP. */
export interface CleanPhoto {
  readonly bytes: Buffer
  readonly extension: 'jpg' | 'png' | 'webp'
}

export const cleanPhoto = (bytes: Buffer): CleanPhoto | null => {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return wrap(cleanJpeg(bytes), 'jpg')
  if (bytes.subarray(0, 8).equals(pngSignature)) return wrap(cleanPng(bytes), 'png')
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return wrap(cleanWebp(bytes), 'webp')
  return null
}

const wrap = (bytes: Buffer | null, extension: CleanPhoto['extension']): CleanPhoto | null =>
  bytes && { bytes, extension }

/**
 * JPEG (ITU T.81 annex B): segments of marker and length, scans with their entropy-coded data, the end. APP1–APP15 and
 * comments go, APP0 and APP14 (colour) stay; what follows the end (a second picture, a film) goes too.
 */
const cleanJpeg = (bytes: Buffer): Buffer | null => {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return null
    if (marker === 0xda) {
      const next = endOfScan(bytes, end)
      kept.push(bytes.subarray(at, next))
      at = next
      continue
    }
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1) kept.push(orientationOnly(segment))
    else if (!(marker > 0xe1 && marker <= 0xef && marker !== 0xee) && marker !== 0xfe) kept.push(segment)
    at = end
  }
  return null
}

/** Entropy-coded data ends at the first marker that is neither a stuffed zero nor a restart (T.81 B.1.1.5). */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Exif's one harmless fact: which side is up (tag 0x0112). Everything else of APP1, GPS included, is dropped. */
const orientationOnly = (segment: Buffer): Buffer => {
  const none = Buffer.alloc(0)
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 18) return none
  const tiff = segment.subarray(10)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const u32 = (at: number) =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const directory = u32(4)
  for (let entry = 0; entry < u16(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return none
    if (u16(at) === 0x0112) return orientationSegment(u16(at + 8))
  }
  return none
}

const orientationSegment = (orientation: number): Buffer =>
  orientation < 1 || orientation > 8
    ? Buffer.alloc(0)
    : Buffer.from(
        `ffe10022457869660000` +
          `4d4d002a00000008` +
          `0001` +
          `0112000300000001` +
          `000${String(orientation)}0000` +
          `00000000`,
        'hex',
      )

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** PNG (W3C PNG 3, 11.3): text, time and Exif chunks go, everything the picture needs stays. */
const cleanPng = (bytes: Buffer): Buffer | null => {
  const dropped = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])
  const kept: Buffer[] = [pngSignature]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!dropped.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

/** WebP (RFC 9649): Exif and XMP chunks go and their two flags in VP8X with them; the RIFF length is written anew. */
const cleanWebp = (bytes: Buffer): Buffer | null => {
  const kept: Buffer[] = []
  let at = 12
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length) return null
    const type = bytes.toString('latin1', at, at + 4)
    if (type !== 'EXIF' && type !== 'XMP ')
      kept.push(type === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end))
    at = end
  }
  if (!kept.some((chunk) => /^VP8[ L]/.test(chunk.toString('latin1', 0, 4)) || isMoving(chunk))) return null
  const body = Buffer.concat(kept)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

/** An animation keeps its pictures in frames. */
const isMoving = (chunk: Buffer): boolean => chunk.toString('latin1', 0, 4) === 'ANMF'

const withoutFlags = (chunk: Buffer): Buffer => {
  const copy = Buffer.from(chunk)
  copy[8] = (copy[8] ?? 0) & ~0b1100
  return copy
}
