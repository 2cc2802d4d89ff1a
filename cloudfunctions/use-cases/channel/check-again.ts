import type { Instant } from '#domain/kernel/instant'
import { become } from '#domain/kernel/result'
import { giveUpWaiting, takeWordsVerdict, type Held } from '#domain/moderation'

import { db } from '../../cloud/database'
import { checkWords } from '../../cloud/open-api'
import { listHeldDue } from '../../store/held'
import { findIdentityOf } from '../../store/people'
import { eachApart } from '../each-apart'
import { askChecks, moveHeld } from './hold'
import { letGo, release } from './release'

/** a check may take its whole second and a half: some together, all within a part of the clock's minute */
const perRun = 60
const together = 6

/** The clock's share: checks that gave no answer are asked again, and whatever broke off is brought to its end. */
export const checkAgain = async (now: Instant): Promise<number> => {
  const due = await listHeldDue(now, perRun)
  let done = 0
  for (let from = 0; from < due.length; from += together) {
    const some = due.slice(from, from + together)
    const counts = await Promise.all(some.map((held) => eachApart([held], (one) => lookAt(one, now))))
    done += counts.reduce((sum, count) => sum + count, 0)
  }
  return done
}

const lookAt = async (held: Held, now: Instant): Promise<unknown> => {
  switch (held.state.kind) {
    case 'passed':
      return release(held, now)
    case 'refused':
      return letGo(held, [], now)
    case 'checking':
      return askAgain(held, now)
    case 'moderator':
      return undefined
  }
}

const askAgain = async (held: Held, now: Instant): Promise<unknown> => {
  if (giveUpWaiting(held, now) !== held)
    return moveHeld(held.id, (current) => become(giveUpWaiting(current, now)), now)
  if (held.body.kind !== 'text') return askChecks(held, now)
  const identity = await findIdentityOf(db, held.author)
  const verdict = identity && (await checkWords(held.body.words, identity.openid))
  return moveHeld(held.id, (current) => become(takeWordsVerdict(current, verdict, now)), now)
}
