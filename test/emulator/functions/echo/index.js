const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  console.log('echo', event.value)
  await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0))
  const { OPENID, SOURCE, ENV } = cloud.getWXContext()
  return {
    openid: OPENID ?? null,
    source: SOURCE,
    env: ENV,
    event,
    now: Date.now(),
    made: new Date() instanceof Date,
    set: process.env.SETTING ?? null,
  }
}
