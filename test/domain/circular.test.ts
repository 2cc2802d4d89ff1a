import fc from 'fast-check'

import {
  checkCircular,
  circularLimits,
  closeCircular,
  decideCheck,
  decideReminder,
  everyShop,
  isAimedAt,
  isAnsweredBy,
  lacks,
  tallyOf,
  waitingShops,
  type Aim,
  type Circular,
  type Lack,
} from '#domain/circular'
import { dayOf } from '#domain/kernel/day'
import { asId, type Id } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'
import { aShop, day, food, hair, inn } from '../support/a-shop'
import { district, HOUR, later, MONDAY, otherStreet, street } from '../support/builders'

const shops = ['a', 'b', 'c', 'd'].map((name) => asId<'shop'>(`shop-${name}`))
const person = asId<'person'>('person-head')

const aCircular = (given: Partial<Circular> = {}): Circular => ({
  id: asId('circular-1'),
  district,
  caseload: asId('head-1'),
  dispatch: asId('dispatch-1'),
  ...{ title: '冬季通风', words: '对照三条看看自己的店', items: ['开窗', '换毛巾', '记台账'] },
  ...{ by: person, standing: 'head', at: MONDAY, aim: everyShop, shops, waiting: shops },
  ...{ checked: [], reminded: null, status: { kind: 'open' }, content: 'x' },
  ...given,
})
const held = (ids: readonly Id<'shop'>[]) => ({ shops: ids })

/** A recount in the plainest words there are, apart from the rule's own way of going about it. */
const plainlyAimed = (aim: Aim, shop: Shop): boolean => {
  const today = dayOf(MONDAY)
  const paper = (kind: string) =>
    shop.licences.filter((one) => one.kind === kind && (one.until === null || one.until >= today)).length > 0
  const graded = paper('hygiene') || paper('food')
  const certified = shop.staff.filter((one) => one.certificate !== null && one.certificate.until >= today)
  const found: Record<Lack, boolean> = {
    hygieneLicence: paper('hygiene'),
    foodLicence: paper('food'),
    certificates: shop.staff.length > 0 && certified.length === shop.staff.length,
    facilities: graded && shop.findings.facilities?.state === 'good',
    disinfection: graded && shop.findings.disinfection?.state === 'good',
    cleanliness: graded && shop.findings.hygiene?.state === 'good',
  }
  if (shop.state === 'closed' || shop.state === 'transferred') return false
  if (aim.trades.length > 0 && aim.trades.indexOf(shop.trade) < 0) return false
  if (aim.streets.length > 0 && aim.streets.indexOf(shop.street) < 0) return false
  if (aim.without.length === 0) return true
  return aim.without.filter((lack) => !found[lack]).length > 0
}

const someDay = fc.constantFrom(
  null,
  day('2020-01-01'),
  day('2026-11-22'),
  day('2026-11-23'),
  day('2030-01-01'),
)
const someFinding = fc.option(
  fc.record({ state: fc.constantFrom('good' as const, 'attention' as const), at: fc.constant(MONDAY) }),
)
const someShop: fc.Arbitrary<Shop> = fc
  .record({
    trade: fc.constantFrom(hair, inn, food),
    street: fc.constantFrom(street, otherStreet),
    state: fc.constantFrom('open' as const, 'paused' as const, 'closed' as const, 'transferred' as const),
    licences: fc.array(
      fc.record({
        kind: fc.constantFrom('business' as const, 'hygiene' as const, 'food' as const),
        number: fc.constant('N'),
        until: someDay,
      }),
      { maxLength: 3 },
    ),
    staff: fc.array(
      fc.record({
        id: fc.constant(asId<'staffMember'>('s')),
        name: fc.constant('某人'),
        certificate: someDay.map((until) => until && { number: 'C', until }),
      }),
      { maxLength: 3 },
    ),
    facilities: someFinding,
    disinfection: someFinding,
    hygiene: someFinding,
  })
  .map(({ facilities, disinfection, hygiene, ...given }) =>
    aShop('any', {
      ...given,
      findings: {
        ...(facilities && { facilities }),
        ...(disinfection && { disinfection }),
        ...(hygiene && { hygiene }),
      },
    }),
  )
