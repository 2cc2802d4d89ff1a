import assert from 'node:assert/strict'
import type { Case } from '../case'
import { failureOf } from '../case'

const own = 'conformance'

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html */
export const functionCases: readonly Case[] = [
  {
    name: 'getWXContext knows who is calling',
    run: ({ cloud }) => {
      const { OPENID, APPID, SOURCE, ENV } = cloud.getWXContext()
      for (const text of [OPENID, APPID, SOURCE, ENV]) assert.ok(typeof text === 'string' && text !== '')
      return Promise.resolve()
    },
  },
  {
    name: 'getWXContext is the same after an await',
    run: async ({ cloud, plain }) => {
      const { OPENID } = cloud.getWXContext()
      await plain.count()
      assert.equal(cloud.getWXContext()['OPENID'], OPENID)
    },
  },
  {
    name: 'the person is the local one',
    local: 'names the person local.test.ts calls as',
    run: ({ cloud }) => {
      const { OPENID, SOURCE } = cloud.getWXContext()
      assert.deepEqual([OPENID, SOURCE], ['o-conformance', 'wx_client'])
      return Promise.resolve()
    },
  },
  {
    name: 'a function calls a function: same person, longer source',
    run: async ({ cloud }) => {
      const here = cloud.getWXContext()
      const { result } = await cloud.callFunction({ name: own, data: { act: 'context' } })
      const there = result as typeof here
      assert.equal(there['OPENID'], here['OPENID'])
      assert.equal(there['SOURCE'], `${String(here['SOURCE'])},scf`)
    },
  },
  {
    name: 'a result comes back as JSON',
    run: async ({ cloud }) => {
      const value = { a: 1, l: [null, 'x', { k: true }], 中: '文' }
      assert.deepEqual((await cloud.callFunction({ name: own, data: { act: 'echo', value } })).result, value)
    },
  },
  {
    name: 'a date of a result is a text',
    run: async ({ cloud }) => {
      const value = new Date(0)
      assert.equal(
        (await cloud.callFunction({ name: own, data: { act: 'echo', value } })).result,
        value.toISOString(),
      )
    },
  },
  {
    name: 'no result is null',
    run: async ({ cloud }) => {
      assert.equal((await cloud.callFunction({ name: own, data: { act: 'echo' } })).result, null)
    },
  },
  {
    name: 'a function that throws is -1 with its words',
    run: async ({ cloud }) => {
      const failure = await failureOf(
        cloud.callFunction({ name: own, data: { act: 'throw', value: 'mine' } }),
      )
      assert.equal(failure.errCode, -1)
      assert.match(failure.errMsg, /mine/)
    },
  },
  {
    name: 'a function that is not there is an error',
    run: async ({ cloud }) => {
      assert.equal((await failureOf(cloud.callFunction({ name: 'conformance-nobody' }))).errCode, -1)
    },
  },
  {
    name: 'many calls at once each get their own answer',
    run: async ({ cloud }) => {
      const values = [1, 2, 3, 4, 5]
      const results = await Promise.all(
        values.map((value) => cloud.callFunction({ name: own, data: { act: 'echo', value } })),
      )
      assert.deepEqual(
        results.map(({ result }) => result),
        values,
      )
    },
  },
]
