import type { Caseload } from './caseload'
import type { Standing } from './channel'
import { dayOf } from './kernel/day'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import { unreachable } from './kernel/unreachable'
import { healthCard, isValidOn, type Shop } from './shop'

/** What a shop can be found without: a paper that is valid today, or a pillar that an inspection found in order. */
export const lacks = [
  'hygieneLicence',
  'foodLicence',
  'certificates',
  'facilities',
  'disinfection',
  'cleanliness',
] as const
export type Lack = (typeof lacks)[number]

/** Which shops a circular is for; each empty list leaves its question open, `without` means any of them. */
export interface Aim {
  readonly trades: readonly Id<'trade'>[]
  readonly streets: readonly Id<'street'>[]
  readonly without: readonly Lack[]
}

export const everyShop: Aim = { trades: [], streets: [], without: [] }

const goesWithout = (shop: Shop, lack: Lack, now: Instant): boolean => {
  const today = dayOf(now)
  const licensed = (wanted: 'hygiene' | 'food') =>
    shop.licences.some(({ kind, until }) => kind === wanted && isValidOn(until, today))
  switch (lack) {
    case 'hygieneLicence':
      return !licensed('hygiene')
    case 'foodLicence':
      return !licensed('food')
    case 'certificates':
      return (
        shop.staff.length === 0 ||
        shop.staff.some(({ certificate }) => certificate === null || !isValidOn(certificate.until, today))
      )
    case 'facilities':
      return healthCard(shop, now).facilities !== 'good'
    case 'disinfection':
      return healthCard(shop, now).disinfection !== 'good'
    case 'cleanliness':
      return healthCard(shop, now).hygiene !== 'good'
    default:
      return unreachable(lack)
  }
}

/** A shop that was given up has nobody to answer. */
const runs = ({ state }: Shop): boolean => state === 'open' || state === 'paused'

export const isAimedAt = ({ trades, streets, without }: Aim, shop: Shop, now: Instant): boolean =>
  runs(shop) &&
  (trades.length === 0 || trades.includes(shop.trade)) &&
  (streets.length === 0 || streets.includes(shop.street)) &&
  (without.length === 0 || without.some((lack) => goesWithout(shop, lack, now)))

export const circularLimits = { title: 40, words: 1_000, items: 12, item: 60, remark: 200 } as const

/** What a circular says; `items` are the lines of its self-check, none where it has none. */
export interface CircularText {
  readonly title: string
  readonly words: string
  readonly items: readonly string[]
}

export type CircularTextRefusal =
  'title-missing' | 'title-too-long' | 'words-missing' | 'words-too-long' | 'too-many-items' | 'item-too-long'

const longer = (text: string, most: number): boolean => Array.from(text).length > most

export const checkCircular = (given: CircularText): Decision<CircularText, CircularTextRefusal> => {
  const title = given.title.trim()
  const words = given.words.trim()
  const items = given.items.map((item) => item.trim()).filter((item) => item !== '')
  if (title === '') return refuse('title-missing')
  if (longer(title, circularLimits.title)) return refuse('title-too-long', { most: circularLimits.title })
  if (words === '') return refuse('words-missing')
  if (longer(words, circularLimits.words)) return refuse('words-too-long', { most: circularLimits.words })
  if (items.length > circularLimits.items) return refuse('too-many-items', { most: circularLimits.items })
  if (items.some((item) => longer(item, circularLimits.item)))
    return refuse('item-too-long', { most: circularLimits.item })
  return become({ title, words, items })
}

export type CircularStatus =
  | { readonly kind: 'open' }
  /** its head has seen enough: no more self-checks, no more reminders; whoever has not said so yet still can */
  | { readonly kind: 'closed'; readonly by: Id<'person'>; readonly at: Instant }
  /** its message was taken back */
  | { readonly kind: 'withdrawn'; readonly at: Instant }

/** A notice that must be acknowledged, in one group; what goes to several groups at once is one circular in each. */
export interface Circular extends CircularText {
  readonly id: Id<'circular'>
  readonly district: Id<'district'>
  readonly caseload: Id<'caseload'>
  /** what was sent in one go */
  readonly dispatch: Id<'dispatch'>
  readonly by: Id<'person'>
  readonly standing: Exclude<Standing, 'owner'>
  readonly at: Instant
  readonly aim: Aim
  /** whom it is for, as it stood when it was sent */
  readonly shops: readonly Id<'shop'>[]
  /** those of them that have not said they know */
  readonly waiting: readonly Id<'shop'>[]
  /** those of them that handed in a self-check */
  readonly checked: readonly Id<'shop'>[]
  readonly reminded: Reminder | null
  readonly status: CircularStatus
  /** a hash of what was sent: a repeat brings the same */
  readonly content: string
}

export interface Reminder {
  readonly at: Instant
  /** the command's own: a repeat is told the same */
  readonly key: string
  /** how many shops it went to */
  readonly shops: number
}

