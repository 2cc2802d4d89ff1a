import type { Id } from '#domain/kernel/id'
import { responseMarks } from '#domain/question'

import { isComplainedAbout } from '../../store/complaints'
import { listOpenQuestions } from '../../store/questions'

/**
 * Whether something at this desk was raised to command: a question that nobody answered up to the last mark, or a complaint
 * about a message here, until it is answered.
 */
export const isRaised = async (channel: Id<'channel'>): Promise<boolean> => {
  const [complained, [oldest]] = await Promise.all([
    isComplainedAbout(channel),
    listOpenQuestions([channel], 1),
  ])
  if (complained) return true
  return oldest?.status.kind === 'open' && oldest.status.told >= responseMarks.length
}
