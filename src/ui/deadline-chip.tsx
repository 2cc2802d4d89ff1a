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

export const dueWords = ({ due, now, workdays }: Props): string => {
  if (now > due) return overdueWords(due, now)
  const left = workdays === undefined ? remainingWords(due, now) : `还剩 ${String(workdays)} 个工作日`
  return `${left} · ${deadlineWords(due, now)}`
}

/** 「还剩 3 小时 · 今天 16:21 前」: how long still, and by when; red with the delay once it is past. */
export const DeadlineChip = (props: Props) => {
  const { due, now, amber = due } = props
  const late = now > due
  const tone = late ? 'bad' : now >= amber ? 'warn' : 'info'
  return <Chip tone={tone} icon={late ? 'warn' : 'clock'} word={dueWords(props)} />
}