const someAim: fc.Arbitrary<Aim> = fc.record({
  trades: fc.subarray([hair, inn, food]),
  streets: fc.subarray([street, otherStreet]),
  without: fc.subarray([...lacks]),
})

describe('whom a circular is for', () => {
  it('by trade, street and what a shop goes without is what a plain recount says', () => {
    fc.assert(
      fc.property(someAim, someShop, (aim, shop) => {
        expect(isAimedAt(aim, shop, MONDAY)).toBe(plainlyAimed(aim, shop))
      }),
      { numRuns: 2_000 },
    )
  })

  it('without any question is every shop that runs, and the narrower the question the fewer', () => {
    fc.assert(
      fc.property(someAim, someShop, (aim, shop) => {
        if (isAimedAt(aim, shop, MONDAY)) expect(isAimedAt(everyShop, shop, MONDAY)).toBe(true)
      }),
    )
    expect(isAimedAt(everyShop, aShop('x', { state: 'closed' }), MONDAY)).toBe(false)
  })

  it('a bath is not told about the barbers’ towels', () => {
    const barbers = { ...everyShop, trades: [hair] }
    expect(isAimedAt(barbers, aShop('barber'), MONDAY)).toBe(true)
    expect(isAimedAt(barbers, aShop('inn', { trade: inn }), MONDAY)).toBe(false)
  })

  it('a licence holds through its last day', () => {
    const until = (text: string) =>
      aShop('x', { licences: [{ kind: 'hygiene', number: 'H', until: day(text) }] })
    const unlicensed: Aim = { ...everyShop, without: ['hygieneLicence'] }
    expect(isAimedAt(unlicensed, until('2026-11-23'), MONDAY)).toBe(false)
    expect(isAimedAt(unlicensed, until('2026-11-22'), MONDAY)).toBe(true)
  })
})

describe('the words of a circular', () => {
  const text = { title: ' 通风 ', words: ' 请开窗 ', items: [' 一 ', ' ', '二'] }

  it('lose what stands around them, and empty lines of the self-check', () => {
    expect(checkCircular(text)).toEqual({
      ok: true,
      value: { title: '通风', words: '请开窗', items: ['一', '二'] },
    })
  })

  it.each([
    ['title-missing', { title: '  ' }],
    ['title-too-long', { title: '字'.repeat(circularLimits.title + 1) }],
    ['words-missing', { words: '\n' }],
    ['words-too-long', { words: '字'.repeat(circularLimits.words + 1) }],
    ['too-many-items', { items: Array.from({ length: circularLimits.items + 1 }, () => '条') }],
    ['item-too-long', { items: ['字'.repeat(circularLimits.item + 1)] }],
  ])('are refused: %s', (code, given) => {
    expect(checkCircular({ ...text, ...given })).toMatchObject({ ok: false, code })
  })

  it('may be as long as is allowed', () => {
    const most = {
      title: '字'.repeat(circularLimits.title),
      words: '字'.repeat(circularLimits.words),
      items: Array.from({ length: circularLimits.items }, () => '字'.repeat(circularLimits.item)),
    }
    expect(checkCircular(most)).toEqual({ ok: true, value: most })
  })
})

