import type { MessageView } from '#domain/contract/channel'
import { lineOf, type Line } from '#domain/message'
import type { Outgoing } from './outbox'
import { nameWords } from './words'

/** The line a quote shows, from what this reader sees of the message. */
export const lineOfView = ({ body }: MessageView): Line => {
  if (body === null) return { kind: 'hidden', words: '' }
  if (body.kind === 'images') return { kind: 'images', words: String(body.pictures.length) }
  if (body.kind === 'voice') return { kind: 'voice', words: String(body.seconds) }
  if (body.kind === 'file') return { kind: 'file', words: body.name }
  return lineOf({ body, state: { kind: 'shown' } })
}

export const quoteOf = (message: MessageView): NonNullable<Outgoing['quote']> => ({
  seq: message.seq,
  who: nameWords(message.author),
  line: lineOfView(message),
})
