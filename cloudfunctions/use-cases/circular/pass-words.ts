import { become, refuse, type Decision } from '#domain/kernel/result'

import { judgeLines } from '../channel/check-words'

/** Words that are not held back for a later check: they pass now, or are to be sent again. */
export const passWords = async (
  parts: readonly string[],
  openid: string,
): Promise<Decision<null, 'content-refused' | 'check-unanswered'>> => {
  const judged = await judgeLines(parts, openid)
  if (!judged.ok) return judged
  if (judged.value === 'undecided') return refuse('content-refused')
  return judged.value === 'pass' ? become(null) : refuse('check-unanswered')
}
