const DAY = 86_400_000
const CHINA = 8 * 3_600_000
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

const two = (n: number) => String(n).padStart(2, '0')

/** The clock on the wall in China, whatever the phone's zone; China has one zone and no summer time. */
const wall = (at: number) => {
  const shifted = new Date(at + CHINA)
  return {
    dayNumber: Math.floor((at + CHINA) / DAY),
    year: shifted.getUTCFullYear(),
    date: `${String(shifted.getUTCMonth() + 1)}月${String(shifted.getUTCDate())}日`,
    weekday: weekdays[shifted.getUTCDay()] ?? '',
    clock: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
  }
}

const nearDays: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' }

/** 「今天 15:20」「昨天 15:20」「11月25日 15:20」「2025年11月25日」 */
export const momentWords = (at: number, now: number): string => {
  const then = wall(at)
  const today = wall(now)
  const near = nearDays[then.dayNumber - today.dayNumber]
  if (near !== undefined) return `${near} ${then.clock}`
  return then.year === today.year ? `${then.date} ${then.clock}` : dateWords(at, now)
}

/** 「今天 16:21 前」「明天 10:00 前」「11月25日（周三）前」「2027年1月4日（周一）前」 */
export const deadlineWords = (due: number, now: number): string => {
  const then = wall(due)
  const today = wall(now)
  const near = nearDays[then.dayNumber - today.dayNumber]
  if (near !== undefined) return `${near} ${then.clock} 前`
  return `${dayWords(due, now)}前`
}

/** 「12月15日」, with its year where that is another one: 「2029年3月11日」 */
export const dateWords = (at: number, now: number): string => {
  const { year, date } = wall(at)
  return year === wall(now).year ? date : `${String(year)}年${date}`
}

/** 「11月22日（周日）」「2027年1月4日（周一）」 */
export const dayWords = (at: number, now: number): string => `${dateWords(at, now)}（周${wall(at).weekday}）`

/** 「今天」「昨天」「11月22日」 */
export const nearDayWords = (at: number, now: number): string =>
  nearDays[wall(at).dayNumber - wall(now).dayNumber] ?? dateWords(at, now)

export const sameDay = (one: number, other: number): boolean => wall(one).dayNumber === wall(other).dayNumber

/** 「还剩 35 分钟」「还剩 5 小时」「还剩 3 天」; below a minute 「马上到期」 */
export const remainingWords = (due: number, now: number): string => {
  const minutes = Math.floor((due - now) / 60_000)
  if (minutes < 1) return '马上到期'
  if (minutes < 60) return `还剩 ${String(minutes)} 分钟`
  if (minutes < 1440) return `还剩 ${String(Math.floor(minutes / 60))} 小时`
  return `还剩 ${String(Math.floor(minutes / 1440))} 天`
}

/** 「已超 35 分钟」「已超 5 小时」「已超 3 天」 */
export const overdueWords = (due: number, now: number): string => {
  const minutes = Math.max(1, Math.floor((now - due) / 60_000))
  if (minutes < 60) return `已超 ${String(minutes)} 分钟`
  if (minutes < 1440) return `已超 ${String(Math.floor(minutes / 60))} 小时`
  return `已超 ${String(Math.floor(minutes / 1440))} 天`
}
