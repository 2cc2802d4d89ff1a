import { choosePhotos } from './media.h5'
import type { Chosen } from './photo'

/** A browser asks for a file. */
export const portraitFrom = (_detail: unknown, largest: number): Promise<Chosen> =>
  choosePhotos(1, largest, () => undefined)
