const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ userInfo, ...event }) => {
  const { SOURCE } = cloud.getWXContext()
  await cloud
    .database()
    .collection('pushed')
    .add({ data: { source: SOURCE, event } })
  return 'success'
}
