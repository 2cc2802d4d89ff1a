import type { QuestionRow } from '#domain/contract/channel'
import { channelIdOf, channelOf } from '#domain/channel'
import { hasRole, type Actor } from '#domain/actor'
import { channelsOfCaseload } from '#domain/membership'
import { become } from '#domain/kernel/result'
import { lineOf, type Message } from '#domain/message'
import { byPressure, type Question } from '#domain/question'

import { listCaseloadsOf } from '../../store/caseloads'
import { findMessages } from '../../store/messages'
import { findNames } from '../../store/people'
import { listOpenQuestions, listRaised } from '../../store/questions'
import type { UseCase } from '../call'
import { titlesOf } from '../channel/titles'

const shown = 50

/** A head's: everything that waits in the caseload's channels. Command's: what was raised to it. */
const waitingFor = async (actor: Actor): Promise<readonly Question[]> => {
  const caseloads = await listCaseloadsOf(actor.id)
  const channels = caseloads.flatMap(channelsOfCaseload).map(channelIdOf)
  const [own, raised] = await Promise.all([
    listOpenQuestions(channels, shown),
    hasRole(actor, 'command') ? listRaised(actor.district, shown) : [],
  ])
  const all = new Map([...own, ...raised].map((question) => [question.id, question]))
  return [...all.values()].sort(byPressure).slice(0, shown)
}

const rowOf = (
  { id, channel, seq, askedAt, dueAt, status }: Question,
  { title, who, message }: Pick<QuestionRow, 'title' | 'who'> & { readonly message: Message | undefined },
): QuestionRow => ({
  ...{ id, channel, seq, askedAt, dueAt, title, who },
  shopName: message?.shop?.name ?? null,
  line: message ? lineOf(message) : { kind: 'text', words: '' },
  told: status.kind === 'open' ? status.told : 0,
})

/** What waits for an answer, the most pressing first; the oldest fifty are a day's work and more. */
export const listQuestions: UseCase<'question.list'> = async (_input, { actor }) => {
  const questions = await waitingFor(actor)
  const [names, titles, messages] = await Promise.all([
    findNames(questions.map(({ by }) => by)),
    titlesOf(questions.flatMap(({ channel }) => channelOf(channel) ?? [])),
    findMessages(questions),
  ])
  const lines = new Map(messages.map((message) => [`${message.channel}:${String(message.seq)}`, message]))
  const rows = questions.map((question) => {
    const { by, channel, seq } = question
    const message = lines.get(`${channel}:${String(seq)}`)
    return rowOf(question, { title: titles(channel), who: names.get(by) ?? '', message })
  })
  return become({ rows, next: null })
}
