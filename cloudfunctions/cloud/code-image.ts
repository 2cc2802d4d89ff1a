import { openapi } from 'wx-server-sdk'

import './database'

/** The SDK types its openapi as an index of anything; this is the one call of it in use here. */
const { wxacode } = openapi as unknown as {
  readonly wxacode: {
    getUnlimited(options: {
      readonly scene: string
      readonly page: string
      readonly checkPath: boolean
      readonly width: number
    }): Promise<{ readonly buffer?: unknown }>
  }
}

/** pixels: WeChat draws 280 to 1280 */
const width = 860

/**
 * The picture of a mini-program code that opens a page with this scene (at most 32 characters). The page is not checked:
 * codes are printed before the version that has it is released.
 */
export const codeImage = async (scene: string, page: string): Promise<Buffer> => {
  const { buffer } = await wxacode.getUnlimited({ scene, page, checkPath: false, width })
  if (!Buffer.isBuffer(buffer)) throw new Error('WeChat answered without a picture')
  return buffer
}
