const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const failed = ({ errCode, errMsg }) => ({ errCode, errMsg })

exports.main = async ({ api, parameters, cloudIDs, ...event }) => {
  if (cloudIDs) return cloud.getOpenData({ list: cloudIDs })
  if (!api) return event
  const [group, name] = api.split('.')
  const { buffer, ...answer } = await cloud.openapi[group][name](parameters).catch(failed)
  return buffer ? { ...answer, base64: Buffer.from(buffer).toString('base64') } : answer
}
