import { become, refuse } from '#domain/kernel/result'
import type { Message } from '#domain/message'

import { listMessages, listMessagesOfKind } from '../../store/messages'
import { lettersOf } from '../../store/shops'
import type { UseCase } from '../call'
import { enter } from './enter'
import { viewMessages } from './view'

/** the architecture's one declared exception to the reading rule */
const walked = 500
const shown = 20
const fewestLetters = 1

const numberOf = (cursor: string | null): number =>
  cursor !== null && /^\d{1,12}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER

const wordsOf = ({ body }: Message): string => {
  if (body.kind === 'text') return body.words
  if (body.kind === 'file') return body.name
  return 'title' in body ? body.title : ''
}

/** Walks a channel backwards, at most 500 messages a call; the cursor is the number to go on below. */
export const searchChannel: UseCase<'channel.search'> = async (input, call) => {
  const letters = lettersOf(input.words)
  if (letters.length < fewestLetters && input.by === null && input.from === null && input.to === null)
    return refuse('words-too-short')
  const entered = await enter(call, input.channel)
  if (!entered) return refuse('not-found')
  const before = numberOf(input.cursor)
  const stretch = [...(await listMessages(input.channel, { kind: 'before', seq: before }, walked))].reverse()
  const suits = (message: Message): boolean =>
    message.state.kind === 'shown' &&
    (input.by === null || message.author === input.by) &&
    (input.from === null || message.at >= input.from) &&
    (input.to === null || message.at < input.to) &&
    lettersOf(wordsOf(message)).includes(letters)
  const found = stretch.filter(suits)
  const rows = found.slice(0, shown)
  const end = found.length > shown ? rows.at(-1) : stretch.at(-1)
  const more = end !== undefined && end.seq > 1 && !(input.from !== null && end.at < input.from)
  return become({
    rows: await viewMessages(rows, { id: call.actor.id, standing: entered.standing }),
    next: more ? String(end.seq) : null,
  })
}

export const filesOfChannel: UseCase<'channel.files'> = async ({ channel, kind, cursor }, call) => {
  const entered = await enter(call, channel)
  if (!entered) return refuse('not-found')
  const found = await listMessagesOfKind(channel, kind, numberOf(cursor), shown + 1)
  const rows = found.slice(0, shown)
  return become({
    rows: await viewMessages(
      rows.filter(({ state }) => state.kind === 'shown'),
      { id: call.actor.id, standing: entered.standing },
    ),
    next: found.length > shown ? String(rows.at(-1)?.seq ?? 0) : null,
  })
}
