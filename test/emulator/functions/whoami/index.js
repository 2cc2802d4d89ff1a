const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const seen = () => {
  const { OPENID, APPID, UNIONID, ENV, SOURCE } = cloud.getWXContext()
  return { OPENID, APPID, UNIONID, ENV, SOURCE }
}

exports.main = async ({ wait }) => {
  const before = seen()
  await new Promise((resolve) => setTimeout(resolve, wait))
  const after = seen()
  await cloud.database().collection('runs').count()
  return { before, after, last: seen() }
}
