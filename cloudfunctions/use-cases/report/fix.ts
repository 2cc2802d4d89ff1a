import { become } from '#domain/kernel/result'
import { asId } from '#domain/kernel/id'

import type { UseCase } from '../call'
import { acceptPhotos, forgetUploads } from '../upload/accept-photos'
import { moveReport, tryMove } from './move'

/** Marks fixed with proof; the photos are only taken in once the move itself would be allowed. */
export const fix: UseCase<'report.fix'> = async ({ ticket, files, words, ...target }, call) => {
  const proof = files.map((file) => asId<'photo'>(file))
  const tried = await tryMove(target, { move: 'fix', words, photos: proof }, call)
  if (!tried.ok) return tried
  if (tried.value.repeated) return become({ version: tried.value.report.version })
  const photos = await acceptPhotos({ ticket, files }, call)
  if (!photos.ok) return photos
  const moved = await moveReport(target, { move: 'fix', words, photos: photos.value }, call)
  if (moved.ok) await forgetUploads(files)
  return moved
}
