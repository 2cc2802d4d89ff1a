import { buildH5 } from '../../../tools/build-client'
import { buildFunctions } from '../../../tools/build-functions'
import { aFolder, startProductProcess } from '../product-process'

declare global {
  var seededProduct: string | undefined
}

/** `npm start` seeds one district for all journeys; each starts on a copy of its folder. */
const seed = async (): Promise<void> => {
  // Built first: on a busy machine that takes longer than a start may.
  await Promise.all([buildFunctions(), buildH5()])
  const folder = await aFolder()
  globalThis.seededProduct = folder
  const product = await startProductProcess({ folder })
  await product.stop()
  process.env['SEEDED_PRODUCT'] = folder
}

module.exports = seed
