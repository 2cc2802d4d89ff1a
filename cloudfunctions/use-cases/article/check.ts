import type { Id } from '#domain/kernel/id'
import type { CheckRefusal } from '#domain/contract/article'
import { become, refuse, type Decision } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findIdentityOf } from '../../store/people'
import { judgeWords } from '../channel/check-words'

/** characters the check takes at once */
const atOnce = 2_500

const partsOf = (lines: readonly string[]): readonly string[] => {
  const letters = Array.from(lines.join('\n'))
  return Array.from({ length: Math.ceil(letters.length / atOnce) }, (_, part) =>
    letters.slice(part * atOnce, (part + 1) * atOnce).join(''),
  )
}

/** What others will read has passed its check, or a person who may decide is sure of what the check could not tell. */
export const checkLines = async (
  lines: readonly string[],
  person: Id<'person'>,
  sure: boolean,
): Promise<Decision<null, CheckRefusal>> => {
  const identity = await findIdentityOf(db, person)
  if (!identity) return refuse('content-unchecked')
  for (const part of partsOf(lines)) {
    const judged = await judgeWords(part, identity.openid)
    if (!judged.ok) return judged
    if (judged.value === 'unanswered') return refuse('content-unchecked')
    if (judged.value === 'undecided' && !sure) return refuse('content-undecided')
  }
  return become(null)
}
