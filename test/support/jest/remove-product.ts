import { rm } from 'node:fs/promises'

declare global {
  var seededProduct: string | undefined
}

const remove = async (): Promise<void> => {
  if (globalThis.seededProduct !== undefined)
    await rm(globalThis.seededProduct, { recursive: true, force: true })
}

module.exports = remove
