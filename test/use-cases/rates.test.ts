import { db } from '../../cloudfunctions/cloud/database'
import { countCall, removeSpentRates } from '../../cloudfunctions/store/rates'
import { later, MONDAY, reporter, stranger } from '../support/builders'
import { foundDistrict } from '../support/small-district'

beforeAll(async () => {
  await foundDistrict()
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
