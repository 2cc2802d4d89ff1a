import { Chip } from './chip'
import { deadlineWords, overdueWords, remainingWords } from './time-words'

interface Props {
  /** both in milliseconds since 1970, `now` of the server */
  readonly due: number
  readonly now: number
  /** from when on it presses; the moment itself where nothing says */
  readonly amber?: number
  /** where the period is counted in working days: how many are left, today's not among them */
  readonly workdays?: number
}

/** 「还剩 3 小时 · 今天 16:21 前」: how long still, and by when; red with the delay once it is past. */
export const DeadlineChip = ({ due, now, amber = due, workdays }: Props) => {
  if (now > due) return <Chip tone="bad" icon="warn" word={overdueWords(due, now)} />
  const left = workdays === undefined ? remainingWords(due, now) : `还剩 ${String(workdays)} 个工作日`
  const word = `${left} · ${deadlineWords(due, now)}`
  return <Chip tone={now >= amber ? 'warn' : 'info'} icon="clock" word={word} />
}
