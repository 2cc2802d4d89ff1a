const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async () => {
  const runs = cloud.database().collection('runs')
  const { total } = await runs.count()
  await runs.where({ n: 1 }).get()
  await runs.add({ data: { n: 3 } })
  console.info('counted', total)
}
