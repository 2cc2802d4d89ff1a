import type { Grant, Role, Scope } from '#domain/actor'
import { roles } from '#domain/actor'
import { asId } from '#domain/kernel/id'
import { decideGrant, decideRevoke, officeRoles, sameScope, scopeOf } from '#domain/role'
import { grantsWith, type RosterEntry } from '#domain/roster'
import { cell, department, district, street } from '../support/builders'

const scopes: Readonly<Record<Scope['kind'], Scope>> = {
  district: { kind: 'district', district },
  street: { kind: 'street', street },
  cell: { kind: 'cell', cell },
  department: { kind: 'department', department },
  shop: { kind: 'shop', shop: asId('shop-1') },
}
const pairs = roles.flatMap((role) =>
  Object.values(scopes).map((scope) => [role, scope.kind, scope] as const),
)

describe('granting', () => {
  it.each(pairs)('%s for a %s', (role, kind, scope) => {
    const decided = decideGrant([], { role, scope })
    const grantable = (officeRoles as readonly Role[]).includes(role)
    expect(decided.ok).toBe(grantable && scopeOf[role] === kind)
  })

  it('the same role for the same place is held once; for another place it is another role', () => {
    const here: Grant = { role: 'grid', scope: scopes.cell }
    const there: Grant = { role: 'grid', scope: { kind: 'cell', cell: asId('cell-2') } }
    expect(decideGrant([here], here)).toMatchObject({ code: 'held-already' })
    expect(decideGrant([here], there)).toEqual({ ok: true, value: [here, there] })
  })

  it('nobody gathers roles without end', () => {
    const many = Array.from({ length: 30 }, (_, at): Grant => ({
      role: 'grid',
      scope: { kind: 'cell', cell: asId(`cell-${String(at)}`) },
    }))
    expect(decideGrant(many, { role: 'grid', scope: scopes.cell })).toMatchObject({ code: 'too-many-roles' })
  })
})

describe('revoking', () => {
  const commandHere: Grant = { role: 'command', scope: scopes.district }
  const headHere: Grant = { role: 'head', scope: scopes.district }

  it('takes exactly that role', () => {
    const decided = decideRevoke([commandHere, headHere], headHere, { others: 0, shops: 0 })
    expect(decided).toEqual({ ok: true, value: [commandHere] })
  })

  it('leaves the district its last commander, and a head who still has shops', () => {
    expect(decideRevoke([commandHere], commandHere, { others: 0, shops: 0 })).toMatchObject({
      code: 'last-command',
    })
    expect(decideRevoke([commandHere], commandHere, { others: 1, shops: 0 }).ok).toBe(true)
    expect(decideRevoke([headHere], headHere, { others: 1, shops: 134 })).toMatchObject({
      code: 'holds-shops',
      detail: { shops: 134 },
    })
  })

  it('of a role that is not held is refused', () => {
    expect(decideRevoke([], headHere, { others: 1, shops: 0 })).toMatchObject({ code: 'not-held' })
  })
})

describe('a scope', () => {
  it('is the same whatever the order of its fields', () => {
    expect(sameScope({ kind: 'cell', cell }, { cell, kind: 'cell' })).toBe(true)
    expect(sameScope({ kind: 'cell', cell }, { kind: 'cell', cell: asId('other') })).toBe(false)
  })
})

describe('a person’s roles', () => {
  const entry = (grants: readonly Grant[]): RosterEntry => ({
    id: asId('entry-1'),
    district,
    number: 'W-1',
    name: 'x',
    phone: '13800000000',
    title: '',
    grants,
    person: asId('person-1'),
    version: 1,
  })
  const shopHere: Grant = { role: 'owner', scope: scopes.shop }
  const gridHere: Grant = { role: 'grid', scope: scopes.cell }

  it('are what the roster says today beside what claims gave', () => {
    expect(grantsWith([shopHere, gridHere], [])).toEqual([shopHere])
    expect(grantsWith([shopHere], [entry([gridHere]), entry([gridHere])])).toEqual([shopHere, gridHere])
  })

  it('does not make a grid worker of whoever answers for a single spot; a line of their own does', () => {
    const warden = { ...entry([gridHere]), spot: '迎春社区 3 号楼' }
    expect(grantsWith([shopHere], [warden])).toEqual([shopHere])
    expect(grantsWith([], [warden, entry([gridHere])])).toEqual([gridHere])
  })
})
