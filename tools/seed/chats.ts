import type { Caseload } from '#domain/caseload'
import { headsOf } from '#domain/caseload'
import { channelIdOf } from '#domain/channel'
import { dayAfter, dayOf, startOf, type Day } from '#domain/kernel/day'
import { asId, type Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import { defaultCalendar } from '#domain/kernel/public-holidays'
import { isWorkday, workingTimeBetween } from '#domain/kernel/working-time'
import type { Channel } from '#domain/membership'
import { lineOf, type Body, type Message, type Picture } from '#domain/message'
import {
  answerWith,
  askQuestion,
  isAnswer,
  isQuestion,
  nextMark,
  settle,
  type Question,
} from '#domain/question'
import type { Shop } from '#domain/shop'
import type { ChannelRecord } from '../../cloudfunctions/store/channels'
import type { Mark } from '../../cloudfunctions/store/marks'
import { messageDocument } from '../../cloudfunctions/store/messages'
import { questionDocument, questionIdOf } from '../../cloudfunctions/store/questions'
import { signalDocument } from '../../cloudfunctions/store/signals'
import { deskLines, groupLines, type WrittenLine } from './chat-texts'
import { district } from './district'
import { articleIdOf } from './library'
import type { SeedPerson } from './people'
import type { Random } from './random'
import type { Collections } from './seed'

const MINUTE = 60_000

export interface Talkers {
  readonly head: SeedPerson
  readonly caseload: Caseload
  /** owners with the shop each holds, in the order of the caseload */
  readonly owners: readonly { readonly person: SeedPerson; readonly shop: Shop }[]
}

interface Setting extends Talkers {
  readonly random: Random
  readonly now: number
  readonly titles: ReadonlyMap<string, string>
  readonly pictures: readonly Picture[]
}

const workdayBefore = (today: Day, count: number): Day => {
  let day = today
  for (let left = count; left > 0;) {
    day = dayAfter(day, -1)
    if (isWorkday(defaultCalendar, day)) left -= 1
  }
  return day
}

const momentOf = (when: WrittenLine['when'], now: number): Instant => {
  if (typeof when === 'number') return asInstant(now - when * MINUTE)
  const [hours, minutes] = when[1].split(':').map(Number)
  return asInstant(
    startOf(workdayBefore(dayOf(asInstant(now)), when[0])) + ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE,
  )
}

const bodyOf = ({ words, article, faq, pictures }: WrittenLine, { titles, ...given }: Setting): Body => {
  if (faq !== undefined)
    return {
      kind: 'card',
      card: { kind: 'faq', article: articleIdOf(faq), title: titles.get(faq) ?? '' },
    }
  if (article !== undefined)
    return { kind: 'article', article: articleIdOf(article), version: 1, title: titles.get(article) ?? '' }
  if (pictures !== undefined) return { kind: 'images', pictures: given.pictures.slice(0, pictures) }
  return { kind: 'text', words: words ?? '' }
}

/** The key that the system's own card of a kept answer carries. */
const keyOf = ({ faq }: WrittenLine, channel: Id<'channel'>, seq: number): string =>
  faq === undefined ? `seed-${channel}-${String(seq)}` : `faq-${articleIdOf(faq)}`

/** `speaking`: the owners whom the script numbers. */
const messagesOf = (
  channel: Channel,
  lines: readonly WrittenLine[],
  speaking: Talkers['owners'],
  setting: Setting,
): readonly Message[] => {
  const id = channelIdOf(channel)
  const messages: Message[] = []
  for (const [at, line] of lines.entries()) {
    const owner = line.by === 'head' ? null : speaking[line.by % speaking.length]
    const system = line.faq !== undefined
    const quoted = line.quote === undefined ? null : messages[line.quote]
    messages.push({
      ...{ channel: id, seq: at + 1, district: district.id, key: keyOf(line, id, at + 1), content: '' },
      author: system ? null : (owner?.person.id ?? setting.head.id),
      standing: system ? null : owner ? 'owner' : 'head',
      shop: owner ? { id: owner.shop.id, name: owner.shop.name } : null,
      at: momentOf(line.when, setting.now),
      body: bodyOf(line, setting),
      quote: quoted ? { seq: quoted.seq, by: quoted.author, line: lineOf(quoted) } : null,
      mentions: line.callsAll ? 'all' : line.callsHead ? [setting.head.id] : [],
      asks: line.asks === true,
      state: { kind: 'shown' },
    })
  }
  return messages
}

/** thanks and the like at a desk: they wait for no answer */
const settledAfter = 5 * MINUTE
/** minutes; what is older was dealt with */
const fresh = 60

/** The questions as the head's answers left them, by the very rules that messages follow. */
const questionsOf = (
  channel: Channel,
  messages: readonly Message[],
  { caseload, head, now }: Setting,
): readonly Question[] => {
  let questions: readonly Question[] = []
  for (const message of messages) {
    const { author } = message
    if (author !== null && isQuestion(channel, message, headsOf(caseload), false)) {
      const id = questionIdOf(message.channel, message.seq)
      questions = [...questions, askQuestion(id, { ...message, author }, caseload.id, defaultCalendar)]
    } else
      questions = questions.map((one) => (isAnswer(channel, one, message) ? answerWith(one, message) : one))
  }
  return questions.map((one) =>
    one.askedAt < now - fresh * MINUTE
      ? settle(one, head.id, 'noQuestion', asInstant(one.askedAt + settledAfter))
      : one,
  )
}

const newest = ({ at, author, shop, ...message }: Message) => ({
  at,
  by: author,
  shopName: shop?.name ?? null,
  line: lineOf(message),
})

/** Nobody wrote after the own reading mark (see `readUntil`): no own numbers are to be told apart. */
const channelDocument = (
  messages: readonly Message[],
  last: Message,
  signal: Id<'signal'>,
): Omit<ChannelRecord, 'id'> & { readonly _id: Id<'channel'> } => ({
  _id: last.channel,
  ...{ district: district.id, last: last.seq, latest: newest(last), changedAt: asInstant(0) },
  ...{ pins: [], own: {}, signalKey: signal },
  calledAll: messages.filter(({ mentions }) => mentions === 'all').at(-1)?.seq ?? 0,
})

/** Everything is read but what somebody else asked and still waits for its answer. */
const readUntil = (person: Id<'person'>, messages: readonly Message[], open: readonly Question[]): number => {
  const own = messages.filter(({ author }) => author === person).at(-1)?.seq ?? 0
  const waiting = open.find(({ by }) => by !== person)
  return waiting ? Math.max(own, waiting.seq - 1) : messages.length
}

const marksOf = (person: Id<'person'>, talks: readonly Talk[]) => ({
  _id: person,
  channels: Object.fromEntries(
    talks
      .filter(({ messages }) => messages.some(({ author }) => author === person))
      .map(({ messages, questions }): readonly [string, Mark] => {
        const open = questions.filter(({ status }) => status.kind === 'open')
        const called = messages
          .filter(({ mentions }) => mentions !== 'all' && mentions.includes(person))
          .at(-1)
        const read = readUntil(person, messages, open)
        return [messages[0]?.channel ?? '', { read, called: called?.seq ?? 0, muted: false }]
      }),
  ),
})

/** The third speaker asks for towels: a hairdresser. */
const seated = (owners: Talkers['owners']): Talkers['owners'] => {
  const hairdresser = owners.find(({ shop }, at) => at > 1 && shop.trade === 't-1')
  if (!hairdresser) return owners
  const others = owners.filter((one) => one !== hairdresser)
  return [...others.slice(0, 2), hairdresser, ...others.slice(2)]
}

interface Talk {
  readonly messages: readonly Message[]
  readonly questions: readonly Question[]
}

/** One group's last days, and the desks of six of its shops: one of each trade of the head's, and one more. */
export const makeChats = (setting: Setting): Collections => {
  const { caseload, owners, random } = setting
  const talks: Talk[] = []
  const talk = (channel: Channel, lines: readonly WrittenLine[], speaking: Talkers['owners']) => {
    const messages = messagesOf(channel, lines, speaking, setting)
    talks.push({ messages, questions: questionsOf(channel, messages, setting) })
  }
  talk({ kind: 'store', caseload: caseload.id }, groupLines, seated(owners))
  for (const [owner, lines] of desksAmong(owners)) talk({ kind: 'desk', shop: owner.shop.id }, lines, [owner])
  const begun = talks.flatMap(({ messages }) => {
    const last = messages.at(-1)
    return last ? [{ messages, last, signal: asId<'signal'>(random.hex(32)) }] : []
  })
  const questions = talks.flatMap((one) => one.questions)
  const speakers = new Set(talks.flatMap(({ messages }) => messages.flatMap(({ author }) => author ?? [])))
  return {
    signals: begun.map(({ signal }) => signalDocument(signal)),
    channels: begun.map(({ messages, last, signal }) => channelDocument(messages, last, signal)),
    messages: talks.flatMap(({ messages }) => messages.map((one) => messageDocument(one, false))),
    questions: questions.map((one) => questionDocument(one, nextMark(one, defaultCalendar))),
    paces: [{ _id: caseload.id, answers: pacesOf(questions) }],
    marks: [...speakers].map((person) => marksOf(person, talks)),
  }
}

/** The fifth owner, whom everybody tries first, then others until each script is told once. */
const desksAmong = (
  owners: Talkers['owners'],
): readonly (readonly [Talkers['owners'][number], readonly WrittenLine[]])[] => {
  const scripts = new Map(Object.entries(deskLines))
  const fifth = owners[4]
  const order = fifth ? [fifth, ...owners.filter((one) => one !== fifth)] : owners
  const desks: (readonly [Talkers['owners'][number], readonly WrittenLine[]])[] = []
  for (const owner of order) {
    const own = scripts.has(owner.shop.trade) ? owner.shop.trade : 'other'
    const lines = scripts.get(own)
    if (!lines) continue
    scripts.delete(own)
    desks.push([owner, lines])
  }
  return desks
}

const pacesOf = (questions: readonly Question[]) =>
  questions
    .flatMap(({ askedAt, status }) =>
      status.kind === 'answered'
        ? [{ at: status.at, took: workingTimeBetween(defaultCalendar, askedAt, status.at) }]
        : [],
    )
    .sort((one, other) => one.at - other.at)
