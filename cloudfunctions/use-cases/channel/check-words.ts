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

/** characters the check takes at once */
const atOnce = 2_500

const partsOf = (lines: readonly string[]): readonly string[] => {
  const letters = Array.from(lines.filter((line) => line !== '').join('\n'))
  return Array.from({ length: Math.ceil(letters.length / atOnce) }, (_, part) =>
    letters.slice(part * atOnce, (part + 1) * atOnce).join(''),
  )
}

/** The same of lines that belong together, however long: the worst answer to any part is that of all. */
export const judgeLines = async (
  lines: readonly string[],
  openid: string,
): Promise<Decision<WordsAnswer, 'content-refused'>> => {
  let answer: WordsAnswer = 'pass'
  for (const part of partsOf(lines)) {
    const judged = await judgeWords(part, openid)
    if (!judged.ok || judged.value === 'unanswered') return judged
    if (judged.value === 'undecided') answer = 'undecided'
  }
  return become(answer)
}
