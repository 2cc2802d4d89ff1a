import type { QuestionRow } from '#domain/contract/channel'
import { channelIdOf, channelOf } from '#domain/channel'
import { hasRole, type Actor } from '#domain/actor'
import { channelsOfCaseload } from '#domain/membership'
import { become } from '#domain/kernel/result'
import { lineOf } from '#domain/message'
import type { Question } from '#domain/question'

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
  return [...all.values()].sort((one, other) => one.dueAt - other.dueAt).slice(0, shown)
}

/** What waits for an answer, the most pressing first; the oldest fifty are a day's work and more. */
export const listQuestions: UseCase<'question.list'> = async (_input, { actor }) => {
  const questions = await waitingFor(actor)
  const [names, titles, messages] = await Promise.all([
    findNames(questions.map(({ by }) => by)),
    titlesOf(questions.flatMap(({ channel }) => channelOf(channel) ?? [])),
    findMessages(questions),
  ])
  const lines = new Map(messages.map((message) => [`${message.channel}:${String(message.seq)}`, message]))
  return become({ rows: questions.map((question) => rowOf(question)), next: null })

  function rowOf({ id, channel, seq, askedAt, dueAt, by, status }: Question): QuestionRow {
    const message = lines.get(`${channel}:${String(seq)}`)
    return {
      ...{ id, channel, seq, askedAt, dueAt },
      title: titles(channel),
      who: names.get(by) ?? '',
      shopName: message?.shop?.name ?? null,
      line: message ? lineOf(message) : { kind: 'text', words: '' },
      told: status.kind === 'open' ? status.told : 0,
    }
  }
}
