import { asId, type Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Notice } from '#domain/notice'
import { channelOf } from '#domain/channel'
import { marksPassed, markTold, nextMark, type Question } from '#domain/question'
import { unreachable } from '#domain/kernel/unreachable'
import type { Caseload } from '#domain/caseload'

import { withTransaction } from '../../cloud/transaction'
import { addOutboxEntry, type Message } from '../../store/outbox'
import { findQuestion, listSilent, saveQuestion } from '../../store/questions'
import { caseloadBehind } from '../channel/place'
import { eachApart } from '../each-apart'
import { sha256 } from '../derived-id'
import { calendarOf } from './track'

const questionsPerRun = 100

/** The clock's share: whoever is next hears of a question that nobody has answered; each mark is told once. */
export const tellSilence = async (now: Instant): Promise<number> =>
  eachApart(await listSilent(now, questionsPerRun), (question) => tellOne(question, now))

/** Whose question it is today: the group's caseload, or the one the desk's shop lies in by now. */
const caseloadNow = async ({ channel }: Question): Promise<Caseload | null> => {
  const at = channelOf(channel)
  return at && caseloadBehind(at)
}

const tellOne = async (silent: Question, now: Instant): Promise<void> => {
  const { id, district } = silent
  const [calendar, caseload] = await Promise.all([calendarOf(district), caseloadNow(silent)])
  await withTransaction(async (tx) => {
    const question = await findQuestion(tx, district, id)
    const passed = question ? marksPassed(question, calendar, now) : []
    if (!question || passed.length === 0) return
    const told = markTold(question, passed.length)
    await saveQuestion(tx, told, nextMark(told, calendar))
    const mark = passed.at(-1)
    if (mark) {
      const outboxId = asId<'outboxEntry'>(sha256(`${id}·${String(mark.hours)}`).slice(0, 32))
      await addOutboxEntry(tx, { id: outboxId, at: now, ...noticeOf(question, mark, caseload) })
    }
  })
}

const noticeOf = (
  { channel, seq, district }: Question,
  { hours, tell }: ReturnType<typeof marksPassed>[number],
  caseload: Caseload | null,
): Message => {
  const notice: Notice = {
    kind: 'question',
    what: tell === 'head' ? 'waits' : 'silent',
    title: '',
    channel,
    seq,
    hours,
  }
  const holder = caseload?.holder.kind === 'head' ? caseload.holder : null
  const to = (person: Id<'person'> | null | undefined): Message['audience'] =>
    person
      ? { persons: [person], posts: [], except: null }
      : { persons: [], posts: [`command:${district}`], except: null }
  switch (tell) {
    case 'head':
      return { notice, audience: to(holder?.head.person) }
    case 'deputy':
      // Without a deputy who has signed in the next in line hears of it at this mark already.
      return { notice, audience: to(holder?.deputy?.person) }
    case 'command':
      return { notice, audience: to(null) }
    default:
      return unreachable(tell)
  }
}
