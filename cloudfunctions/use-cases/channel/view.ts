import { isOffice } from '#domain/channel'
import type { Author, MessageView } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { unreachable } from '#domain/kernel/unreachable'
import type { Body, Message } from '#domain/message'

import { temporaryUrls } from '../../cloud/files'
import { findNames } from '../../store/people'
import type { Entered } from './enter'

interface Reader {
  readonly id: Id<'person'>
  readonly standing: Entered['standing']
}

export const filesIn = (body: Body): readonly string[] => {
  switch (body.kind) {
    case 'images':
      return body.pictures.map(({ file }) => file)
    case 'voice':
    case 'file':
      return [body.file]
    case 'text':
    case 'article':
    case 'circular':
    case 'card':
      return []
    default:
      return unreachable(body)
  }
}

type ShownBody = NonNullable<MessageView['body']>

/** A file the storage does not know any more keeps its place, with an address that opens nothing. */
export const showBody = (body: Body, urls: ReadonlyMap<string, string>): ShownBody => {
  const urlOf = (file: string) => urls.get(file) ?? ''
  switch (body.kind) {
    case 'images':
      return {
        kind: 'images',
        pictures: body.pictures.map(({ file, width, height }) => ({ url: urlOf(file), width, height })),
      }
    case 'voice':
      return { kind: 'voice', url: urlOf(body.file), seconds: body.seconds }
    case 'file':
      return { kind: 'file', url: urlOf(body.file), name: body.name, bytes: body.bytes }
    case 'text':
    case 'article':
    case 'circular':
    case 'card':
      return body
    default:
      return unreachable(body)
  }
}

const authorOf = ({ author, standing, shop }: Message, names: ReadonlyMap<string, string>): Author => ({
  id: author,
  name: author === null ? null : (names.get(author) ?? null),
  standing,
  shopName: shop?.name ?? null,
})

const callsOf = ({ mentions }: Message, reader: Id<'person'>): MessageView['calls'] => {
  if (mentions === 'all') return 'all'
  if (mentions.includes(reader)) return 'me'
  return mentions.length > 0 ? 'others' : null
}

/** Messages as this reader sees them; names by the identities of today, one query for all. */
export const viewMessages = async (
  messages: readonly Message[],
  reader: Reader,
): Promise<readonly MessageView[]> => {
  const people = messages.flatMap(({ author, quote }) =>
    [author, quote?.by ?? null].filter((id) => id !== null),
  )
  const open = messages.filter(({ state }) => state.kind === 'shown')
  const [names, urls] = await Promise.all([
    findNames(people),
    temporaryUrls(open.flatMap(({ body }) => filesIn(body))),
  ])
  return messages.map((message) => viewOf(message, reader, names, urls))
}

const viewOf = (
  message: Message,
  reader: Reader,
  names: ReadonlyMap<string, string>,
  urls: ReadonlyMap<string, string>,
): MessageView => {
  const { seq, at, author, body, quote, asks, state, key } = message
  const mine = author !== null && author === reader.id
  return {
    ...{ seq, at, mine, asks },
    author: authorOf(message, names),
    body: state.kind === 'shown' ? showBody(body, urls) : null,
    quote: quote && {
      seq: quote.seq,
      who: quote.by === null ? '' : (names.get(quote.by) ?? ''),
      line: quote.line,
    },
    calls: callsOf(message, reader.id),
    state: state.kind,
    why: state.kind === 'hidden' && (mine || isOffice(reader.standing)) ? state.why : null,
    key: mine ? key : null,
  }
}
