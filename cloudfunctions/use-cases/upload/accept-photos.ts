import type { Actor } from '#domain/actor'
import type { PhotoRefusal } from '#domain/contract/upload'
import { asId, type Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Occasion } from '#domain/occasion'
import { reportLimits } from '#domain/submission'

import { readFile, removeFiles, writeFile } from '../../cloud/files'
import { randomId, sha256 } from '../derived-id'
import { draftFile, type DraftedFile } from './draft'
import { isHandedIn, type HandedIn } from './handed-in'
import { cleanPhoto, type CleanPhoto } from './photo-bytes'
import { pictureSize, type Pixels } from './picture-size'

/** The names that photos were uploaded under: the phone's own, the same at every try, whatever the ticket. */
export const uploadNames = (files: readonly string[]): readonly string[] =>
  files.map((file) => file.slice(file.lastIndexOf('/') + 1))

const checkTicket = async (handedIn: HandedIn, occasion: Occasion): Promise<Decision<null, PhotoRefusal>> => {
  if (handedIn.files.length > reportLimits.photos)
    return refuse('too-many-photos', { most: reportLimits.photos })
  return (await isHandedIn(handedIn, occasion)) ? become(null) : refuse('ticket-unknown')
}

/**
 * Takes uploaded photos in: type by content, size, place and device data stripped, copied to `kept/` where no client
 * can write. Answers their new ids; the uploads stay until `forgetUploads`, so that a failed call loses nothing.
 */
export const acceptPhotos = async (
  handedIn: HandedIn,
  occasion: Occasion,
): Promise<Decision<readonly Id<'photo'>[], PhotoRefusal>> => {
  const photos = await readPhotos(handedIn, occasion)
  if (!photos.ok) return photos
  return become(await Promise.all(photos.value.map((photo) => keep(photo, occasion.actor))))
}

/** The same for photos that go with their author's account: deletion finds them before anything names them. */
export const draftPhotos = async (
  handedIn: HandedIn,
  occasion: Occasion,
): Promise<Decision<readonly DraftedFile[], PhotoRefusal>> => {
  const photos = await readPhotos(handedIn, occasion)
  if (!photos.ok) return photos
  const drafted = photos.value.map((photo) => draftFile(pathOf(photo, occasion.actor), photo.bytes, occasion))
  return become(await Promise.all(drafted))
}

export interface DraftedPicture extends DraftedFile, Pixels {}

/** The same for pictures of messages, with how large they are shown. */
export const draftPictures = async (
  handedIn: HandedIn,
  occasion: Occasion,
): Promise<Decision<readonly DraftedPicture[], PhotoRefusal>> => {
  const photos = await readPhotos(handedIn, occasion)
  if (!photos.ok) return photos
  const measured: (CleanPhoto & Pixels)[] = []
  for (const [at, photo] of photos.value.entries()) {
    const size = pictureSize(photo.bytes)
    if (size === null) return refuse('not-a-photo', { position: at + 1 })
    measured.push({ ...photo, ...size })
  }
  const drafted = measured.map(async ({ width, height, ...photo }) => ({
    ...(await draftFile(pathOf(photo, occasion.actor), photo.bytes, occasion)),
    ...{ width, height },
  }))
  return become(await Promise.all(drafted))
}

const readPhotos = async (
  handedIn: HandedIn,
  occasion: Occasion,
): Promise<Decision<readonly CleanPhoto[], PhotoRefusal>> => {
  if (handedIn.files.length === 0) return become([])
  const allowed = await checkTicket(handedIn, occasion)
  if (!allowed.ok) return allowed
  const photos: CleanPhoto[] = []
  for (const [position, file] of handedIn.files.entries()) {
    const read = await readPhoto(file, position + 1)
    if (!read.ok) return read
    photos.push(read.value)
  }
  return become(photos)
}

const readPhoto = async (file: string, position: number): Promise<Decision<CleanPhoto, PhotoRefusal>> => {
  const bytes = await readFile(file, reportLimits.photoBytes)
  if (bytes === 'missing') return refuse('photo-missing', { position })
  if (bytes === 'too-large') return refuse('photo-too-large', { position })
  const clean = cleanPhoto(bytes)
  return clean === null ? refuse('not-a-photo', { position }) : become(clean)
}

/** The path tells the district and the content's SHA-256, never a person. */
export const keptPath = (bytes: Buffer, extension: string, { district }: Pick<Actor, 'district'>): string =>
  `kept/${district}/${randomId()}-${sha256(bytes)}.${extension}`

const pathOf = ({ bytes, extension }: CleanPhoto, actor: Actor): string => keptPath(bytes, extension, actor)

const keep = async (photo: CleanPhoto, actor: Actor): Promise<Id<'photo'>> =>
  asId(await writeFile(pathOf(photo, actor), photo.bytes))

/** After the change that took the photos in is stored. A file that stays behind is read by nobody (decision 004). */
export const forgetUploads = async (files: readonly string[]): Promise<void> => {
  try {
    await removeFiles(files)
  } catch (error) {
    console.warn('uploads stay behind', error)
  }
}
