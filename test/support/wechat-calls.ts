import type { TestCloud } from './local-cloud'

export interface Answer extends Record<string, unknown> {
  readonly errCode?: number
  readonly errMsg?: string
}

/** What people and the test's function `wechat` ask of a test cloud's WeChat side. */
export function wechatCalls(test: () => TestCloud) {
  const post = async <T = Answer>(door: string, body: object, openid?: string): Promise<T> => {
    const init = { method: 'POST', body: JSON.stringify(body), ...(openid !== undefined && { openid }) }
    return (await (await test().at(door, init)).json()) as T
  }
  const call = async <T = Answer>(openid: string, event: object): Promise<T> => {
    const { result, error } = await post<{ result?: T; error?: { message: string } }>(
      '/call/wechat',
      event,
      openid,
    )
    if (result === undefined) throw new Error(error?.message)
    return result
  }
  return {
    post,
    call,
    ask: (openid: string, api: string, parameters: object) => call(openid, { api, parameters }),
    outbox: async () =>
      (await (await test().at('/debug/outbox?env=test')).json()) as Record<string, unknown>[],
    moveClock: (by: number) => post('/clock', { by }),
  }
}
