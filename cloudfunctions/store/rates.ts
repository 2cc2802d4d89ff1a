import type { Rate } from '#domain/permission'
import type { Instant } from '#domain/kernel/instant'

import { command, db } from '../cloud/database'
import { isDuplicate } from '../cloud/transaction'
import type { CollectionDeclaration } from './index-declaration'

/** One counter per caller (a hash of the openid), endpoint and window; a job removes those whose window is over. */
export const rateCollection: CollectionDeclaration = {
  collection: 'rates',
  indexes: [{ name: 'rates_until', fields: ['until'] }],
}

/** Counters that a warm instance knows to be there; whichever it does not know, it tries to add. */
const begun = new Set<string>()
const mostBegun = 10_000

const noteBegun = (counter: string): void => {
  if (begun.size >= mostBegun) begun.clear()
  begun.add(counter)
}

/**
 * Counts one call; false where the window's calls are used up. One write in the ordinary case: the first call of a window
 * adds its counter, those after it count on; the update touches nothing when the counter is missing or full.
 */
export const countCall = async (
  caller: string,
  endpoint: string,
  { most, seconds }: Rate,
  now: Instant,
): Promise<boolean> => {
  const window = Math.floor(now / (seconds * 1_000))
  const _id = `${caller}:${endpoint}:${String(window)}`
  const countOne = async (): Promise<boolean> => {
    const { stats } = await db
      .collection('rates')
      .where({ _id, calls: command.lt(most) })
      .update({ data: { calls: command.inc(1) } })
    return stats.updated === 1
  }
  if (begun.has(_id) && (await countOne())) return true
  noteBegun(_id)
  try {
    await db.collection('rates').add({ data: { _id, calls: 1, until: (window + 1) * seconds * 1_000 } })
    return true
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return countOne()
  }
}

/** Counters whose window is over, at most so many at once. */
export const removeSpentRates = async (now: Instant): Promise<number> => {
  const { stats } = await db
    .collection('rates')
    .where({ until: command.lt(now) })
    .remove()
  return stats.removed
}
