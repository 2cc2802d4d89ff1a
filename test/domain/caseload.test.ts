import fc from 'fast-check'

import {
  cancelMove,
  carryOut,
  decideMove,
  headsOf,
  isDue,
  liesOutside,
  mostShops,
  nameDeputy,
  seatOfficer,
  type Caseload,
  type MoveCommand,
} from '#domain/caseload'
import { asId, type Id } from '#domain/kernel/id'
import { aCaseload, day, food, hair, headedBy, officer } from '../support/a-shop'
import { cell, command, DAY, later, MONDAY } from '../support/builders'

const ids = (many: number, from = 0) =>
  Array.from({ length: many }, (_, at) => asId<'shop'>(`shop-${String(from + at)}`))
const occasion = { actor: command, now: MONDAY }
const aMove = (shops: readonly Id<'shop'>[], given: Partial<MoveCommand> = {}): MoveCommand => ({
  id: asId<'handOver'>('handover-1'),
  shops,
  on: null,
  body: 'body',
  ...given,
})
const from = aCaseload(headedBy('h'), ids(4))
const to = aCaseload(headedBy('k'), ids(1, 100))

describe('a move between caseloads', () => {
  it('takes all named shops, each once, and leaves the rest', () => {
    const [a, b] = ids(2) as [Id<'shop'>, Id<'shop'>]
    const moved = decideMove(from, to, aMove([a, b, a]), [], occasion)
    expect(moved).toMatchObject({
      ok: true,
      value: {
        from: { shops: ids(2, 2), version: 2 },
        to: { shops: [...ids(1, 100), a, b], version: 2 },
        handOver: { shops: [a, b], status: { kind: 'done', at: MONDAY }, by: command.id },
      },
    })
  })

  it.each([
    ['into the same caseload', from, from, aMove(ids(1)), [], 'same-caseload'],
    ['of nothing', from, to, aMove([]), [], 'nothing-to-move'],
    ['of a shop that is not there', from, to, aMove(ids(5)), [], 'not-in-caseload'],
    ['of a trade outside the remit', from, to, aMove(ids(2)), ids(1), 'outside-remit'],
    ['on a day gone by', from, to, aMove(ids(1), { on: day('2026-11-22') }), [], 'day-passed'],
    [
      'beyond what one head can hold',
      from,
      aCaseload(headedBy('k'), ids(mostShops, 10)),
      aMove(ids(1)),
      [],
      'too-many-shops',
    ],
  ] as const)('%s is refused', (_what, a, b, given, outside, code) => {
    expect(decideMove(a, b, given, outside, occasion)).toMatchObject({ ok: false, code })
  })

  it('planned for a later day moves nothing yet; planned for today it moves', () => {
    const planned = decideMove(from, to, aMove(ids(1), { on: day('2026-11-24') }), [], occasion)
    expect(planned).toMatchObject({
      ok: true,
      value: { from, to, handOver: { status: { kind: 'planned' } } },
    })
    const today = decideMove(from, to, aMove(ids(1), { on: day('2026-11-23') }), [], occasion)
    expect(today).toMatchObject({ ok: true, value: { handOver: { status: { kind: 'done' } } } })
  })

  it('a pool takes its cell’s shops, a head the agency’s trades; no list means every trade', () => {
    const shop = { cell, trade: hair }
    expect(liesOutside({ kind: 'cell', cell }, shop)).toBe(false)
    expect(liesOutside({ kind: 'cell', cell: asId('cell-other') }, shop)).toBe(true)
    expect(liesOutside({ kind: 'trades', trades: null }, shop)).toBe(false)
    expect(liesOutside({ kind: 'trades', trades: [food] }, shop)).toBe(true)
    expect(liesOutside({ kind: 'trades', trades: [] }, shop)).toBe(true)
  })
})

