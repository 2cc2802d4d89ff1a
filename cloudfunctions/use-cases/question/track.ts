import type { Instant } from '#domain/kernel/instant'
import { defaultCalendar } from '#domain/kernel/public-holidays'
import { workingTimeBetween, type WorkCalendar } from '#domain/kernel/working-time'
import type { Id } from '#domain/kernel/id'
import type { Message } from '#domain/message'
import {
  answerWith,
  askQuestion,
  isAnswer,
  isQuestion,
  nextMark,
  takeBack,
  type Question,
} from '#domain/question'

import type { Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findDistrict } from '../../store/districts'
import { findOfficeAfter } from '../../store/messages'
import {
  addQuestion,
  findPaces,
  findQuestion,
  listOpenQuestions,
  questionIdOf,
  savePaces,
  saveQuestion,
} from '../../store/questions'
import type { Place } from '../channel/place'
import { withAnswer } from '../channel/pace'

export const calendarOf = async (district: Id<'district'>): Promise<WorkCalendar> =>
  (await findDistrict(district))?.calendar ?? defaultCalendar

/** An owner's message into the head's queue, where it belongs there; unless the answer came before this was written. */
export const trackQuestion = async (
  message: Message,
  { channel, heads, caseload }: Place,
  now: Instant,
): Promise<void> => {
  const { author, quote, district, seq } = message
  if (author === null || !caseload || !isQuestion(channel, message, heads, quote?.line.kind === 'circular'))
    return
  const calendar = await calendarOf(district)
  const question = askQuestion(
    questionIdOf(message.channel, seq),
    { ...message, author },
    caseload.id,
    calendar,
  )
  if (!(await addQuestion(question, nextMark(question, calendar)))) return
  if (channel.kind !== 'desk') return
  const answer = await findOfficeAfter(message.channel, seq)
  if (answer) await closeWith(question, answer, calendar, now)
}

const mostOpen = 50

/** The office's message closes what it answers; at a private desk all that was asked before it. */
export const trackAnswers = async (message: Message, { channel }: Place, now: Instant): Promise<void> => {
  if (channel.kind === 'command') return
  const open = await listOpenQuestions([message.channel], mostOpen)
  const answered = open.filter((question) => isAnswer(channel, question, message))
  if (answered.length === 0) return
  const calendar = await calendarOf(message.district)
  for (const question of answered) await closeWith(question, message, calendar, now)
}

/** A message that was taken back leaves the queue. */
export const forgetQuestion = ({ channel, seq, district }: Message, now: Instant): Promise<void> =>
  withTransaction(async (tx) => {
    const question = await findQuestion(tx, district, questionIdOf(channel, seq))
    if (question?.status.kind === 'open') await saveQuestion(tx, takeBack(question, now), null)
  })

const closeWith = (
  { id, district }: Question,
  answer: Message,
  calendar: WorkCalendar,
  now: Instant,
): Promise<void> =>
  withTransaction(async (tx) => {
    const question = await findQuestion(tx, district, id)
    if (question?.status.kind !== 'open') return
    await saveQuestion(tx, answerWith(question, answer), null)
    await notePace(tx, question, answer, calendar, now)
  })

const notePace = async (
  tx: Documents,
  { caseload, askedAt }: Question,
  { at }: Message,
  calendar: WorkCalendar,
  now: Instant,
): Promise<void> => {
  const took = Math.max(0, workingTimeBetween(calendar, askedAt, at))
  await savePaces(tx, caseload, withAnswer(await findPaces(tx, caseload), { at: now, took }))
}
