import { dayOf, type Day } from '#domain/kernel/day'
import type { Instant } from '#domain/kernel/instant'

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

/** 「11月25日（周三）」, with the year where it is another one. */
export const dayWords = (day: Day, now: Instant): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  const far = dayOf(now).slice(0, 4) === year ? '' : `${year}年`
  return `${far}${String(Number(month))}月${String(Number(date))}日（周${weekday}）`
}
