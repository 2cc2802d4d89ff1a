import type { Decision } from '#domain/kernel/result'
import { refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findIdentityOf } from '../../store/people'
import type { Call } from '../call'
import { passWords } from '../circular/pass-words'

/** Words that others will read; none are held back for a later check: they pass now, or are to be sent again. */
export const passCareWords = async (
  parts: readonly string[],
  { actor }: Call,
): Promise<Decision<null, 'content-refused' | 'check-unanswered' | 'consent-needed'>> => {
  const identity = await findIdentityOf(db, actor.id)
  return identity ? passWords(parts, identity.openid) : refuse('consent-needed')
}
