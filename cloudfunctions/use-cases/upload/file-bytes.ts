import { unzipSync } from 'fflate'

import { messageLimits } from '#domain/message'

/** What an office sends and a phone opens. Archives and programs are none of it, nor documents that bring programs. */
export const fileKinds = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'txt'] as const
export type FileKind = (typeof fileKinds)[number]

/** The kind that a file's name says, where its content says the same. */
export const fileKind = (name: string, bytes: Buffer): FileKind | null => {
  const [, said = ''] = /\.([^.]+)$/.exec(name) ?? []
  const kind = fileKinds.find((known) => known === said.toLowerCase())
  return kind !== undefined && isWhatItSays[kind](bytes) ? kind : null
}

const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** the directory entry of a document's macros */
const macros = Buffer.from('_VBA_PROJECT', 'utf16le')

const isOldOffice = (bytes: Buffer): boolean =>
  bytes.subarray(0, oldOffice.length).equals(oldOffice) && !bytes.includes(macros)

/** The names in a zip's directory; nothing of it is unpacked. */
const namesIn = (bytes: Buffer): readonly string[] => {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
    return names
  } catch {
    return []
  }
}

/** ECMA-376: a zip of parts; the folder tells words, tables and slides apart. */
const isOffice =
  (folder: string) =>
  (bytes: Buffer): boolean => {
    const names = namesIn(bytes)
    return (
      names.includes('[Content_Types].xml') &&
      names.some((name) => name.startsWith(folder)) &&
      !names.some((name) => name.endsWith('vbaProject.bin'))
    )
  }

/** Control signs that no text holds. */
const notInTexts = /[\0-\x08\x0b\x0e-\x1f]/

const isText = (bytes: Buffer): boolean =>
  ['utf-8', 'gb18030'].some((encoding) => {
    try {
      return !notInTexts.test(new TextDecoder(encoding, { fatal: true }).decode(bytes))
    } catch {
      return false
    }
  })

const isWhatItSays: Record<FileKind, (bytes: Buffer) => boolean> = {
  pdf: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-',
  doc: isOldOffice,
  xls: isOldOffice,
  ppt: isOldOffice,
  docx: isOffice('word/'),
  xlsx: isOffice('xl/'),
  pptx: isOffice('ppt/'),
  txt: (bytes) => bytes.length > 0 && isText(bytes),
}

/** What never stands in a name: signs of paths and markup, control signs, and those that turn the direction of reading. */
const notInNames = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}<>:"/\\|?*]/gu

/** A file's own name as it may be shown: the last of a path, its ending kept; null where nothing of it is left. */
export const cleanName = (given: string): string | null => {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(notInNames, '').replace(/\s+/g, ' ').trim()
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  if (stem.trim() === '' || stem.startsWith('.')) return null
  return (
    Array.from(stem.trim())
      .slice(0, messageLimits.fileName - Array.from(ending).length)
      .join('') + ending
  )
}
