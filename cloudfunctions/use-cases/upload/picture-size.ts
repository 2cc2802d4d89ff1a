import { imageSize } from 'image-size'

export interface Pixels {
  readonly width: number
  readonly height: number
}

/** A picture that lies on its side is shown upright: Exif's orientations from 5 on turn it by a quarter. */
const firstTurned = 5
const largest = 30_000

/** As it is shown; null where the bytes do not tell, or no phone could show it. */
export const pictureSize = (bytes: Buffer): Pixels | null => {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    if (width < 1 || height < 1 || width > largest || height > largest) return null
    return orientation < firstTurned ? { width, height } : { width: height, height: width }
  } catch {
    return null
  }
}
