import type { Role, Scope } from '#domain/actor'
import { asId } from '#domain/kernel/id'
import { inDistrict, reaches, type Reach } from '#domain/reach'
import { aGrant, anActor, cell, department, district, street } from '../support/builders'

const shop = asId<'shop'>('shop-1')
const me = anActor('me').id
const here = {
  ...inDistrict(district),
  ...{ street, cell, department, shop, heads: [me], person: me },
}
const elsewhere = {
  ...inDistrict(district),
  street: asId<'street'>('street-other'),
  cell: asId<'cell'>('cell-other'),
  department: asId<'department'>('department-other'),
  shop: asId<'shop'>('shop-other'),
  heads: [anActor('another').id],
  person: anActor('another').id,
}
const south = asId<'district'>('district-south')

const cases: readonly (readonly [Role, Reach, Scope])[] = [
  ['resident', 'own', { kind: 'district', district }],
  ['owner', 'shop', { kind: 'shop', shop }],
  ['head', 'caseload', { kind: 'district', district }],
  ['handler', 'department', { kind: 'department', department }],
  ['grid', 'cell', { kind: 'cell', cell }],
  ['street', 'street', { kind: 'street', street }],
]

describe('how far a role reaches', () => {
  it.each(cases)('%s by %s: its own part and no other', (role, reach, scope) => {
    const actor = anActor('me', ...(role === 'resident' ? [] : [aGrant(role, scope)]))
    expect(reaches(actor, role, reach, here)).toBe(true)
    expect(reaches(actor, role, reach, elsewhere)).toBe(false)
    expect(reaches(actor, role, reach, inDistrict(district))).toBe(false)
  })

  it('a role of the district reaches all of it, and no other district', () => {
    const command = anActor('me', aGrant('command'))
    expect(reaches(command, 'command', 'district', elsewhere)).toBe(true)
    expect(reaches(command, 'command', 'district', { ...here, district: south })).toBe(false)
  })

  it('a role that is scoped to another district reaches nothing in this one', () => {
    const visitor = anActor('me', aGrant('command', { kind: 'district', district: south }))
    expect(reaches(visitor, 'command', 'district', here)).toBe(false)
  })

  it('everybody reaches the district as a resident, and nothing as what they are not', () => {
    const nobody = anActor('me')
    expect(reaches(nobody, 'resident', 'district', elsewhere)).toBe(true)
    for (const [role, reach] of cases.slice(1)) expect(reaches(nobody, role, reach, here)).toBe(false)
  })

  it('one role’s scope never opens another’s', () => {
    const grid = anActor('me', aGrant('grid', { kind: 'cell', cell }))
    expect(reaches(grid, 'street', 'street', here)).toBe(false)
    expect(reaches(grid, 'head', 'caseload', here)).toBe(false)
  })
})