/** The shops it still speaks to: one that was handed on to another head is counted out, asked no more and reminded no more. */
export const standingShops = (
  { shops }: Pick<Circular, 'shops'>,
  { shops: held }: Pick<Caseload, 'shops'>,
): readonly Id<'shop'>[] => {
  const here = new Set(held)
  return shops.filter((shop) => here.has(shop))
}

export interface Tally {
  readonly shops: number
  readonly known: number
  readonly checked: number
  /** handed on to another head since it was sent */
  readonly left: number
}

/** 「已知晓 98／134 家」: counted in shops, over those it still speaks to. */
export const tallyOf = (circular: Circular, caseload: Pick<Caseload, 'shops'>): Tally => {
  const shops = standingShops(circular, caseload)
  const waiting = new Set(circular.waiting)
  const checked = new Set(circular.checked)
  return {
    shops: shops.length,
    known: shops.filter((shop) => !waiting.has(shop)).length,
    checked: shops.filter((shop) => checked.has(shop)).length,
    left: circular.shops.length - shops.length,
  }
}

export const waitingShops = (
  circular: Circular,
  caseload: Pick<Caseload, 'shops'>,
): readonly Id<'shop'>[] => {
  const waiting = new Set(circular.waiting)
  return standingShops(circular, caseload).filter((shop) => waiting.has(shop))
}

/** Whether somebody's word is there for each of their own shops that it speaks to; false where it speaks to none. */
export const isAnsweredBy = (
  { shops, waiting }: Pick<Circular, 'shops' | 'waiting'>,
  caseload: Pick<Caseload, 'shops'>,
  own: readonly Id<'shop'>[],
): boolean => {
  const asked = standingShops({ shops: own.filter((shop) => shops.includes(shop)) }, caseload)
  return asked.length > 0 && asked.every((shop) => !waiting.includes(shop))
}

export const reminderPause = 3_600_000

export type RemindRefusal = 'wrong-state' | 'too-soon' | 'nobody-left'

/** Those who have not said they know, at most once an hour; a repeat of the same command reminds nobody again. */
export const decideReminder = (
  circular: Circular,
  caseload: Pick<Caseload, 'shops'>,
  { key, now }: { readonly key: string; readonly now: Instant },
): Decision<{ readonly reminder: Reminder; readonly shops: readonly Id<'shop'>[] }, RemindRefusal> => {
  const { reminded, status } = circular
  if (reminded?.key === key) return become({ reminder: reminded, shops: [] })
  if (status.kind !== 'open') return refuse('wrong-state')
  if (reminded && now - reminded.at < reminderPause)
    return refuse('too-soon', { minutes: Math.ceil((reminderPause - (now - reminded.at)) / 60_000) })
  const shops = waitingShops(circular, caseload)
  if (shops.length === 0) return refuse('nobody-left')
  return become({ reminder: { at: now, key, shops: shops.length }, shops })
}

export const closeCircular = (
  circular: Circular,
  by: Id<'person'>,
  now: Instant,
): Decision<Circular, 'wrong-state'> => {
  if (circular.status.kind === 'withdrawn') return refuse('wrong-state')
  return become(
    circular.status.kind === 'closed' ? circular : { ...circular, status: { kind: 'closed', by, at: now } },
  )
}

export const answerMarks = ['done', 'not', 'none'] as const
/** done, not done, does not apply */
export type AnswerMark = (typeof answerMarks)[number]

export interface CheckAnswer {
  readonly mark: AnswerMark
  readonly words: string
}

/** A shop's own look at itself, line by line; for its head's eyes alone, no score and no evidence. The last one counts. */
export interface SelfCheck {
  readonly by: Id<'person'>
  readonly at: Instant
  readonly answers: readonly CheckAnswer[]
}

export type CheckRefusal = 'wrong-state' | 'answers-missing' | 'words-too-long'

export const decideCheck = (
  { items, status }: Pick<Circular, 'items' | 'status'>,
  given: readonly CheckAnswer[],
  { by, now }: { readonly by: Id<'person'>; readonly now: Instant },
): Decision<SelfCheck, CheckRefusal> => {
  if (status.kind !== 'open' || items.length === 0) return refuse('wrong-state')
  if (given.length !== items.length) return refuse('answers-missing')
  const answers = given.map(({ mark, words }) => ({ mark, words: words.trim() }))
  if (answers.some(({ words }) => longer(words, circularLimits.remark)))
    return refuse('words-too-long', { most: circularLimits.remark })
  return become({ by, at: now, answers })
}

/** `waiting`: somebody of the shop has signed in and has not said so; `absent`: nobody has signed in yet: a call list. */
export const circularParts = ['waiting', 'absent', 'known', 'checked'] as const
export type CircularPart = (typeof circularParts)[number]
