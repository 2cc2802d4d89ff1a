import type { Instant } from '#domain/kernel/instant'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Message } from '#domain/message'

/** What whoever posts under this key is told; the same key with another content is a mistake of the sender's. */
export const answerOfPosted = (
  { seq, at, content }: Pick<Message, 'seq' | 'at' | 'content'>,
  sent: string,
): Decision<{ readonly seq: number; readonly at: Instant }, 'key-reused'> =>
  content === sent ? become({ seq, at }) : refuse('key-reused')
