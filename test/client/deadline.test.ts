import { asInstant } from '#domain/kernel/instant'

import { deadlineOf, markOf } from '../../src/features/report/next-step'
import { dueWords } from '../../src/ui/deadline-chip'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 20 November 2026, 10:00 in Beijing: a Friday */
const friday = asInstant(Date.UTC(2026, 10, 20, 2))

const wordsOf = (status: Parameters<typeof deadlineOf>[0], hours: number): string | null => {
  const deadline = deadlineOf(
    status,
    { submittedAt: friday, dueAt: asInstant(friday + hours * HOUR) },
    friday,
  )
  return deadline && dueWords(deadline)
}

describe('by when a report’s next step is due', () => {
  it('is told in hours on the day itself', () => {
    expect(wordsOf('dispatched', 4)).toBe('还剩 4 小时 · 今天 14:00 前')
  })

  it('is told in the office’s working days beyond it: a weekend between does not count', () => {
    expect(wordsOf('inProgress', 4 * 24)).toBe('还剩 2 个工作日 · 11月24日（周二）前')
  })

  it('is told in days where no working day is left, and to a reporter, whose every day counts', () => {
    expect(wordsOf('dispatched', 48)).toBe('还剩 2 天 · 11月22日（周日）前')
    expect(wordsOf('fixed', 4 * 24)).toBe('还剩 4 天 · 11月24日（周二）前')
  })

  it('is past with how long ago; a reporter’s silence only ends the waiting', () => {
    expect(wordsOf('inProgress', -30)).toBe('已超 1 天')
    expect(wordsOf('fixed', -30)).toBeNull()
    expect(markOf('fixed', asInstant(friday - DAY), friday).word).toBe('到期未评价')
  })

  it('presses when three quarters of the time are gone', () => {
    const times = { submittedAt: friday, dueAt: asInstant(friday + 8 * HOUR) }
    expect(deadlineOf('dispatched', times, friday)?.amber).toBe(friday + 6 * HOUR)
    expect(deadlineOf('closed', { ...times, dueAt: null }, friday)).toBeNull()
  })
})
