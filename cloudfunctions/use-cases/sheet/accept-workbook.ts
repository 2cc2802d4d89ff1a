import type { Refusal } from '#domain/contract/endpoints'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Occasion } from '#domain/occasion'
import { sheetLimits } from '#domain/sheet'

import { readFile } from '../../cloud/files'
import { randomId, sha256 } from '../derived-id'
import { draftFile, type DraftedFile } from '../upload/draft'
import { isHandedIn, type HandedIn } from '../upload/handed-in'
import { unpackWorkbook } from './unpack'

const megabyte = 1024 * 1024

/**
 * Takes an uploaded workbook in: size, packed and unpacked, and kind by content. It is copied to `kept/`, where no client
 * can write; its rows are read by jobs. Until the import names the copy, a draft does.
 */
export const acceptWorkbook = async (
  handedIn: HandedIn,
  occasion: Occasion,
): Promise<Decision<DraftedFile, Refusal<'import.start'>>> => {
  const [file] = handedIn.files
  if (file === undefined) return refuse('file-missing')
  if (handedIn.files.length > 1 || !(await isHandedIn(handedIn, occasion))) return refuse('ticket-unknown')
  const bytes = await readFile(file, sheetLimits.packed)
  if (bytes === 'missing') return refuse('file-missing')
  if (bytes === 'too-large') return refuse('file-too-large', { megabytes: sheetLimits.packed / megabyte })
  const parts = unpackWorkbook(bytes)
  if (parts === 'too-large') return refuse('file-too-large', { megabytes: sheetLimits.unpacked / megabyte })
  if (parts === 'protected') return refuse('file-protected')
  if (parts === 'not-a-workbook') return refuse('not-a-workbook')
  const path = `kept/${occasion.actor.district}/${randomId()}-${sha256(bytes)}.xlsx`
  return become(await draftFile(path, bytes, occasion))
}
