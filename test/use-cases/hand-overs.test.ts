import fc from 'fast-check'

import type { Id } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'

import { db } from '../../cloudfunctions/cloud/database'
import { saveEntry } from '../../cloudfunctions/store/roster'
import { cancel } from '../../cloudfunctions/use-cases/caseload/cancel'
import { carryOutDue } from '../../cloudfunctions/use-cases/caseload/carry-out'
import { listHandOvers } from '../../cloudfunctions/use-cases/caseload/hand-overs'
import { move } from '../../cloudfunctions/use-cases/caseload/move'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { day } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command, DAY, later } from '../support/builders'
import { between, heard, idsOf, market, one, shopsOf, someShops, two } from '../support/hand-overs'
import { addShops, anEntry, auditOf, foundShopOffice, headTwo, pool } from '../support/shop-district'
import { aKey, as, foundDistrict } from '../support/small-district'

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

describe('a planned hand-over', () => {
  const TOMORROW = '2026-11-24'
  const plan = async (shops: readonly Shop[]) => {
    await addShops(one, shops)
    return yes(await move(between(one, two, shops, TOMORROW), as(command))).id
  }
  const statusOf = async (id: Id<'handOver'>) =>
    yes(await listHandOvers({ caseload: two, cursor: null }, as(command))).rows.find((row) => row.id === id)
      ?.status.kind

  it('waits for its day, is carried out once, and then tells both heads', async () => {
    const shops = someShops(2)
    const id = await plan(shops)
    expect(await carryOutDue(later(0))).toEqual({ carriedOut: 0, broken: 0 })
    expect(await shopsOf(one)).toEqual(idsOf(shops))
    const both = await Promise.all([carryOutDue(later(DAY)), carryOutDue(later(DAY))])
    expect(both.map(({ broken }) => broken)).toEqual([0, 0])
    expect([await shopsOf(one), await shopsOf(two)]).toEqual([[], idsOf(shops)])
    expect(await carryOutDue(later(2 * DAY))).toEqual({ carriedOut: 0, broken: 0 })
    expect(await statusOf(id)).toBe('done')
    await deliverWaiting(later(2 * DAY))
    expect(await heard(headTwo)).toMatchObject([{ kind: 'caseload', what: 'received', handOver: id }])
    expect((await auditOf(`handovers/${id}`)).map(({ what, by }) => [what, by])).toEqual([
      ['caseload.moved', command.id],
      ['handover.carriedOut', null],
    ])
  })

  it('fails as a whole where one shop has gone elsewhere, and command hears of it', async () => {
    const shops = someShops(2)
    const id = await plan(shops)
    yes(await move(between(one, pool, shops.slice(0, 1)), as(command)))
    await carryOutDue(later(DAY))
    expect(await statusOf(id)).toBe('failed')
    expect([await shopsOf(one), await shopsOf(two)]).toEqual([[shops[1]?.id], []])
    await deliverWaiting(later(2 * DAY))
    expect(await heard(command)).toContainEqual({
      ...{ kind: 'caseload', what: 'failed', handOver: id, shops: 2, title: '' },
    })
  })

  it('fails where the receiver is no head any more on the day', async () => {
    const id = await plan(someShops(1))
    await saveEntry(db, anEntry(headTwo, { grants: [] }))
    await carryOutDue(later(DAY))
    expect(await statusOf(id)).toBe('failed')
  })

  it('can be cancelled until then, once; cancelled or carried out at once, never both', async () => {
    const id = await plan(someShops(1))
    expect(await cancel({ id, version: 2 }, as(command))).toMatchObject({ code: 'stale' })
    const [answer] = await Promise.all([cancel({ id, version: 1 }, as(command)), carryOutDue(later(DAY))])
    expect(await statusOf(id)).toBe(answer.ok ? 'cancelled' : 'done')
    expect(await shopsOf(two)).toHaveLength(answer.ok ? 0 : 1)
    expect(await cancel({ id, version: 2 }, as(command))).toMatchObject({ code: 'wrong-state' })
  })

  it('lies on no day that has passed', async () => {
    const shops = someShops(1)
    await addShops(one, shops)
    expect(await move(between(one, two, shops, '2026-11-22'), as(command))).toMatchObject({
      code: 'day-passed',
    })
    yes(await move(between(one, two, shops, '2026-11-23'), as(command)))
    expect(await shopsOf(two)).toEqual(idsOf(shops))
  })
})

describe('whatever is moved, planned or at once', () => {
  it('every shop stays in exactly one caseload', async () => {
    const shops = someShops(8)
    await addShops(pool, shops)
    const ends = [pool, one, two, market] as const
    const step = fc.record({
      from: fc.constantFrom(...ends),
      to: fc.constantFrom(...ends),
      picked: fc.subarray([...idsOf(shops)], { minLength: 1 }),
      planned: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
        await Promise.all(
          steps.map(({ from, to, picked, planned }) =>
            move(
              { from, to, shops: picked, on: planned ? day('2026-11-24') : null, key: aKey() },
              as(command),
            ),
          ),
        )
        await carryOutDue(later(DAY))
        const held = (await Promise.all(ends.map(shopsOf))).flat()
        expect([...held].sort()).toEqual([...idsOf(shops)].sort())
      }),
      { numRuns: 12 },
    )
  })
})
