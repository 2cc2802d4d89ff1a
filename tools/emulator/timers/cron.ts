/**
 * The service's 7-field cron: second minute hour day month weekday year, Beijing time; when both day and weekday
 * are given either suffices (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html).
 */
export interface Cron {
  readonly seconds: readonly number[]
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly day: (date: Date) => boolean
}

const BEIJING_MS = 8 * 3600_000
const DAY_MS = 86_400_000
const MAX_DAYS = 366 * 5
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields
  if (fields.length !== 7) throw new Error(`a cron of 7 fields was expected: "${text}"`)
  const days = values(day, 1, 31)
  const inMonths = values(month, 1, 12, months, 1)
  const onWeekdays = values(weekday, 0, 7, weekdays, 0).map((one) => one % 7)
  const inYears = values(year, 1970, 2099)
  const dayIsFree = day === '*' || day === '?'
  const weekdayIsFree = weekday === '*' || weekday === '?'
  const suits = (date: Date): boolean => {
    const byDay = days.includes(date.getUTCDate())
    const byWeekday = onWeekdays.includes(date.getUTCDay())
    return dayIsFree || weekdayIsFree ? byDay && byWeekday : byDay || byWeekday
  }
  return {
    seconds: values(second, 0, 59),
    minutes: values(minute, 0, 59),
    hours: values(hour, 0, 23),
    day: (date) =>
      inYears.includes(date.getUTCFullYear()) && inMonths.includes(date.getUTCMonth() + 1) && suits(date),
  }
}

/** The first due time after `after` and not after `until` (ms); undefined when there is none. */
export function nextDue(cron: Cron, after: number, until: number): number | undefined {
  const first = Math.floor((after + BEIJING_MS) / DAY_MS) * DAY_MS
  for (let day = 0; day < MAX_DAYS; day++) {
    const start = first + day * DAY_MS
    if (start - BEIJING_MS > until) return undefined
    if (!cron.day(new Date(start))) continue
    const due = dueWithin(cron, start - BEIJING_MS, after)
    if (due !== undefined) return due <= until ? due : undefined
  }
  return undefined
}

function dueWithin(cron: Cron, midnight: number, after: number): number | undefined {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const start = midnight + (hour * 60 + minute) * 60_000
      if (start + 59_000 <= after) continue
      const second = cron.seconds.find((one) => start + one * 1000 > after)
      if (second !== undefined) return start + second * 1000
    }
  }
  return undefined
}

function values(field: string, from: number, to: number, names: readonly string[] = [], base = 0): number[] {
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const [span = '', step = '1'] = part.split('/')
    const every = Number(step)
    const [low, high] =
      span === '*' || span === '?'
        ? [from, to]
        : limits(span, part.includes('/') ? to : undefined, names, base)
    if (![low, high, every].every(Number.isInteger) || every < 1 || low < from || high > to || low > high)
      throw new Error(`cron field "${field}"`)
    for (let value = low; value <= high; value += every) found.add(value)
  }
  return [...found].sort((a, b) => a - b)
}

function limits(
  span: string,
  openEnd: number | undefined,
  names: readonly string[],
  base: number,
): [number, number] {
  const [low = '', high] = span.split('-')
  const first = number(low, names, base)
  return [first, high === undefined ? (openEnd ?? first) : number(high, names, base)]
}

function number(text: string, names: readonly string[], base: number): number {
  const named = names.indexOf(text.toUpperCase())
  if (named !== -1) return named + base
  return /^\d+$/.test(text) ? Number(text) : NaN
}
