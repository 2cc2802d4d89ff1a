import fc from 'fast-check'

import { asId } from '#domain/kernel/id'
import type { Role } from '#domain/actor'
import { changedFacts, changeShop, changeStaff, healthCard, isValidOn, shopLimits } from '#domain/shop'
import { doorsOpenTo, sightOf, whereaboutsOf } from '#domain/shop-access'
import { aCaseload, aShop, day, headedBy, officer } from '../support/a-shop'
import { aGrant, anActor, cell, MONDAY, street } from '../support/builders'

const certified = (until: string) => ({
  id: asId<'staffMember'>('m-1'),
  name: '柳如眉',
  certificate: { number: 'C-1', until: day(until) },
})
const hygiene = (until: string | null) =>
  ({ kind: 'hygiene', number: 'H-1', until: until === null ? null : day(until) }) as const

describe('the four-pillar health card', () => {
  const found = { state: 'good', at: MONDAY } as const
  const findings = { facilities: found, hygiene: { ...found, state: 'attention' } } as const
  const card = (given: Parameters<typeof aShop>[1]) => healthCard(aShop('1', { findings, ...given }), MONDAY)

  it('says what inspections found, and of what nobody checked that nobody did', () => {
    expect(card({})).toEqual({
      ...{ papers: 'good', facilities: 'good', disinfection: 'unchecked', hygiene: 'attention' },
    })
  })

  it('grades nothing while no licence of the trade is valid: 「办证中 · 未定级」', () => {
    const ungraded = { facilities: 'unchecked', disinfection: 'unchecked', hygiene: 'unchecked' }
    const business = { kind: 'business', number: 'B', until: null } as const
    expect(card({ licences: [business] })).toEqual({ papers: 'unchecked', ...ungraded })
    expect(card({ licences: [hygiene('2026-11-22')] })).toEqual({ papers: 'attention', ...ungraded })
  })

  it.each([
    ['ends in 31 days', { licences: [hygiene('2026-12-24')] }, 'good'],
    ['ends in 30 days', { licences: [hygiene('2026-12-23')] }, 'attention'],
    ['has no end', { licences: [hygiene(null)] }, 'good'],
    ['is good and the staff certified', { staff: [certified('2027-06-01')] }, 'good'],
    ['is good and a certificate ends', { staff: [certified('2026-12-01')] }, 'attention'],
    [
      'is good and somebody has none',
      { staff: [{ ...certified('2027-06-01'), certificate: null }] },
      'attention',
    ],
  ])('papers whose licence %s', (_what, given, expected) => {
    expect(card(given).papers).toBe(expected)
  })

  it('a paper is valid on its last day and not on the next', () => {
    expect(isValidOn(day('2026-11-23'), day('2026-11-23'))).toBe(true)
    expect(isValidOn(day('2026-11-23'), day('2026-11-24'))).toBe(false)
  })
})

describe('changing a shop', () => {
  const shop = aShop('1')

  it.each([
    ['no name', { name: '  ' }, 'name-missing'],
    ['a name too long', { name: '长'.repeat(shopLimits.name + 1) }, 'name-too-long'],
    ['an address too long', { address: '长'.repeat(shopLimits.address + 1) }, 'address-too-long'],
    ['no area', { size: { area: 0, places: null } }, 'size-impossible'],
    ['half a seat', { size: { area: null, places: 0.5 } }, 'size-impossible'],
    ['a licence without a number', { licences: [{ ...hygiene(null), number: ' ' }] }, 'number-missing'],
    ['too many licences', { licences: Array.from({ length: 11 }, () => hygiene(null)) }, 'too-many-licences'],
  ])('%s is refused', (_what, given, code) => {
    expect(changeShop(shop, 1, { ...shop, ...given })).toMatchObject({ ok: false, code })
  })

  it('the same facts, in whatever order their fields come, change nothing', () => {
    const { places, area } = shop.size
    expect(changeShop(shop, 1, { ...shop, size: { places, area }, name: ` ${shop.name} ` })).toEqual({
      ok: true,
      value: shop,
    })
    expect(changeShop(shop, 2, shop)).toMatchObject({ code: 'stale' })
  })

  it('names what changed, nothing else, and keeps what is no fact', () => {
    const after = { ...shop, name: '新名', size: { area: 41, places: 4 } }
    expect(changedFacts(shop, after)).toEqual(['name', 'size'])
    const changed = changeShop(shop, 1, after)
    expect(changed.ok && changed.value).toEqual({ ...after, version: 2 })
  })

  it('staff have names, and there are at most 200', () => {
    const one = certified('2027-06-01')
    expect(changeStaff(shop, 1, [{ ...one, name: ' ' }])).toMatchObject({ code: 'name-missing' })
    expect(changeStaff(shop, 1, [{ ...one, name: '长'.repeat(21) }])).toMatchObject({ code: 'name-too-long' })
    expect(
      changeStaff(
        shop,
        1,
        Array.from({ length: 201 }, () => one),
      ),
    ).toMatchObject({ code: 'too-many-staff' })
    expect(changeStaff(shop, 1, [one])).toMatchObject({ ok: true, value: { version: 2 } })
  })
})

describe('what a reader sees of a shop’s people', () => {
  const shop = aShop('1')
  const where = whereaboutsOf(shop, aCaseload(headedBy('h', 'd')))
  const scoped = {
    owner: { kind: 'shop', shop: shop.id },
    street: { kind: 'street', street },
    grid: { kind: 'cell', cell },
  } as const
  const by = (role: Role) => anActor('h', aGrant(role, role in scoped ? scoped[role as 'owner'] : undefined))

  it.each([
    ['owner', true, true, false],
    ['head', true, true, true],
    ['command', true, true, true],
    ['clerk', false, true, true],
    ['street', false, false, false],
    ['grid', false, false, false],
    ['assessor', false, false, false],
  ] as const)('%s: owners %s, staff %s, contact %s', (role, owners, staff, contact) => {
    expect(sightOf(by(role), where)).toEqual({ owners, staff, contact })
  })

  it('the deputy sees what the head sees, and another head nothing', () => {
    const deputy = { ...by('head'), id: officer('d').person }
    expect(sightOf(deputy, where).contact).toBe(true)
    expect(sightOf({ ...deputy, id: officer('x').person }, where).contact).toBe(false)
  })

  it('two roles see what either does', () => {
    const both = anActor('h', aGrant('clerk'), aGrant('owner', scoped.owner))
    expect(sightOf(both, where)).toEqual({ owners: true, staff: true, contact: true })
  })

  it('only an owner, no agent, names agents', () => {
    expect(doorsOpenTo(by('owner'), where, 'owner')).toContain('agent.invite')
    expect(doorsOpenTo(by('owner'), where, 'agent')).not.toContain('agent.invite')
  })
})

describe('facts', () => {
  it('whatever is sent, a version rises by one or nothing changes at all', () => {
    const shop = aShop('1')
    const facts = fc.record({
      name: fc.string({ maxLength: 60 }),
      address: fc.string({ maxLength: 100 }),
      state: fc.constantFrom('open', 'paused', 'transferred', 'closed'),
      size: fc.record({
        area: fc.option(fc.integer({ min: -1, max: 200 })),
        places: fc.option(fc.integer({ min: -1, max: 20 })),
      }),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const changed = changeShop(shop, 1, { ...shop, ...given })
        if (!changed.ok) return true
        const same = changedFacts(shop, changed.value).length === 0
        return same ? changed.value === shop : changed.value.version === 2
      }),
    )
  })
})
