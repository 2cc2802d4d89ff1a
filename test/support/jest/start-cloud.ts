import { startCloudProcess, type CloudProcess } from '../cloud-process'

declare global {
  var localCloud: CloudProcess | undefined
}

/** One local cloud for all projects that need one; workers read its address from the environment. */
const start = async (): Promise<void> => {
  globalThis.localCloud = await startCloudProcess()
  process.env['LOCAL_CLOUD_URL'] = globalThis.localCloud.url
}

module.exports = start
