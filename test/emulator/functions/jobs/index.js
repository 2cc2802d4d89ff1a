const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  await cloud
    .database()
    .collection('runs')
    .add({ data: { trigger: event.TriggerName, source: cloud.getWXContext().SOURCE } })
  return event
}
