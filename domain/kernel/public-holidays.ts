import { dayAfter, type Day } from './day'
import type { WorkCalendar } from './working-time'

const daysFrom = (first: string, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, at) => dayAfter(first as Day, at))

/** State Council General Office, arrangement of 4 November 2025 (国办发明电〔2025〕7号). */
const in2026 = {
  holidays: [
    ...daysFrom('2026-01-01', 3),
    ...daysFrom('2026-02-15', 9),
    ...daysFrom('2026-04-04', 3),
    ...daysFrom('2026-05-01', 5),
    ...daysFrom('2026-06-19', 3),
    ...daysFrom('2026-09-25', 3),
    ...daysFrom('2026-10-01', 7),
  ],
  makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'] as Day[],
}

/**
 * Until the arrangement for 2027 is entered: the days that the law itself gives (全国年节及纪念日放假办法, as revised with
 * effect from 1 January 2025), no exchange; a holiday on a weekend is made up for on the working days that follow. New Year;
 * Spring Festival's eve and three days, and two; Tomb-sweeping, 5 April; Labour Day, two, and two; Dragon Boat, 9 June;
 * Mid-autumn, 15 September; National Day, three, and two.
 */
const in2027 = {
  holidays: [
    ...daysFrom('2027-01-01', 1),
    ...daysFrom('2027-02-05', 6),
    ...daysFrom('2027-04-05', 1),
    ...daysFrom('2027-05-01', 4),
    ...daysFrom('2027-06-09', 1),
    ...daysFrom('2027-09-15', 1),
    ...daysFrom('2027-10-01', 5),
  ],
  makeUp: [] as Day[],
}

/** What a district starts from; its own calendar may say otherwise. 08:30–12:00 and 13:00–17:00. */
export const defaultCalendar: WorkCalendar = {
  holidays: [...in2026.holidays, ...in2027.holidays],
  makeUp: [...in2026.makeUp, ...in2027.makeUp],
  shifts: [
    { from: 8 * 60 + 30, to: 12 * 60 },
    { from: 13 * 60, to: 17 * 60 },
  ],
}