describe('the count', () => {
  const [a, b, c] = shops as [Id<'shop'>, Id<'shop'>, Id<'shop'>]

  it('is in shops, over those that are still in the group', () => {
    const circular = aCircular({ waiting: [c], checked: [a, b] })
    expect(tallyOf(circular, held(shops))).toEqual({ shops: 4, known: 3, checked: 2, left: 0 })
    expect(tallyOf(circular, held([a, c]))).toEqual({ shops: 2, known: 1, checked: 1, left: 2 })
  })

  it('of those who know and those who wait is all of them, whatever left and came', () => {
    const some = fc.subarray([...shops])
    fc.assert(
      fc.property(some, some, some, (of, waits, holds) => {
        const circular = aCircular({ shops: of, waiting: of.filter((shop) => waits.includes(shop)) })
        const { shops: all, known, left } = tallyOf(circular, held(holds))
        expect(known + waitingShops(circular, held(holds)).length).toBe(all)
        expect(all + left).toBe(of.length)
      }),
    )
  })

  it('has somebody’s whole answer once each of their shops that it still speaks to is in it', () => {
    const circular = aCircular({ shops: [a, b, c], waiting: [b, c] })
    const answered = (own: readonly Id<'shop'>[], holds: readonly Id<'shop'>[] = shops) =>
      isAnsweredBy(circular, held(holds), own)
    expect([answered([a]), answered([b]), answered([a, b])]).toEqual([true, false, false])
    expect(answered([a, b], [a, c])).toBe(true)
    expect([answered([]), answered([asId('shop-d')]), answered([a], [b])]).toEqual([false, false, false])
  })
})

describe('a reminder', () => {
  const [a, b] = shops as [Id<'shop'>, Id<'shop'>]
  const key = 'key-1'

  it('goes to those alone who have not said so and are still here', () => {
    const circular = aCircular({ waiting: [a, b] })
    expect(decideReminder(circular, held([b, ...shops.slice(2)]), { key, now: MONDAY })).toEqual({
      ok: true,
      value: { reminder: { at: MONDAY, key, shops: 1 }, shops: [b] },
    })
  })

  it('is sent once an hour, and the same command reminds nobody twice', () => {
    const circular = aCircular({ reminded: { at: MONDAY, key, shops: 4 } })
    const again = (other: string, now = MONDAY) => decideReminder(circular, held(shops), { key: other, now })
    expect(again('key-2', later(HOUR - 1))).toMatchObject({ code: 'too-soon', detail: { minutes: 1 } })
    expect(again('key-2', later(HOUR))).toMatchObject({ ok: true, value: { shops } })
    expect(again(key, later(HOUR))).toMatchObject({ ok: true, value: { shops: [], reminder: { shops: 4 } } })
  })

  it('is not for one that everybody knows, nor for one that is closed', () => {
    const decide = (given: Partial<Circular>) =>
      decideReminder(aCircular(given), held(shops), { key, now: MONDAY })
    expect(decide({ waiting: [] })).toMatchObject({ code: 'nobody-left' })
    expect(decide({ status: { kind: 'closed', by: person, at: MONDAY } })).toMatchObject({
      code: 'wrong-state',
    })
  })
})

describe('a self-check', () => {
  const by = { by: person, now: MONDAY }
  const answers = [
    { mark: 'done', words: '' },
    { mark: 'not', words: ' 缺台账本 ' },
    { mark: 'none', words: '' },
  ] as const

  it('answers every line, while the circular is open', () => {
    expect(decideCheck(aCircular(), answers, by)).toMatchObject({
      value: { by: person, answers: [{}, { mark: 'not', words: '缺台账本' }, {}] },
    })
    expect(decideCheck(aCircular(), answers.slice(1), by)).toMatchObject({ code: 'answers-missing' })
    expect(decideCheck(aCircular({ items: [] }), [], by)).toMatchObject({ code: 'wrong-state' })
    const closed = closeCircular(aCircular(), person, MONDAY)
    expect(closed.ok && decideCheck(closed.value, answers, by)).toMatchObject({ code: 'wrong-state' })
    const long = [answers[0], answers[1], { mark: 'none' as const, words: '字'.repeat(201) }]
    expect(decideCheck(aCircular(), long, by)).toMatchObject({ code: 'words-too-long' })
  })
})

describe('closing', () => {
  it('is done once; one that was taken back is not closed', () => {
    const closed = closeCircular(aCircular(), person, MONDAY)
    expect(closed).toMatchObject({ ok: true, value: { status: { kind: 'closed' } } })
    if (closed.ok) expect(closeCircular(closed.value, asId('person-other'), later(1))).toEqual(closed)
    expect(
      closeCircular(aCircular({ status: { kind: 'withdrawn', at: MONDAY } }), person, MONDAY),
    ).toMatchObject({ code: 'wrong-state' })
  })
})