describe('a planned hand-over', () => {
  const decided = decideMove(from, to, aMove(ids(2), { on: day('2026-11-24') }), [], occasion)
  if (!decided.ok) throw new Error(decided.code)
  const { handOver } = decided.value

  it('is due from the first moment of its day, in Beijing', () => {
    const midnight = Date.UTC(2026, 10, 23, 16)
    expect(isDue(handOver, later(midnight - MONDAY - 1))).toBe(false)
    expect(isDue(handOver, later(midnight - MONDAY))).toBe(true)
  })

  it('is carried out as a whole, or fails as a whole', () => {
    const done = carryOut(handOver, from, to, [], later(DAY))
    expect(done).toMatchObject({
      from: { shops: ids(2, 2) },
      handOver: { version: 2, status: { kind: 'done' } },
    })
    const lacking = { ...from, shops: ids(3, 1) }
    expect(carryOut(handOver, lacking, to, [], later(DAY))).toMatchObject({
      ...{ from: lacking, to, handOver: { status: { kind: 'failed' } } },
    })
    expect(carryOut(handOver, from, to, ids(1), later(DAY)).handOver.status.kind).toBe('failed')
  })

  it('can be cancelled once, before it is done', () => {
    expect(cancelMove(handOver, 2, occasion)).toMatchObject({ code: 'stale' })
    const cancelled = cancelMove(handOver, 1, occasion)
    expect(cancelled).toMatchObject({ ok: true, value: { status: { kind: 'cancelled', by: command.id } } })
    if (cancelled.ok) {
      expect(isDue(cancelled.value, later(DAY))).toBe(false)
      expect(cancelMove(cancelled.value, 2, occasion)).toMatchObject({ code: 'wrong-state' })
    }
  })
})

describe('who answers for a caseload', () => {
  it('head and deputy, as far as they have signed in; nobody for a pool', () => {
    const awaited = { kind: 'head', head: { ...officer('h'), person: null }, deputy: officer('d') } as const
    expect(headsOf(aCaseload(headedBy('h', 'd')))).toEqual(['person-h', 'person-d'])
    expect(headsOf(aCaseload(awaited))).toEqual(['person-d'])
    expect(headsOf(aCaseload({ kind: 'pool', cell }))).toEqual([])
  })

  it('whoever signs in for an entry is seated as head and as deputy, wherever the entry sits', () => {
    const person = asId<'person'>('person-new')
    const { entry } = officer('d')
    expect(headsOf(seatOfficer(aCaseload(headedBy('h', 'd')), { entry, person }))).toEqual([
      'person-h',
      person,
    ])
    expect(headsOf(seatOfficer(aCaseload(headedBy('d')), { entry, person }))).toEqual([person])
    const other = aCaseload(headedBy('h'))
    expect(seatOfficer(other, { entry, person })).toBe(other)
  })

  it('a deputy is another person than the head, and a pool has none', () => {
    expect(nameDeputy(from, officer('h'), 1)).toMatchObject({ code: 'same-person' })
    expect(nameDeputy(from, officer('k'), 2)).toMatchObject({ code: 'stale' })
    expect(nameDeputy(aCaseload({ kind: 'pool', cell }), null, 1)).toMatchObject({ code: 'wrong-state' })
    expect(nameDeputy(from, officer('k'), 1)).toMatchObject({ ok: true, value: { version: 2 } })
  })
})

describe('whatever is moved', () => {
  it('every shop stays in exactly one caseload', () => {
    const all = ids(6)
    const step = fc.record({
      from: fc.nat(2),
      to: fc.nat(2),
      shops: fc.subarray(all),
      planned: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const caseloads: Caseload[] = [
          aCaseload({ kind: 'pool', cell }, all),
          aCaseload(headedBy('h')),
          aCaseload(headedBy('k')),
        ]
        const at = (place: number) => {
          const found = caseloads[place]
          if (!found) throw new Error('no such caseload')
          return found
        }
        for (const one of steps) {
          const on = one.planned ? day('2026-11-24') : null
          const moved = decideMove(at(one.from), at(one.to), aMove(one.shops, { on }), [], occasion)
          if (!moved.ok) continue
          const after = one.planned
            ? carryOut(moved.value.handOver, at(one.from), at(one.to), [], later(DAY))
            : moved.value
          caseloads[one.from] = after.from
          caseloads[one.to] = after.to
        }
        expect(caseloads.flatMap(({ shops }) => shops).sort()).toEqual([...all].sort())
      }),
    )
  })
})
