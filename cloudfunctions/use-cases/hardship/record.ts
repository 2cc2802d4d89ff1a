import type { Hardship } from '#domain/hardship'

import type { Documents } from '../../cloud/database'
import { audit, occasionOf } from '../audit/write'
import type { Call } from '../call'
import { stepIdOf, tellStep } from '../care/tell'
import type { ShopAtHand } from '../shop/at-hand'

export type HardshipStep = 'added' | 'assigned' | 'helped' | 'notPossible'

export const hardshipEntryId = (hardship: Pick<Hardship, 'id' | 'version'>) => stepIdOf('hardship', hardship)

const titleLength = 30

/** A line in the log, and word to the other side's inbox. */
export const recordHardship = async (
  tx: Documents,
  hardship: Hardship,
  what: HardshipStep,
  to: 'owners' | 'heads',
  at: ShopAtHand,
  call: Call,
): Promise<void> => {
  const { id, shop, kind, words } = hardship
  await audit(tx, occasionOf(call), 'hardship.moved', `hardships/${id}`, {
    detail: { move: what, shop, kind },
  })
  const title = Array.from(words).slice(0, titleLength).join('')
  const notice = { kind: 'hardship' as const, what, hardship: id, shop, title }
  await tellStep(tx, { entry: hardshipEntryId(hardship), to, notice, card: null }, at, call)
}
