import { dayAfter, dayOf, startOf, weekdayOf, type Day } from './day'
import type { Instant } from './instant'

/** A stretch of a working day, in minutes after midnight in Beijing: 510 to 720 is 08:30 to 12:00. */
export interface Shift {
  readonly from: number
  readonly to: number
}

/**
 * When the office works: Monday to Friday, without the holidays, with the weekend days worked in exchange. Data, since the
 * State Council announces each year's exchange only in the autumn before (the law itself fixes the holidays alone).
 */
export interface WorkCalendar {
  readonly holidays: readonly Day[]
  readonly makeUp: readonly Day[]
  /** in order, without overlap */
  readonly shifts: readonly Shift[]
}

const MINUTE = 60_000
/** Longer than any holiday: beyond it a calendar has no working days at all. */
const farthest = 3_660

export const isWorkday = ({ holidays, makeUp }: WorkCalendar, day: Day): boolean => {
  if (makeUp.includes(day)) return true
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day)
}

/**
 * The last day of a period of so many working days: the day it begins on does not count, nor do holidays (Administrative
 * Licence Law, art. 82). With 0 the day itself, or the first working day after it.
 */
export const addWorkdays = (calendar: WorkCalendar, from: Day, count: number): Day => {
  let day = from
  let left = count
  for (let step = 0; step < farthest; step += 1) {
    if (left <= 0 && isWorkday(calendar, day)) return day
    day = dayAfter(day, 1)
    if (left > 0 && isWorkday(calendar, day)) left -= 1
  }
  throw new Error('the calendar has no working days')
}

/** Working days after `from`, up to and including `to`; negative where `to` lies before. */
export const workdaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  if (to < from) return -workdaysBetween(calendar, to, from)
  let count = 0
  for (let day = dayAfter(from, 1); day <= to; day = dayAfter(day, 1))
    if (isWorkday(calendar, day)) count += 1
  return count
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The office's hours of a day as moments; none where nobody works. */
const stretchesOf = (calendar: WorkCalendar, day: Day): readonly Stretch[] => {
  if (!isWorkday(calendar, day)) return []
  const midnight = startOf(day)
  return calendar.shifts.map(({ from, to }) => ({
    from: midnight + from * MINUTE,
    to: midnight + to * MINUTE,
  }))
}

/** The moment at which so much working time has passed, in milliseconds; with 0 the first moment of work from then on. */
export const addWorkingTime = (calendar: WorkCalendar, from: Instant, milliseconds: number): Instant => {
  let left = milliseconds
  for (let step = 0, day = dayOf(from); step < farthest; step += 1, day = dayAfter(day, 1))
    for (const stretch of stretchesOf(calendar, day)) {
      const start = Math.max(stretch.from, from)
      const length = stretch.to - start
      if (length <= 0) continue
      if (left <= length) return (start + left) as Instant
      left -= length
    }
  throw new Error('the calendar has no working hours')
}

/** Working time from one moment to another, in milliseconds; negative where the second lies before. */
export const workingTimeBetween = (calendar: WorkCalendar, from: Instant, to: Instant): number => {
  if (to < from) return -workingTimeBetween(calendar, to, from)
  let sum = 0
  for (let day = dayOf(from); day <= dayOf(to); day = dayAfter(day, 1))
    for (const stretch of stretchesOf(calendar, day))
      sum += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from))
  return sum
}

export const isWorking = (calendar: WorkCalendar, at: Instant): boolean =>
  stretchesOf(calendar, dayOf(at)).some(({ from, to }) => at >= from && at < to)
