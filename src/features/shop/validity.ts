import { dayOf, daysBetween, startOf, type Day } from '#domain/kernel/day'
import type { Instant } from '#domain/kernel/instant'
import type { Licence } from '#domain/shop'
import type { Tone } from '../../ui/chip'
import type { IconName } from '../../ui/icon'
import { dateWords } from '../../ui/time-words'

/** days before its end from which a paper is worth a word; renewal opens then */
const soon = 30

export interface Validity {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
  /** what to do and by when; empty where nothing is due */
  readonly todo: string
  /** ended, or ends soon */
  readonly due: boolean
}

/** How a paper stands today, in words: colour, icon, and what to do by which day. */
export const validityOf = (until: Day | null, now: Instant, renew: string): Validity => {
  if (until === null) return { tone: 'good', icon: 'check', word: '长期有效', todo: '', due: false }
  const left = daysBetween(dayOf(now), until)
  const day = dateWords(startOf(until), now)
  if (left < 0) return { tone: 'bad', icon: 'warn', word: `${day}已过期`, todo: `请尽快${renew}`, due: true }
  if (left <= soon) {
    const word = left === 0 ? '今天到期' : `还有 ${String(left)} 天到期`
    return { tone: 'warn', icon: 'clock', word, todo: `${day}前${renew}`, due: true }
  }
  return { tone: 'good', icon: 'check', word: `有效至 ${day}`, todo: '', due: false }
}

/** The paper that ends first, among those that have ended or end soon. */
export const mostUrgent = (licences: readonly Licence[], now: Instant): Licence | null => {
  const due = licences.filter(({ until }) => validityOf(until, now, '').due)
  const byEnd = [...due].sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
  return byEnd[0] ?? null
}
