const { threadId } = require('node:worker_threads')
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** Answers at once and goes on: what comes late must still be this invocation's. */
exports.main = async ({ name, late, wait = 0 }) => {
  if (late !== undefined)
    setTimeout(() => {
      console.log(`${name} late as ${cloud.getWXContext().OPENID} ${process.env.WX_OPENID}`)
      if (late === 'throws') throw new Error(`${name} late`)
      if (late === 'rejects') Promise.reject(new Error(`${name} late`))
      if (late === 'exits') process.exit(4)
    }, 60)
  await new Promise((resolve) => setTimeout(resolve, wait))
  console.log(`${name} answers`)
  return { openid: cloud.getWXContext().OPENID, thread: threadId }
}
