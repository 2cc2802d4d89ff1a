import { asInstant, type Instant } from '#domain/kernel/instant'

import { keepLease, nextExport, nextImport, takeLease } from '../../store/sheets'
import { randomId } from '../derived-id'
import { advance } from './advance'
import { makeExport } from './make-export'

const lease = 'sheets'
/** longer than the function may live: a lease that is over belongs to nobody alive */
const leaseMilliseconds = 65_000
/** what is left of the function's minute is for the batch in hand */
const budgetMilliseconds = 40_000

/**
 * Imports and exports, one after the other in the order in which they wait. Two timers at once: one of them holds the
 * lease and works, the other leaves.
 */
export const workOnSheets = async (
  now: Instant,
  budget: number = budgetMilliseconds,
): Promise<{ readonly imports: number; readonly exports: number } | 'busy'> => {
  const holder = randomId<'lease'>()
  if (!(await takeLease(lease, holder, now, asInstant(now + leaseMilliseconds)))) return 'busy'
  const began = performance.now()
  const mayGoOn = () => performance.now() - began < budget
  let imports = 0
  let exports = 0
  try {
    while (mayGoOn()) {
      const waiting = await nextImport()
      if (waiting) {
        await advance(waiting, now, mayGoOn)
        imports += 1
        continue
      }
      const asked = await nextExport()
      if (!asked) break
      await makeExport(asked, now, mayGoOn)
      exports += 1
    }
  } finally {
    await keepLease(lease, holder, asInstant(0))
  }
  return { imports, exports }
}
