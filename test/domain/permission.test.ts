import { roles, type Role } from '#domain/actor'
import type { EndpointName } from '#domain/contract/endpoints'
import { mayCall, permissions } from '#domain/permission'
import { reportMoves } from '#domain/report'
import { aGrant, anActor } from '../support/builders'

const callers = (endpoint: EndpointName): readonly Role[] =>
  roles.filter((role) => mayCall(anActor(role, aGrant(role)), endpoint))

describe('who may call an endpoint at all', () => {
  const narrow: Partial<Record<EndpointName, readonly Role[]>> = {
    'report.triage': ['grid', 'command'],
    'report.decline': ['grid', 'command'],
    'report.start': ['handler'],
    'report.fix': ['handler'],
    'report.close': ['command'],
  }

  it.each(Object.keys(permissions) as EndpointName[])('%s', (endpoint) => {
    const expected = narrow[endpoint] ?? roles
    expect([...callers(endpoint)].sort()).toEqual([...expected].sort())
  })

  it('everyone is a resident, with or without a grant', () => {
    expect(mayCall(anActor('newcomer'), 'report.submit')).toBe(true)
    expect(mayCall(anActor('newcomer'), 'report.triage')).toBe(false)
  })

  it('whoever the table of moves names may call the move’s endpoint', () => {
    const roleFor = {
      grid: ['grid', 'command'],
      handler: ['handler'],
      reporter: roles,
      command: ['command'],
    } as const
    for (const [move, { by }] of Object.entries(reportMoves)) {
      expect(callers(`report.${move}` as EndpointName)).toEqual(expect.arrayContaining([...roleFor[by]]))
    }
  })
})
