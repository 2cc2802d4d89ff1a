import { asId } from '#domain/kernel/id'
import { become } from '#domain/kernel/result'

import { removeFiles } from '../../cloud/files'
import type { UseCase } from '../call'
import { acceptPhotos, forgetUploads } from '../upload/accept-photos'
import { moveReport, targetFrom, tryMove } from './move'

/** Marks fixed with proof; the photos are only taken in once the move itself would be allowed. */
export const fix: UseCase<'report.fix'> = async (input, call) => {
  const { ticket, files, words } = input
  const target = targetFrom('report.fix', input)
  const asked = { move: 'fix', words, photos: files.map((file) => asId<'photo'>(file)) } as const
  const tried = await tryMove(target, asked, call)
  if (!tried.ok) return tried
  if (tried.value.repeated) return become({ version: tried.value.report.version })
  const photos = await acceptPhotos({ ticket, files }, call)
  if (!photos.ok) {
    // The same call a moment earlier may have taken the uploads in: then this one is its repeat.
    const again = await tryMove(target, asked, call)
    return again.ok && again.value.repeated ? become({ version: again.value.report.version }) : photos
  }
  const moved = await moveReport(target, { move: 'fix', words, photos: photos.value }, call)
  if (moved.ok) await forgetUploads(files)
  else await removeFiles(photos.value)
  return moved
}
