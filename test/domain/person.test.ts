import fc from 'fast-check'

import { roles } from '#domain/actor'
import { agree, decideLeaving, decideName, hasAgreed, isPhone, maskName, maskPhone } from '#domain/person'
import { aGrant, anActor, HOUR, later, MONDAY } from '../support/builders'

const current = { privacy: '2', agreement: '5' }

describe('consent', () => {
  it('is to the texts in force, and to nothing older', () => {
    expect(agree([], { privacy: '1', agreement: '5' }, current, MONDAY)).toMatchObject({
      code: 'outdated-terms',
    })
    const agreed = agree([], current, current, MONDAY)
    expect(agreed.ok && hasAgreed(agreed.value, current)).toBe(true)
    expect(agreed.ok && hasAgreed(agreed.value, { ...current, privacy: '3' })).toBe(false)
  })

  it('given again adds nothing; to a newer text adds that text alone, and keeps the history', () => {
    const first = agree([], current, current, MONDAY)
    if (!first.ok) throw new Error(first.code)
    expect(agree(first.value, current, current, later(HOUR))).toEqual(first)
    const newer = { ...current, privacy: '3' }
    const second = agree(first.value, newer, newer, later(HOUR))
    expect(second.ok && second.value.slice(0, 2)).toEqual(first.value)
    expect(second.ok && second.value.slice(2)).toEqual([{ term: 'privacy', version: '3', at: later(HOUR) }])
  })
})

describe('a phone', () => {
  it.each([
    ['13812345678', true],
    ['19900000000', true],
    ['12812345678', false],
    ['1381234567', false],
    ['+8613812345678', false],
    ['138 1234 5678', false],
  ])('%s: %s', (text, expected) => {
    expect(isPhone(text)).toBe(expected)
  })

  it('masked never shows its middle', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
        expect(maskPhone(phone)).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`)
      }),
    )
  })
})

describe('a name', () => {
  it('is trimmed, counted in characters as people count them, and not empty', () => {
    expect(decideName(' 王晓梅 ')).toEqual({ ok: true, value: '王晓梅' })
    expect(decideName('　')).toMatchObject({ code: 'name-missing' })
    expect(decideName('👩‍🌾'.repeat(6)).ok).toBe(true)
    expect(decideName('名'.repeat(21))).toMatchObject({ code: 'name-too-long', detail: { most: 20 } })
  })

  it('masked shows the family name alone', () => {
    expect(maskName('王晓梅')).toBe('王**')
    expect(maskName('李')).toBe('李')
    expect(maskName('')).toBe('')
  })
})

describe('leaving', () => {
  it.each(roles)('%s', (role) => {
    const free = role === 'owner' || role === 'volunteer'
    expect(decideLeaving(anActor('x', aGrant(role))).ok).toBe(free)
  })

  it('is free to whoever holds nothing', () => {
    expect(decideLeaving(anActor('x')).ok).toBe(true)
  })
})
