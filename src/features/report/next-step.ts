import type { ReportRow, ReportView } from '#domain/contract/report'
import { dayOf } from '#domain/kernel/day'
import { asInstant, type Instant } from '#domain/kernel/instant'
import { defaultCalendar } from '#domain/kernel/public-holidays'
import { unreachable } from '#domain/kernel/unreachable'
import { workdaysBetween } from '#domain/kernel/working-time'
import type { ReportStatusKind } from '#domain/report'
import type { Tone } from '../../ui/chip'
import type { IconName } from '../../ui/icon'
import { deadlineWords, overdueWords } from '../../ui/time-words'
import { statusWords } from './words'

const AMBER = 0.75
const DAY = 86_400_000

interface Mark {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

/** How a report stands; a reporter's silence is not overdue, it ends the waiting. */
export const markOf = (status: ReportStatusKind, dueAt: Instant | null, now: Instant): Mark => {
  const { word, tone, icon } = statusWords[status]
  return { tone, icon, word: status === 'fixed' && dueAt !== null && now >= dueAt ? '到期未评价' : word }
}

interface Deadline {
  readonly due: Instant
  readonly now: Instant
  readonly amber: Instant
  readonly workdays?: number
}

/** By when the next step is due, amber when three quarters of the time are gone; null where no date presses any more. */
export const deadlineOf = (
  status: ReportStatusKind,
  { submittedAt, dueAt }: Pick<ReportRow, 'submittedAt' | 'dueAt'>,
  now: Instant,
): Deadline | null => {
  if (dueAt === null) return null
  // The reporter has all of the time, on every day of the week.
  if (status === 'fixed') return now < dueAt ? { due: dueAt, now, amber: dueAt } : null
  const amber = asInstant(submittedAt + AMBER * (dueAt - submittedAt))
  const workdays = workdaysBetween(defaultCalendar, dayOf(now), dayOf(dueAt))
  return { due: dueAt, now, amber, ...(dueAt - now >= DAY && workdays > 0 ? { workdays } : {}) }
}

interface Step {
  readonly who: string
  readonly by: string
}

type Stage = Pick<ReportRow, 'dueAt'> & {
  readonly kind: ReportStatusKind
  readonly department: string | null
  readonly mine: boolean
}

/** Who acts next and by when; null when nothing is left to do. */
const stepOf = ({ kind, dueAt, department, mine }: Stage, now: Instant): Step | null => {
  const by = dueAt === null ? '' : now < dueAt ? deadlineWords(dueAt, now) : overdueWords(dueAt, now)
  const office = department ?? '处置部门'
  switch (kind) {
    case 'submitted':
      return { who: '网格员核实并分派', by }
    case 'dispatched':
      return { who: `${office}办理`, by }
    case 'inProgress':
      return { who: `${office}办完后报结果`, by }
    case 'fixed': {
      const until = dueAt !== null && now >= dueAt ? '已到期，可以结束' : `${by}，到期未评价将结束`
      return { who: mine ? '请您看结果' : '等反映人看结果', by: until }
    }
    case 'declined':
    case 'closed':
      return null
    default:
      return unreachable(kind)
  }
}

export const nextStepOfRow = (row: ReportRow, mine: boolean, now: Instant): string => {
  const step = stepOf({ kind: row.status, dueAt: row.dueAt, department: null, mine }, now)
  return step === null ? '' : `下一步：${step.who}`
}

export const nextStepOf = ({ status, dueAt, departmentName, mine }: ReportView, now: Instant): Step | null =>
  stepOf({ kind: status.kind, dueAt, department: departmentName, mine }, now)
