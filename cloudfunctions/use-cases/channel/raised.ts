import type { Id } from '#domain/kernel/id'
import { responseMarks } from '#domain/question'

import { listOpenQuestions } from '../../store/questions'

/** Whether something at this desk was raised to command: a question that nobody answered up to the last mark. */
export const isRaised = async (channel: Id<'channel'>): Promise<boolean> => {
  const [oldest] = await listOpenQuestions([channel], 1)
  return oldest?.status.kind === 'open' && oldest.status.told >= responseMarks.length
}
