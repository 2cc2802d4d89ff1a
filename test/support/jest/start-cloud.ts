import { buildFunctions } from '../../../tools/build-functions'
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { foundDistrict } from '../small-district'

declare global {
  var localCloud: CloudProcess | undefined
}

/** The environment that the local cloud's own functions use when a call names none. */
const env = 'local'

/** One local cloud with the tests' district for all projects that need one; workers read its address from the environment. */
const start = async (): Promise<void> => {
  await buildFunctions()
  globalThis.localCloud = await startCloudProcess()
  process.env['LOCAL_CLOUD_URL'] = globalThis.localCloud.url
  await foundDistrict(env)
}

module.exports = start
