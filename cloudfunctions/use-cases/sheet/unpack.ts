import { inflateRawSync } from 'node:zlib'

import { sheetLimits } from '#domain/sheet'

/** Why bytes are no workbook that we open. */
export type Unpackable = 'not-a-workbook' | 'protected' | 'too-large'

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endRecord = 0x06054b50
const centralHeader = 0x02014b50
const localHeader = 0x04034b50
const endLength = 22
const longestComment = 65_535
const mostEntries = 1_000

/** The archive's table of contents (APPNOTE.TXT 4.3.12 and 4.3.16); null where the bytes are no plain zip. ZIP64 is none. */
const readEntries = (bytes: Buffer): readonly Entry[] | null => {
  const from = Math.max(0, bytes.length - endLength - longestComment)
  let end = bytes.length - endLength
  while (end >= from && bytes.readUInt32LE(end) !== endRecord) end -= 1
  if (end < from) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) return null
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let one = 0; one < count; one += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralHeader) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Never more bytes than the entry declares, whatever its data would unpack to; null where the two differ. */
const unpackEntry = (bytes: Buffer, { method, packed, size, offset }: Entry): Buffer | null => {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localHeader) return null
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + packed)
  if (data.length !== packed) return null
  if (method === 0) return packed === size ? data : null
  if (method !== 8) return null
  try {
    const unpacked = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
    return unpacked.length === size ? unpacked : null
  } catch {
    return null
  }
}

/** An Office file under a password is no zip but a compound file with this stream (MS-OFFCRYPTO 2.3.4). */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')

/** What a spreadsheet's cells need; pictures, themes and macros are left packed. */
const wanted = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(xml|rels))$/
const unwanted = /^xl\/(theme|drawings|media|charts|printerSettings)\//

/**
 * A workbook's parts by name. The declared sizes are added up before anything is unpacked, and nothing is unpacked beyond
 * them, so an archive that grows to gigabytes costs as much as any other.
 */
export const unpackWorkbook = (bytes: Buffer): ReadonlyMap<string, Buffer> | Unpackable => {
  if (bytes.subarray(0, 8).equals(compoundFile))
    return bytes.includes(encryptedStream) ? 'protected' : 'not-a-workbook'
  const entries = bytes.length < endLength ? null : readEntries(bytes)
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) return 'not-a-workbook'
  if (entries.some(({ encrypted }) => encrypted)) return 'protected'
  if (entries.reduce((sum, { size }) => sum + size, 0) > sheetLimits.unpacked) return 'too-large'
  const parts = new Map<string, Buffer>()
  for (const entry of entries.filter(({ name }) => wanted.test(name) && !unwanted.test(name))) {
    const part = unpackEntry(bytes, entry)
    if (part === null) return 'not-a-workbook'
    parts.set(entry.name, part)
  }
  return parts
}
