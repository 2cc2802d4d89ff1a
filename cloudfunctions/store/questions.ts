import type { Id } from '#domain/kernel/id'
import { asId } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { byPressure, type Question } from '#domain/question'

import { command, db, type Documents, type Stored } from '../cloud/database'
import { isDuplicate } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

export const questionCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'questions',
    indexes: [
      { name: 'questions_open', fields: ['channel', 'open', 'dueAt', '_id'] },
      { name: 'questions_mark', fields: ['nextMark'] },
      { name: 'questions_raised', fields: ['district', 'raised', 'dueAt', '_id'] },
      { name: 'questions_by', fields: ['by', 'askedAt:desc', '_id:desc'] },
    ],
  },
  /** the last answers of a caseload, in milliseconds of working time: what a promise of speed rests on */
  { collection: 'paces', indexes: [] },
]

/** Null as a mark would come first in the index: a closed question has none and says so with the far end of time. */
const never = 8_640_000_000_000_000

const questionFrom = ({ open: _open, raised: _raised, nextMark: _nextMark, ...fields }: Stored): Question =>
  thingFrom(fields) as Question

export const questionDocument = ({ id, ...fields }: Question, nextMark: Instant | null) => ({
  _id: id,
  ...fields,
  open: fields.status.kind === 'open',
  /** told to everybody there is to tell */
  raised: fields.status.kind === 'open' && nextMark === null,
  nextMark: nextMark ?? never,
})

/** A question is as old as its message: the same message asks once. */
export const questionIdOf = (channel: Id<'channel'>, seq: number): Id<'question'> =>
  asId(`${channel}_${String(seq)}`)

/** False where this question is there already. */
export const addQuestion = async (question: Question, nextMark: Instant | null): Promise<boolean> => {
  try {
    await db.collection('questions').add({ data: questionDocument(question, nextMark) })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

export const findQuestion = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'question'>,
): Promise<Question | null> => {
  const { data } = await from.collection('questions').doc(id).get()
  const question = data && questionFrom(data)
  return question?.district === district ? question : null
}

export const saveQuestion = async (
  tx: Documents,
  question: Question,
  nextMark: Instant | null,
): Promise<void> => {
  const { _id, ...fields } = questionDocument(question, nextMark)
  await tx.collection('questions').doc(_id).set({ data: fields })
}

const atOnce = 200

/** What waits in these channels, by when an answer is due; at most `most`. */
export const listOpenQuestions = async (
  channels: readonly Id<'channel'>[],
  most: number,
): Promise<readonly Question[]> => {
  const found: Question[] = []
  for (let from = 0; from < channels.length; from += atOnce) {
    const { data } = await db
      .collection('questions')
      .where({ channel: command.in(channels.slice(from, from + atOnce)), open: true })
      .orderBy('dueAt', 'asc')
      .limit(most)
      .get()
    found.push(...data.map(questionFrom))
  }
  return found.sort(byPressure).slice(0, most)
}

/** What nobody answered up to the last mark, by when an answer was due. */
export const listRaised = async (district: Id<'district'>, most: number): Promise<readonly Question[]> => {
  const { data } = await db
    .collection('questions')
    .where({ district, raised: true })
    .orderBy('dueAt', 'asc')
    .limit(most)
    .get()
  return data.map(questionFrom)
}

/** Questions whose next mark of silence has come. */
export const listSilent = async (now: Instant, most: number): Promise<readonly Question[]> => {
  const { data } = await db
    .collection('questions')
    .where({ nextMark: command.lte(now) })
    .orderBy('nextMark', 'asc')
    .limit(most)
    .get()
  return data.map(questionFrom)
}

export interface Pace {
  readonly at: Instant
  readonly took: number
}

export const findPaces = async (from: Documents, caseload: Id<'caseload'>): Promise<readonly Pace[]> => {
  const { data } = await from.collection('paces').doc(caseload).get()
  return (data?.['answers'] ?? []) as readonly Pace[]
}

export const savePaces = async (
  tx: Documents,
  caseload: Id<'caseload'>,
  answers: readonly Pace[],
): Promise<void> => {
  await tx.collection('paces').doc(caseload).set({ data: { answers } })
}
