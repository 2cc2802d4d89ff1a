import { roles, type Role, type Scope } from '#domain/actor'
import type { EndpointName } from '#domain/contract/endpoints'
import { asId } from '#domain/kernel/id'
import { mayCall, mayReach, permissions, rateOf } from '#domain/permission'
import { inDistrict, type Reach, type Whereabouts } from '#domain/reach'
import { reportMoves } from '#domain/report'
import { scopeOf } from '#domain/role'
import { aGrant, anActor, cell, department, district, street } from '../support/builders'

const endpoints = Object.keys(permissions) as EndpointName[]
const shop = asId<'shop'>('shop-1')
const person = asId<'person'>('person-someone')

const scopes: Readonly<Record<Scope['kind'], Scope>> = {
  district: { kind: 'district', district },
  street: { kind: 'street', street },
  cell: { kind: 'cell', cell },
  department: { kind: 'department', department },
  shop: { kind: 'shop', shop },
}
/** Somebody with exactly this role, scoped as its table says, here. */
const bearer = (role: Role) => {
  const kind = scopeOf[role]
  return anActor('someone', ...(kind === null ? [] : [aGrant(role, scopes[kind])]))
}
/** A thing in the bearer's own district, street, cell, department and shop, of its caseload, and its own. */
const inside: Whereabouts = { district, street, cell, department, shop, heads: [person], person }
/** The same thing elsewhere, somebody else's. */
const outside: Whereabouts = {
  district,
  street: asId('street-other'),
  cell: asId('cell-other'),
  department: asId('department-other'),
  shop: asId('shop-other'),
  heads: [asId('person-other')],
  person: asId('person-other'),
}
const wide = (reach: Reach | undefined) => reach === 'district'
const reachOf = (endpoint: EndpointName, role: Role): Reach | undefined => {
  const { who } = permissions[endpoint]
  return who === 'anyone' ? undefined : (who as Partial<Record<Role, Reach>>)[role]
}
/** Whether a bearer of this role alone is let through by the role itself, or by being a resident as everyone is. */
const expected = (endpoint: EndpointName, role: Role, here: boolean): boolean => {
  const ways = [reachOf(endpoint, role), reachOf(endpoint, 'resident')]
  return ways.some((reach) => reach !== undefined && (here || wide(reach)))
}

describe('the table of permissions', () => {
  const pairs = endpoints
    .filter((endpoint) => permissions[endpoint].who !== 'anyone')
    .flatMap((endpoint) => roles.map((role) => [endpoint, role] as const))

  it.each(pairs)('%s by %s, inside and outside the scope', (endpoint, role) => {
    const actor = bearer(role)
    expect(mayCall(actor, endpoint)).toBe(expected(endpoint, role, true))
    expect(mayReach(actor, endpoint, inside)).toBe(expected(endpoint, role, true))
    expect(mayReach(actor, endpoint, outside)).toBe(expected(endpoint, role, false))
    expect(mayReach(actor, endpoint, { ...inside, district: asId('district-south') })).toBe(false)
  })

  it('lets a visitor do nothing but look around and agree', () => {
    expect(endpoints.filter((endpoint) => mayCall(null, endpoint)).sort()).toEqual([
      'district.read',
      'session.agree',
      'session.open',
      'shop.public',
    ])
  })

  it('limits the rate of everything that changes something', () => {
    const reading = /\.(read|list|open|public|offers|problems|agree|page|changes)$/
    expect(endpoints.filter((endpoint) => rateOf(endpoint) === null && !reading.test(endpoint))).toEqual([])
  })

  it('whoever the table of a report’s moves names may call the move’s endpoint', () => {
    const roleFor = { grid: 'grid', handler: 'handler', reporter: 'resident', command: 'command' } as const
    for (const [move, { by }] of Object.entries(reportMoves))
      expect(mayCall(bearer(roleFor[by]), `report.${move}` as EndpointName)).toBe(true)
  })

  it('a thing of the district as a whole is reached by the district’s roles alone', () => {
    expect(mayReach(bearer('command'), 'audit.list', inDistrict(district))).toBe(true)
    expect(mayReach(bearer('head'), 'audit.list', inDistrict(district))).toBe(false)
  })
})
