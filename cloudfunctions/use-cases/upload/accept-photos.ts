import type { Actor } from '#domain/actor'
import type { PhotoRefusal } from '#domain/contract/upload'
import { asId, type Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Occasion } from '#domain/report'
import { reportLimits } from '#domain/submission'

import { readFile, removeFiles, writeFile } from '../../cloud/files'
import { findTicket } from '../../store/tickets'
import { randomId, sha256 } from '../derived-id'
import { cleanPhoto, type CleanPhoto } from './photo-bytes'
import { inboxFolder } from './ticket'

interface HandedIn {
  readonly ticket: Id<'ticket'> | null
  readonly files: readonly string[]
}

/** The names that photos were uploaded under: the phone's own, the same at every try, whatever the ticket. */
export const uploadNames = (files: readonly string[]): readonly string[] =>
  files.map((file) => file.slice(file.lastIndexOf('/') + 1))

/** Whether these file ids lie under a ticket that is this person's and still good; reads no file. */
const checkTicket = async (
  { ticket, files }: HandedIn,
  { actor, now }: Occasion,
): Promise<Decision<null, PhotoRefusal>> => {
  if (files.length > reportLimits.photos) return refuse('too-many-photos', { most: reportLimits.photos })
  const found = ticket === null ? null : await findTicket(ticket)
  if (found?.person !== actor.id || found.until < now) return refuse('ticket-unknown')
  const place = new RegExp(`^cloud://[^/]+/${inboxFolder(found.id)}/[\\w-]{1,64}$`)
  const ours = files.every((file) => place.test(file)) && new Set(files).size === files.length
  return ours ? become(null) : refuse('ticket-unknown')
}

/**
 * Takes uploaded photos in: type by content, size, place and device data stripped, copied to `kept/` where no client
 * can write. Answers their new ids; the uploads stay until `forgetUploads`, so that a failed call loses nothing.
 */
export const acceptPhotos = async (
  handedIn: HandedIn,
  occasion: Occasion,
): Promise<Decision<readonly Id<'photo'>[], PhotoRefusal>> => {
  if (handedIn.files.length === 0) return become([])
  const allowed = await checkTicket(handedIn, occasion)
  if (!allowed.ok) return allowed
  const photos: CleanPhoto[] = []
  for (const [position, file] of handedIn.files.entries()) {
    const read = await readPhoto(file, position + 1)
    if (!read.ok) return read
    photos.push(read.value)
  }
  return become(await Promise.all(photos.map((photo) => keep(photo, occasion.actor))))
}

const readPhoto = async (file: string, position: number): Promise<Decision<CleanPhoto, PhotoRefusal>> => {
  const bytes = await readFile(file, reportLimits.photoBytes)
  if (bytes === 'missing') return refuse('photo-missing', { position })
  if (bytes === 'too-large') return refuse('photo-too-large', { position })
  const clean = cleanPhoto(bytes)
  return clean === null ? refuse('not-a-photo', { position }) : become(clean)
}

/** The path tells the district and the content's SHA-256, never a person. */
const keep = async ({ bytes, extension }: CleanPhoto, { district }: Actor): Promise<Id<'photo'>> =>
  asId(await writeFile(`kept/${district}/${randomId()}-${sha256(bytes)}.${extension}`, bytes))

/** After the change that took the photos in is stored. A file that stays behind is read by nobody (decision 004). */
export const forgetUploads = async (files: readonly string[]): Promise<void> => {
  try {
    await removeFiles(files)
  } catch (error) {
    console.warn('uploads stay behind', error)
  }
}
