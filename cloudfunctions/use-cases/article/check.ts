import type { Id } from '#domain/kernel/id'
import type { CheckRefusal } from '#domain/contract/article'
import { become, refuse, type Decision } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findIdentityOf } from '../../store/people'
import { judgeLines } from '../channel/check-words'

/** What others will read has passed its check, or a person who may decide is sure of what the check could not tell. */
export const checkLines = async (
  lines: readonly string[],
  person: Id<'person'>,
  sure: boolean,
): Promise<Decision<null, CheckRefusal>> => {
  const identity = await findIdentityOf(db, person)
  if (!identity) return refuse('content-unchecked')
  const judged = await judgeLines(lines, identity.openid)
  if (!judged.ok) return judged
  if (judged.value === 'unanswered') return refuse('content-unchecked')
  return judged.value === 'undecided' && !sure ? refuse('content-undecided') : become(null)
}
