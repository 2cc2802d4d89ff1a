import { become, refuse, type Decision } from '#domain/kernel/result'

import { checkWords } from '../../cloud/open-api'

/** Whether a text may be seen at once, or is to be held: because the check gave no answer, or because it could not decide. */
export type WordsAnswer = 'pass' | 'unanswered' | 'undecided'

export const judgeWords = async (
  words: string,
  openid: string,
): Promise<Decision<WordsAnswer, 'content-refused'>> => {
  const verdict = await checkWords(words, openid)
  switch (verdict?.kind) {
    case undefined:
      return become('unanswered')
    case 'pass':
      return become('pass')
    case 'review':
      return become('undecided')
    case 'risky':
      return refuse('content-refused', { why: verdict.reason })
  }
}
