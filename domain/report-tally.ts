import { dayAfter, dayOf, type Day } from './kernel/day'
import type { Instant } from './kernel/instant'
import { isOpen, type Report } from './report'

/** How the reports of a street stand: how many are open, and how many were closed on each of the last days. */
export interface Tally {
  readonly open: number
  readonly closed: Readonly<Record<Day, number>>
}

export const emptyTally: Tally = { open: 0, closed: {} }

/** Days that "lately" covers, today among them. */
export const latelyDays = 30

const isLately = (day: Day, today: Day): boolean => day > dayAfter(today, -latelyDays) && day <= today

/** Where a report counts: among the open ones, on the day it was closed, or nowhere. */
type Slot = 'open' | Day | null

const slotOf = (report: Report | null): Slot => {
  if (report === null) return null
  if (isOpen(report.status)) return 'open'
  return report.status.kind === 'closed' ? dayOf(report.status.at) : null
}

/** Most steps leave a report where it counts: then there is nothing to write. */
export const changesTally = (before: Report | null, after: Report): boolean =>
  slotOf(before) !== slotOf(after)

/** The tally after a report's step; days that are no longer lately fall away. */
export const tallied = (tally: Tally, before: Report | null, after: Report, now: Instant): Tally =>
  moved(moved(tally, slotOf(before), -1, dayOf(now)), slotOf(after), 1, dayOf(now))

const moved = ({ open, closed }: Tally, slot: Slot, by: 1 | -1, today: Day): Tally => {
  if (slot === 'open') return { open: open + by, closed }
  const days = Object.entries(closed) as [Day, number][]
  const others = days.filter(([day]) => day !== slot && isLately(day, today))
  const count = slot === null ? 0 : (closed[slot] ?? 0) + by
  return {
    open,
    closed: Object.fromEntries(
      slot === null || count <= 0 || !isLately(slot, today) ? others : [...others, [slot, count]],
    ),
  }
}

export interface Figures {
  readonly open: number
  readonly closedLately: number
}

/** A street's figures from the parts in which they are kept. */
export const figuresOf = (parts: readonly Tally[], now: Instant): Figures => {
  const today = dayOf(now)
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  return {
    open: sum(parts.map(({ open }) => open)),
    closedLately: sum(
      parts.flatMap(({ closed }) =>
        (Object.entries(closed) as [Day, number][]).flatMap(([day, count]) =>
          isLately(day, today) ? count : [],
        ),
      ),
    ),
  }
}
