const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ depth }) => {
  const { result } = await cloud.callFunction(
    depth > 0 ? { name: 'nests', data: { depth: depth - 1 } } : { name: 'echo', data: {} },
  )
  return result
}
