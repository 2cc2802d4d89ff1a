import type { BodyInput, FileRefusal } from '#domain/contract/channel'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { messageLimits, type Body } from '#domain/message'
import type { Occasion } from '#domain/occasion'

import { readFile } from '../../cloud/files'
import { draftPictures, keptPath } from '../upload/accept-photos'
import { draftFile, type DraftedFile } from '../upload/draft'
import { cleanName, fileKind } from '../upload/file-bytes'
import { isHandedIn, type HandedIn } from '../upload/handed-in'
import { canLast, voiceKind } from '../upload/voice-bytes'

/** A body whose files lie in `kept/`; each has its line in `drafts` until a record names it. */
export interface TakenBody {
  readonly body: Body
  readonly drafted: readonly DraftedFile[]
}

type WithFiles = Exclude<BodyInput, { readonly kind: 'text' | 'article' }>
type Of<K extends WithFiles['kind']> = Extract<WithFiles, { readonly kind: K }>
type Taken = Promise<Decision<TakenBody, FileRefusal>>

/** Takes a message's uploads in; they stay where they are until `forgetUploads`, so that a failed call loses nothing. */
export const takeBody = (input: WithFiles, occasion: Occasion): Taken => {
  switch (input.kind) {
    case 'images':
      return takePictures(input, occasion)
    case 'voice':
      return takeVoice(input, occasion)
    case 'file':
      return takeFile(input, occasion)
  }
}

const takePictures = async (input: Of<'images'>, occasion: Occasion): Taken => {
  if (input.files.length === 0) return refuse('photo-missing', { position: 1 })
  const drafted = await draftPictures(input, occasion)
  if (!drafted.ok) return drafted
  const pictures = drafted.value.map(({ file, width, height }) => ({ file, width, height }))
  return become({ body: { kind: 'images', pictures }, drafted: drafted.value })
}

/** The one upload that is no picture. */
const readUpload = async (
  { ticket, files }: HandedIn,
  most: number,
  occasion: Occasion,
): Promise<Decision<Buffer, FileRefusal>> => {
  const [file] = files
  if (file === undefined) return refuse('photo-missing', { position: 1 })
  if (files.length > 1) return refuse('too-many-photos', { most: 1 })
  if (!(await isHandedIn({ ticket, files }, occasion))) return refuse('ticket-unknown')
  const bytes = await readFile(file, most)
  if (bytes === 'missing') return refuse('photo-missing', { position: 1 })
  return bytes === 'too-large' ? refuse('file-too-large', { most, position: 1 }) : become(bytes)
}

const takeVoice = async (input: Of<'voice'>, occasion: Occasion): Taken => {
  const { seconds } = input
  if (!(seconds > 0)) return refuse('not-a-voice', { position: 1 })
  if (seconds > messageLimits.voiceSeconds)
    return refuse('voice-too-long', { most: messageLimits.voiceSeconds })
  const read = await readUpload(input, messageLimits.voiceBytes, occasion)
  if (!read.ok) return read
  const bytes = read.value
  const kind = voiceKind(bytes)
  if (kind === null || !canLast(bytes.length, seconds)) return refuse('not-a-voice', { position: 1 })
  const drafted = await draftFile(keptPath(bytes, kind, occasion.actor), bytes, occasion)
  return become({
    body: { kind: 'voice', file: drafted.file, seconds: Math.ceil(seconds) },
    drafted: [drafted],
  })
}

const takeFile = async (input: Of<'file'>, occasion: Occasion): Taken => {
  const name = cleanName(input.name)
  if (name === null) return refuse('file-name', { position: 1 })
  const read = await readUpload(input, messageLimits.fileBytes, occasion)
  if (!read.ok) return read
  const bytes = read.value
  const kind = fileKind(name, bytes)
  if (kind === null) return refuse('file-kind', { position: 1 })
  const drafted = await draftFile(keptPath(bytes, kind, occasion.actor), bytes, occasion)
  return become({
    body: { kind: 'file', file: drafted.file, name, bytes: bytes.length },
    drafted: [drafted],
  })
}
