import fc from 'fast-check'

import { dayAfter, dayOf, daysBetween, type Day } from '#domain/kernel/day'
import type { Instant } from '#domain/kernel/instant'
import { defaultCalendar } from '#domain/kernel/public-holidays'
import {
  addWorkdays,
  addWorkingTime,
  isWorkday,
  isWorking,
  workdaysBetween,
  workingTimeBetween,
} from '#domain/kernel/working-time'

const day = (text: string) => text as Day
const at = (text: string) => Date.parse(`${text}+08:00`) as Instant
const HOUR = 3_600_000
const MINUTE = 60_000

const someDay = fc.integer({ min: 0, max: 729 }).map((days) => dayAfter(day('2026-01-01'), days))
const someMoment = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minutes) => (at('2026-01-28T00:00:00') + minutes * MINUTE) as Instant)

/** Counted minute by minute, as somebody with a clock and a wall calendar would. */
const recount = (from: Instant, to: Instant): number => {
  let minutes = 0
  for (let moment: number = from; moment < to; moment += MINUTE) {
    const clock = Math.floor((moment + 8 * HOUR) / MINUTE) % 1_440
    const open = (clock >= 510 && clock < 720) || (clock >= 780 && clock < 1_020)
    if (open && isWorkday(defaultCalendar, dayOf(moment as Instant))) minutes += 1
  }
  return minutes * MINUTE
}

describe('working days', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-17', false, 'a Tuesday of the Spring Festival'],
    ['2026-10-08', true, 'the first day after National Day'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
    ['2027-02-08', false, 'the third day of the first month'],
  ])('%s works: %s (%s)', (text, works) => {
    expect(isWorkday(defaultCalendar, day(text))).toBe(works)
  })

  it.each([2026, 2027])(
    '%d has the working days that the law leaves: 365 without 104 weekend days and 13 holidays',
    (year) => {
      const lastYear = day(`${String(year - 1)}-12-31`)
      expect(workdaysBetween(defaultCalendar, lastYear, day(`${String(year)}-12-31`))).toBe(365 - 104 - 13)
    },
  )

  it('a period begins the day after: five working days from Monday end on the next Monday', () => {
    expect(addWorkdays(defaultCalendar, day('2026-11-16'), 5)).toBe('2026-11-23')
    expect(addWorkdays(defaultCalendar, day('2026-11-21'), 1)).toBe('2026-11-23')
    expect(addWorkdays(defaultCalendar, day('2026-11-21'), 0)).toBe('2026-11-23')
  })

  it('twenty working days from the eve of the Spring Festival leave out the nine days and count both Saturdays', () => {
    // 24–28 Feb (5), 2–6 Mar (5), 9–13 (5), 16–20 (5)
    expect(addWorkdays(defaultCalendar, day('2026-02-14'), 20)).toBe('2026-03-20')
  })

  it('added and counted back they agree, whatever lies between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkdays(defaultCalendar, from, count)
        expect(workdaysBetween(defaultCalendar, from, end)).toBe(count)
        expect(isWorkday(defaultCalendar, end)).toBe(true)
      }),
    )
  })

  it('between two days there are as many as somebody counts on a wall calendar, and backwards the same less than none', () => {
    fc.assert(
      fc.property(someDay, someDay, (one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one]
        const days = Array.from({ length: daysBetween(from, to) }, (_, after) => dayAfter(from, after + 1))
        const counted = days.filter((each) => isWorkday(defaultCalendar, each)).length
        expect(workdaysBetween(defaultCalendar, from, to)).toBe(counted)
        expect(workdaysBetween(defaultCalendar, to, from) + 0).toBe(0 - counted)
      }),
    )
  })
})

describe('working hours', () => {
  it.each([
    ['2026-11-23T09:00:00', 2 * HOUR, '2026-11-23T11:00:00'],
    ['2026-11-23T11:21:00', 4 * HOUR, '2026-11-23T16:21:00'],
    ['2026-11-23T10:30:00', 4 * HOUR, '2026-11-23T15:30:00'],
    ['2026-11-23T16:00:00', 4 * HOUR, '2026-11-24T11:30:00'],
    ['2026-11-20T16:59:00', HOUR, '2026-11-23T09:29:00'],
    ['2026-11-21T12:00:00', 0, '2026-11-23T08:30:00'],
    ['2026-09-30T16:00:00', 2 * HOUR, '2026-10-08T09:30:00'],
  ])('%s and %d ms later is %s', (from, milliseconds, to) => {
    expect(addWorkingTime(defaultCalendar, at(from), milliseconds)).toBe(at(to))
  })

  it('between two moments are as many as somebody counts minute by minute', () => {
    fc.assert(
      fc.property(someMoment, fc.integer({ min: 0, max: 12 * 24 * 60 }), (from, minutes) => {
        const to = (from + minutes * MINUTE) as Instant
        expect(workingTimeBetween(defaultCalendar, from, to)).toBe(recount(from, to))
      }),
      { numRuns: 30 },
    )
  })

  it('added and measured back they agree, and the end lies within the office’s hours', () => {
    fc.assert(
      fc.property(someMoment, fc.integer({ min: 1, max: 60 * HOUR }), (from, milliseconds) => {
        const end = addWorkingTime(defaultCalendar, from, milliseconds)
        expect(workingTimeBetween(defaultCalendar, from, end)).toBe(milliseconds)
        expect(isWorking(defaultCalendar, (end - 1) as Instant)).toBe(true)
      }),
    )
  })

  it('a calendar without a working day is told of, not walked for ever', () => {
    const none = { ...defaultCalendar, shifts: [] }
    expect(() => addWorkingTime(none, at('2026-11-23T09:00:00'), 1)).toThrow('no working hours')
  })
})
