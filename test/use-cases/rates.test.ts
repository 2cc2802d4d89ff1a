import { rateOf } from '#domain/permission'

import { db } from '../../cloudfunctions/cloud/database'
import { countCall, removeSpentRates } from '../../cloudfunctions/store/rates'
import { command, later, MONDAY, reporter, stranger } from '../support/builders'
import { cloudUrl, foundDistrict, openidOf } from '../support/small-district'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
})

const rate = { most: 5, seconds: 60 }
const count = (endpoint: string, now = MONDAY, person = reporter) => countCall(person.id, endpoint, rate, now)

describe('a rate', () => {
  it('lets through as many calls as it says in one window, and again in the next', async () => {
    const answers: boolean[] = []
    for (let call = 0; call < 7; call += 1) answers.push(await count('one'))
    expect(answers).toEqual([true, true, true, true, true, false, false])
    expect(await count('one', later(60_000))).toBe(true)
  })

  it('counts each person and each endpoint for itself', async () => {
    for (let call = 0; call < 5; call += 1) await count('two')
    expect(await count('two')).toBe(false)
    expect(await count('two', MONDAY, stranger)).toBe(true)
    expect(await count('three')).toBe(true)
  })

  it('lets through exactly as many of thirty calls at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => count('burst')))
    expect(answers.filter((through) => through)).toHaveLength(5)
  })

  it('leaves nothing behind once its windows are over', async () => {
    await count('old')
    await removeSpentRates(later(3_600_000))
    const { total } = await db.collection('rates').count()
    expect(total).toBe(0)
  })
})

describe('a rate at the door', () => {
  const codeOf = async (openid: string, endpoint: string, input: unknown) => {
    const answer = await fetch(`${cloudUrl()}/call/api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': openid },
      body: JSON.stringify({ endpoint, input }),
    })
    const { result } = (await answer.json()) as { result?: { reply?: { code?: string } } }
    return result?.reply?.code
  }
  const codes = async (openid: string, endpoint: string, input: unknown, calls: number) => {
    const all: (string | undefined)[] = []
    for (let call = 0; call < calls; call += 1) all.push(await codeOf(openid, endpoint, input))
    return all
  }
  const refusals = (all: readonly (string | undefined)[]) => all.filter((code) => code === 'too-often').length

  // Calls enough for two windows and one more: the clock may turn meanwhile.
  it('counts visitors each for themselves, and keeps nothing that says who they are', async () => {
    expect(refusals(await codes('open-visitor-one', 'session.agree', 'nonsense', 21))).toBeGreaterThanOrEqual(
      1,
    )
    expect(refusals(await codes('open-visitor-two', 'session.agree', 'nonsense', 3))).toBe(0)
    const { data } = await db.collection('rates').get()
    const callers = data.filter(({ _id }) => _id.startsWith('caller-'))
    expect(callers.length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(callers)).not.toContain('open-visitor')
  })

  it('lets nobody read numbers in clear by the hundred', async () => {
    const input = { entry: 'entry-none', why: '核对电话' }
    const all = await codes(openidOf(command), 'role.unmask', input, 61)
    expect(refusals(all)).toBeGreaterThanOrEqual(1)
    expect(all.slice(0, 30)).toEqual(all.slice(0, 30).map(() => 'not-found'))
    expect(rateOf('shop.unmask')).toEqual(rateOf('role.unmask'))
  }, 30_000)

  it('takes a reason of at most three hundred characters', async () => {
    const why = (length: number) => ({
      entry: 'entry-none',
      grant: { role: 'head', scope: here },
      why: '因'.repeat(length),
    })
    expect(await codes(openidOf(command), 'role.revoke', why(301), 1)).toEqual(['bad-input'])
    expect(await codes(openidOf(command), 'role.revoke', why(300), 1)).toEqual(['not-found'])
    expect(await codes(openidOf(command), 'role.revoke', why(1), 1)).toEqual(['reason-missing'])
  })
  const here = { kind: 'district', district: 'district-north' }
})
