import type { Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import type { GuidanceStatus } from '#domain/guidance-item'
import type { HardshipKind, HardshipStatus } from '#domain/hardship'
import { startOf } from '#domain/kernel/day'
import { asInstant } from '#domain/kernel/instant'
import { isPast, momentOf, visitLimits, type VisitStatus, type VisitTime } from '#domain/visit'
import { momentWords, nearDayWords } from '../../ui/time-words'
import type { Tone } from '../../ui/chip'
import type { IconName } from '../../ui/icon'

/** A state as its chip shows it. */
export interface StateWords {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

type Own<R> = Exclude<R, CommonRefusal>

const said = {
  'words-missing': '还没有写内容，写一句再提交。',
  'words-too-long': '最多 300 个字，请删减一些。',
  'content-refused': '内容没有通过审核，请换个说法再提交。',
  'check-unanswered': '内容审核暂时没有回应，请过一会儿再提交。',
  'wrong-state': '这件事已经有结果了，已为您更新。',
} as const

const times = {
  'day-passed': '这一天已经过去了，请选今天或以后。',
  'day-too-far': `最多约到 ${String(visitLimits.daysAhead)} 天以后，请选近一点的日子。`,
} as const

export const guidanceRefusals: Record<Own<Refusal<'guidance.open'>> | Own<Refusal<'guidance.move'>>, string> =
  {
    ...said,
    'no-shop': '这条消息不是业户说的，或已撤回，不能转为指导事项。',
    'guided-already':
      '这条消息已经转过指导事项，在「指导事项」里看。您写的还在；要请店里做另一件事，请对着另一条消息转。',
  }

export const visitRefusals: Record<Own<Refusal<'visit.plan'>> | Own<Refusal<'visit.move'>>, string> = {
  ...said,
  ...times,
  'topic-missing': '还没有写去指导什么，写几个字再提交。',
  'topic-too-long': `主题最多 ${String(visitLimits.topic)} 个字，请写短一点。`,
  'too-many-items': `一次最多留 ${String(visitLimits.items)} 条指导事项，请合并几条。`,
  'not-yet': '还没到约好的那天，请当天或以后再填。',
}

export const hardshipRefusals: Record<Own<Refusal<'hardship.add'>> | Own<Refusal<'hardship.move'>>, string> =
  {
    ...said,
    'helper-too-long': '帮办的部门或人最多 40 个字，请写短一点。',
  }

export const safeWords = '指导不打分，不作为扣分和处罚依据。'

export const guidanceState = (status: GuidanceStatus): StateWords => {
  switch (status.kind) {
    case 'open':
      return status.saidDone === null
        ? { tone: 'info', icon: 'clock', word: '待做' }
        : { tone: 'warn', icon: 'check', word: '店里说做好了' }
    case 'done':
      return { tone: 'good', icon: 'check', word: '已完成' }
    case 'dropped':
      return { tone: 'mute', icon: 'close', word: '已取消' }
  }
}

const plannedState = ({ asked }: Extract<VisitStatus, { kind: 'planned' }>, past: boolean): StateWords => {
  if (asked !== null) return { tone: 'warn', icon: 'clock', word: '想换时间' }
  return past
    ? { tone: 'warn', icon: 'clock', word: '约的时间已过' }
    : { tone: 'info', icon: 'clock', word: '已约好' }
}

export const visitState = (status: VisitStatus, when: VisitTime, now: number): StateWords => {
  switch (status.kind) {
    case 'planned':
      return plannedState(status, isPast(when, asInstant(now)))
    case 'done':
      return { tone: 'good', icon: 'check', word: '已完成' }
    case 'cancelled':
      return { tone: 'mute', icon: 'close', word: '已取消' }
  }
}

export const hardshipState = (status: HardshipStatus): StateWords => {
  switch (status.kind) {
    case 'open':
      return { tone: 'info', icon: 'clock', word: '在想办法' }
    case 'helped':
      return { tone: 'good', icon: 'check', word: '已帮上' }
    case 'notPossible':
      return { tone: 'mute', icon: 'close', word: '暂时帮不了' }
  }
}

export const hardshipKindWords: Record<HardshipKind, string> = {
  money: '资金',
  premises: '场地',
  staff: '人员',
  equipment: '设备',
  papers: '手续',
  other: '其他',
}

/** 「今天 09:30」「今天，时间不定」「11月25日，时间不定」 */
export const whenWords = (when: VisitTime, now: number): string =>
  when.time === null ? `${nearDayWords(startOf(when.day), now)}，时间不定` : momentWords(momentOf(when), now)

/** Half hours of the office's day, and the ones around it for shops that open early or close late. */
export const hours: readonly (readonly [minutes: number, word: string])[] = Array.from(
  { length: 29 },
  (_, at) => {
    const minutes = 7 * 60 + at * 30
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const office = (minutes >= 510 && minutes < 720) || (minutes >= 810 && minutes < 1_020)
    return [minutes, office ? clock : `${clock}（非工作时间）`] as const
  },
)
