import { checkCareWords } from '#domain/care-words'
import { isOffice } from '#domain/channel'
import { shopToGuide, type GuidanceItem } from '#domain/guidance-item'
import { asId } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'

import { addGuidanceItem, findGuidanceItem } from '../../store/guidance-items'
import { findMessage } from '../../store/messages'
import type { UseCase } from '../call'
import { passCareWords } from '../care/pass'
import { enter } from '../channel/enter'
import { sha256 } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { inShopTransaction } from '../shop/at-hand'
import { guidanceEntryId, recordGuidance } from './record'

/** One message makes one item, whoever of head and deputy taps, and however often; other words for it are not lost in silence. */
export const openGuidance: UseCase<'guidance.open'> = async ({ channel, seq, words }, call) => {
  const { actor, now } = call
  const entered = await enter(call, channel)
  const message = entered && isOffice(entered.standing) ? await findMessage(channel, seq) : null
  if (!entered || !message) return refuse('not-found')
  const shop = shopToGuide(message, entered.standing)
  if (shop === null) return refuse('no-shop')
  const checked = checkCareWords(words)
  if (!checked.ok) return checked
  const passed = await passCareWords([checked.value], call)
  if (!passed.ok) return passed
  const id = asId<'guidanceItem'>(sha256(`guidance·${channel}:${String(seq)}`).slice(0, 32))
  const decision = await inShopTransaction(shop, call, async (tx, at) => {
    if (!mayReach(actor, 'guidance.open', at.where)) return refuse('not-found')
    const before = await findGuidanceItem(tx, actor.district, id)
    if (before) return before.words === checked.value ? become(true) : refuse('guided-already')
    const item: GuidanceItem = {
      ...{ id, shop, at: now, version: 1, words: checked.value },
      district: actor.district,
      caseload: at.caseload.id,
      from: { kind: 'message', channel, seq },
      by: actor.id,
      status: { kind: 'open', saidDone: null },
    }
    await addGuidanceItem(tx, item)
    await recordGuidance(tx, item, at, call)
    return become(false)
  })
  if (!decision.ok) return decision
  if (!decision.value) await deliverSoon(guidanceEntryId({ id, version: 1 }), now)
  return become({ id, repeated: decision.value })
}
