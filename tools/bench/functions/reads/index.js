const { threadId } = require('node:worker_threads')
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ id }) => {
  const { data } = await cloud.database().collection('items').doc(id).get()
  return { id: data._id, thread: threadId }
}
