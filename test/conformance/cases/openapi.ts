import assert from 'node:assert/strict'
import type { Case, Tools } from '../case'
import { failureOf } from '../case'
import type { Data } from '../sdk'

const local = 'the real APIs act on real people and have quotas; the local ones are stand-ins'

const call = ({ cloud }: Tools, group: string, name: string, parameters: Data): Promise<Data> => {
  const api = cloud.openapi[group]?.[name]
  assert.ok(api)
  return api(parameters)
}
const check = (tools: Tools, content: string): Promise<Data> =>
  call(tools, 'security', 'msgSecCheck', { content, version: 2, scene: 1, openid: 'o-conformance' })

const fails = (name: string, errCode: number, ask: (tools: Tools) => Promise<unknown>): Case => ({
  name,
  local,
  run: async (tools) => {
    const failure = await failureOf(ask(tools))
    assert.equal(failure.errCode, errCode, failure.errMsg)
  },
})

export const openapiCases: readonly Case[] = [
  {
    name: 'msgSecCheck passes plain words and finds risky ones',
    local,
    run: async (tools) => {
      const plain = await check(tools, '你好')
      assert.equal(plain['errCode'], 0)
      assert.equal((plain['result'] as Data)['suggest'], 'pass')
      assert.equal(((await check(tools, 'a #risky# word'))['result'] as Data)['suggest'], 'risky')
    },
  },
  fails('msgSecCheck fails in an outage', -1, (tools) => check(tools, '#outage#')),
  fails('msgSecCheck wants content', 44004, (tools) => check(tools, '')),
  fails('msgSecCheck takes 2,500 characters', 45002, (tools) => check(tools, '字'.repeat(2501))),
  fails('subscribeMessage.send wants a person', 40003, (tools) =>
    call(tools, 'subscribeMessage', 'send', { templateId: 'T', data: {} }),
  ),
  fails('subscribeMessage.send wants a template', 40037, (tools) =>
    call(tools, 'subscribeMessage', 'send', { touser: 'o-conformance', data: {} }),
  ),
]
