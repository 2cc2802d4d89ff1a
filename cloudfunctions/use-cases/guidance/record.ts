import type { GuidanceItem } from '#domain/guidance-item'

import type { Documents } from '../../cloud/database'
import { audit, occasionOf } from '../audit/write'
import type { Call } from '../call'
import { stepIdOf, tellStep } from '../care/tell'
import type { ShopAtHand } from '../shop/at-hand'

const titleLength = 30

const whatOf = ({ status }: GuidanceItem): 'opened' | 'saidDone' | 'done' | 'dropped' => {
  if (status.kind !== 'open') return status.kind
  return status.saidDone === null ? 'opened' : 'saidDone'
}

export const guidanceEntryId = (item: Pick<GuidanceItem, 'id' | 'version'>) => stepIdOf('guidance', item)

/** What follows from a step: a line in the log, word to the other side, a card at the shop's desk and nowhere else. */
export const recordGuidance = async (
  tx: Documents,
  item: GuidanceItem,
  at: ShopAtHand,
  call: Call,
): Promise<void> => {
  const what = whatOf(item)
  const title = Array.from(item.words).slice(0, titleLength).join('')
  await audit(tx, occasionOf(call), 'guidance.moved', `guidanceitems/${item.id}`, {
    detail: { move: what, shop: item.shop },
    why: item.status.kind === 'dropped' ? item.status.why : '',
  })
  const step = {
    entry: guidanceEntryId(item),
    to: what === 'saidDone' ? ('heads' as const) : ('owners' as const),
    notice: { kind: 'guidance' as const, what, item: item.id, shop: item.shop, title },
    card: { kind: 'guidance' as const, what, item: item.id, title },
  }
  await tellStep(tx, step, at, call)
}
