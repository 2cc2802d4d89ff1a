import { CloudFault } from '../fault'
import type { FunctionHost } from '../host/function-host'
import type { Wechat } from '../openapi/wechat'
import type { Rules } from '../rules'
import type { Door } from './exchange'
import { envOf, personOf, readJson, sendFault } from './exchange'

const MAX_BYTES = 1024 * 1024

/** `POST /call/<function>`: what `wx.cloud.callFunction` is on WeChat. */
export const callDoor =
  (functions: FunctionHost, rules: Rules, wechat: Wechat): Door =>
  async (exchange) => {
    const name = /^\/call\/([^/]+)$/.exec(exchange.url.pathname)?.[1]
    if (name === undefined || exchange.request.method !== 'POST') return false
    try {
      const person = personOf(exchange)
      const event = await readJson(exchange, MAX_BYTES)
      functions.find(name)
      if (!rules.mayInvoke(name, true))
        throw new CloudFault('PERMISSION_DENIED', `people may not call the function ${name}`)
      const { requestId } = exchange
      const result = await functions.invoke({
        name,
        env: envOf(exchange),
        event: wechat.arrive(envOf(exchange), person.openid, event),
        person,
        source: 'wx_client',
        requestId,
      })
      exchange.response
        .writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          'x-request-id': requestId,
        })
        .end(`{"result":${result}}`)
    } catch (error) {
      sendFault(exchange, error)
    }
    return true
  }
