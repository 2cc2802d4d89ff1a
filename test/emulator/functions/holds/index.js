const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** Locks a document in a transaction and is killed while it holds it. */
exports.main = async ({ id, how }) => {
  const transaction = await cloud.database().startTransaction()
  await transaction
    .collection('counters')
    .doc(id)
    .update({ data: { n: 99 } })
  if (how === 'exits') process.exit(1)
  if (how === 'answers') return 'left open'
  for (;;);
}
