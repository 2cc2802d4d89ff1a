import fc from 'fast-check'
import { dayAfter, dayOf, daysBetween, startOf, type Day } from '#domain/kernel/day'
import { asId } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import { daysWords, isEnough, nothingSought, spanOf } from '../../src/features/channel/sought'

const day = (text: string) => text as Day
const someDays = fc.integer({ min: 0, max: 1_000 }).map((after) => dayAfter(day('2026-01-01'), after))
const DAY = 86_400_000
/** milliseconds from a range's first moment, or to its last: within two days of either */
const nearby = fc.integer({ min: -2 * DAY, max: 2 * DAY })

/** As the server decides it. */
const isWithin = (at: Instant, { from, to }: ReturnType<typeof spanOf>): boolean =>
  (from === null || at >= from) && (to === null || at < to)

describe('the days that are looked at', () => {
  it('are whole days in China, the first and the last with them, whatever the moment', () => {
    fc.assert(
      fc.property(
        someDays,
        fc.integer({ min: 0, max: 40 }),
        nearby,
        fc.boolean(),
        (from, more, off, late) => {
          const to = dayAfter(from, more)
          const at = asInstant(startOf(late ? to : from) + off)
          const said = dayOf(at)
          expect(isWithin(at, spanOf({ from, to }))).toBe(
            daysBetween(from, said) >= 0 && daysBetween(said, to) >= 0,
          )
          expect(isWithin(at, spanOf({ from, to: null }))).toBe(daysBetween(from, said) >= 0)
          expect(isWithin(at, spanOf({ from: null, to }))).toBe(daysBetween(said, to) >= 0)
        },
      ),
    )
  })

  it('end with the last millisecond of the last one', () => {
    const span = spanOf({ from: day('2026-11-20'), to: day('2026-11-20') })
    const midnight = Date.UTC(2026, 10, 19, 16)
    expect(span).toEqual({ from: midnight, to: midnight + DAY })
  })

  it('are told in words, another year with its year', () => {
    const now = Date.UTC(2026, 10, 22, 2)
    const told = (from: string | null, to: string | null) =>
      daysWords({ from: from === null ? null : day(from), to: to === null ? null : day(to) }, now)
    expect(told(null, null)).toBe(null)
    expect(told('2026-11-20', null)).toBe('11月20日起')
    expect(told(null, '2026-11-20')).toBe('到11月20日')
    expect(told('2026-11-20', '2026-11-20')).toBe('11月20日')
    expect(told('2025-12-31', '2026-11-20')).toBe('2025年12月31日到11月20日')
  })
})

it('words may be left out where a person or a day is chosen, and are at least two characters otherwise', () => {
  const by = { id: asId<'person'>('person-1'), name: '李姐' }
  expect(isEnough(nothingSought)).toBe(false)
  expect(isEnough({ ...nothingSought, words: '毒' })).toBe(false)
  expect(isEnough({ ...nothingSought, words: '消毒' })).toBe(true)
  expect(isEnough({ ...nothingSought, by })).toBe(true)
  expect(isEnough({ ...nothingSought, to: day('2026-11-20') })).toBe(true)
})
