import type { ReportRow, ReportView } from '#domain/contract/report'
import type { Instant } from '#domain/kernel/instant'
import { unreachable } from '#domain/kernel/unreachable'
import type { ReportStatusKind } from '#domain/report'
import type { Tone } from '../../ui/chip'
import type { IconName } from '../../ui/icon'
import { deadlineWords, overdueWords } from '../../ui/time-words'
import { statusWords } from './words'

const AMBER = 0.75

interface Mark {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

/** The state with its date, amber when three quarters of the time are gone; a reporter's silence is not overdue, an office's is. */
export const markOf = (
  status: ReportStatusKind,
  { submittedAt, dueAt }: Pick<ReportRow, 'submittedAt' | 'dueAt'>,
  now: Instant,
): Mark => {
  const { word, tone, icon } = statusWords[status]
  if (dueAt === null) return { tone, icon, word }
  if (status === 'fixed')
    return { tone, icon, word: now < dueAt ? `${word} · ${deadlineWords(dueAt, now)}` : '到期未评价' }
  if (now >= dueAt) return { tone: 'bad', icon: 'warn', word: `${word} · ${overdueWords(dueAt, now)}` }
  const amber = now - submittedAt >= AMBER * (dueAt - submittedAt)
  return { tone: amber ? 'warn' : tone, icon, word: `${word} · ${deadlineWords(dueAt, now)}` }
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
      return { who: `${office}处理`, by }
    case 'inProgress':
      return { who: `${office}处理完`, by }
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
