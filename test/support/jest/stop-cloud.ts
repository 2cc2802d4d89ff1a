import type { CloudProcess } from '../cloud-process'

declare global {
  var localCloud: CloudProcess | undefined
}

const stop = async (): Promise<void> => {
  await globalThis.localCloud?.stop()
}

module.exports = stop
