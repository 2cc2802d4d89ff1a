import type { Side } from '#domain/guidance-item'
import { dayAfter, dayOf } from '#domain/kernel/day'
import { asId } from '#domain/kernel/id'
import {
  checkTime,
  checkTopic,
  isPast,
  momentOf,
  moveVisit,
  visitLimits,
  type Visit,
  type VisitMove,
} from '#domain/visit'

import { district, later, MONDAY, reporter, DAY } from '../support/builders'

const today = dayOf(MONDAY)
const office: readonly Side[] = ['office']
const owner: readonly Side[] = ['owner']

const aVisit = (given: Partial<Visit> = {}): Visit => ({
  id: asId('visit-1'),
  district,
  shop: asId('shop-1'),
  caseload: asId('head-1'),
  visitor: asId('person-head'),
  when: { day: today, time: 600 },
  topic: '消毒柜怎么用',
  at: MONDAY,
  version: 1,
  body: '',
  status: { kind: 'planned', asked: null },
  ...given,
})
const move = (visit: Visit, step: VisitMove, sides = office, now = MONDAY) =>
  moveVisit(visit, step, visit.version, sides, { actor: reporter, now })

describe('a visit', () => {
  it('has a day from today on, half a year ahead at most, and a topic', () => {
    const on = (days: number) => checkTime({ day: dayAfter(today, days), time: null }, MONDAY)
    expect(on(-1)).toMatchObject({ code: 'day-passed' })
    expect(on(0).ok).toBe(true)
    expect(on(visitLimits.daysAhead).ok).toBe(true)
    expect(on(visitLimits.daysAhead + 1)).toMatchObject({ code: 'day-too-far' })
    expect(checkTopic('  ')).toMatchObject({ code: 'topic-missing' })
    expect(checkTopic('长'.repeat(visitLimits.topic + 1))).toMatchObject({ code: 'topic-too-long' })
  })

  it('is past once its hour has struck, or, where no hour was named, once its day is over', () => {
    const at = { day: today, time: 600 }
    expect(isPast(at, later(-1, momentOf(at)))).toBe(false)
    expect(isPast(at, momentOf(at))).toBe(true)
    const anyHour = { day: today, time: null }
    expect(isPast(anyHour, later(DAY - 1, momentOf(anyHour)))).toBe(false)
    expect(isPast(anyHour, later(DAY, momentOf(anyHour)))).toBe(true)
  })

  it('is moved by the office; the shop asks for another time and no more', () => {
    const shift: VisitMove = { kind: 'shift', when: { day: dayAfter(today, 1), time: null } }
    const finish: VisitMove = { kind: 'finish', words: '教了配药', items: [] }
    const cancel: VisitMove = { kind: 'cancel', words: '停电' }
    const ask: VisitMove = { kind: 'askOther', words: '下午人多' }
    for (const step of [shift, finish, cancel]) {
      expect(move(aVisit(), step).ok).toBe(true)
      expect(move(aVisit(), step, owner)).toMatchObject({ code: 'not-permitted' })
    }
    expect(move(aVisit(), ask)).toMatchObject({ code: 'not-permitted' })
    const asked = move(aVisit(), ask, owner)
    expect(asked).toMatchObject({ value: { status: { kind: 'planned', asked: { words: '下午人多' } } } })
    // a new time answers the wish
    expect(asked.ok && move(asked.value, shift)).toMatchObject({
      value: { when: shift.when, visitor: reporter.id, status: { asked: null } },
    })
  })

  it('is not done before its day, nor anything after it ended', () => {
    const finish: VisitMove = { kind: 'finish', words: '教了配药', items: ['换一块抹布'] }
    const tomorrow = aVisit({ when: { day: dayAfter(today, 1), time: null } })
    expect(move(tomorrow, finish)).toMatchObject({ code: 'not-yet' })
    expect(move(tomorrow, finish, office, later(DAY)).ok).toBe(true)
    const done = aVisit({ status: { kind: 'done', words: '好', by: asId('person-x'), at: MONDAY } })
    expect(move(done, { kind: 'cancel', words: '停电' })).toMatchObject({ code: 'wrong-state' })
  })

  it('refuses empty words and empty items', () => {
    expect(move(aVisit(), { kind: 'finish', words: ' ', items: [] })).toMatchObject({ code: 'words-missing' })
    expect(move(aVisit(), { kind: 'finish', words: '好', items: [' '] })).toMatchObject({
      code: 'words-missing',
    })
    const many = Array.from({ length: visitLimits.items + 1 }, () => '一条')
    expect(move(aVisit(), { kind: 'finish', words: '好', items: many })).toMatchObject({
      code: 'too-many-items',
    })
  })
})
