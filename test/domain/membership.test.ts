import fc from 'fast-check'

import { asId, type Id } from '#domain/kernel/id'
import { decideMove } from '#domain/caseload'
import { channelsOfCaseload, channelsOfShop, isInCommandChannel } from '#domain/membership'
import { aCaseload, headedBy } from '../support/a-shop'
import { aGrant, anActor, cell, command, MONDAY } from '../support/builders'

const shops = ['a', 'b', 'c', 'd'].map((name) => asId<'shop'>(`shop-${name}`))
const [shop] = shops as [Id<'shop'>]

describe('channels follow assignments', () => {
  it('a head is in the group and in each shop’s desk', () => {
    expect(channelsOfCaseload(aCaseload(headedBy('h'), [shop]))).toEqual([
      { kind: 'store', caseload: 'head-entry-h' },
      { kind: 'desk', shop },
    ])
  })

  it('a pool has no group; an owner waiting there has the desk alone', () => {
    const pool = aCaseload({ kind: 'pool', cell }, [shop])
    expect(channelsOfCaseload(pool)).toEqual([])
    expect(channelsOfShop(shop, pool)).toEqual([{ kind: 'desk', shop }])
  })

  it('heads and command share the district’s channel, owners and grid workers do not', () => {
    const inIt = ['head', 'command', 'grid', 'clerk'] as const
    expect(inIt.filter((role) => isInCommandChannel(anActor('x', aGrant(role))))).toEqual(['head', 'command'])
  })

  it('whatever is moved, a shop’s owner and its head meet in the same two channels', () => {
    fc.assert(
      fc.property(fc.subarray(shops), (moving) => {
        const [from, to] = [aCaseload(headedBy('h'), shops), aCaseload(headedBy('k'))]
        const mark = { id: asId<'handOver'>('h'), on: null, body: '' }
        const moved = decideMove(from, to, { ...mark, shops: moving }, [], { actor: command, now: MONDAY })
        const after = moved.ok ? [moved.value.from, moved.value.to] : [from, to]
        for (const one of shops) {
          const mine = after.filter((caseload) => caseload.shops.includes(one))
          expect(mine).toHaveLength(1)
          for (const caseload of mine)
            expect(channelsOfCaseload(caseload)).toEqual(
              expect.arrayContaining([...channelsOfShop(one, caseload)]),
            )
        }
      }),
    )
  })
})
