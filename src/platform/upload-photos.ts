import type { Id } from '#domain/kernel/id'
import { call, upload } from './cloud'
import type { Outcome } from './outcome'
import { photoName } from './photo'

/** What already lies on the server under one ticket, by the photo's id; a retry sends only the rest. */
export interface Uploads {
  readonly ticket: Id<'ticket'>
  readonly folder: string
  readonly fileIds: ReadonlyMap<string, string>
}

export interface HandedIn {
  readonly ticket: Id<'ticket'> | null
  readonly files: readonly string[]
}

/** The phone's own no: a photo of the draft is no longer on it. */
export type UploadRefusal = 'photo-lost'

interface Progress {
  readonly before: Uploads | null
  readonly onUploads: (uploads: Uploads) => void
  readonly onCount: (done: number) => void
}

export const uploadPhotos = async (
  photos: readonly string[],
  { before, onUploads, onCount }: Progress,
): Promise<Outcome<HandedIn, UploadRefusal>> => {
  if (photos.length === 0) return { kind: 'ok', value: { ticket: null, files: [] } }
  let uploads = before
  if (uploads === null) {
    const issued = await call('upload.ticket', {})
    if (issued.kind !== 'ok') return issued
    uploads = { ...issued.value, fileIds: new Map() }
  }
  for (const [index, photo] of photos.entries()) {
    onCount(index + 1)
    if (uploads.fileIds.has(photo)) continue
    const sent = await upload(photo, `${uploads.folder}/${photoName(photo)}`)
    if (sent.kind === 'lost') return { kind: 'refused', code: 'photo-lost' }
    if (sent.kind !== 'ok') return sent
    uploads = { ...uploads, fileIds: new Map([...uploads.fileIds, [photo, sent.fileId]]) }
    onUploads(uploads)
  }
  const { ticket, fileIds } = uploads
  return { kind: 'ok', value: { ticket, files: photos.flatMap((photo) => fileIds.get(photo) ?? []) } }
}

/** Refusals after which the uploads are gone and the photos must be sent again. */
export const uploadsLost = (outcome: Outcome<unknown, string>): boolean =>
  outcome.kind === 'refused' && (outcome.code === 'ticket-unknown' || outcome.code === 'photo-missing')
