import { ownsShop } from '#domain/actor'
import { isOffice } from '#domain/channel'
import type { Input } from '#domain/contract/endpoints'
import type { MessageSource } from '#domain/report'

import { findMessage } from '../../store/messages'
import type { Call } from '../call'
import { enter } from '../channel/enter'

type Given = NonNullable<Input<'report.submit'>['from']>

/**
 * The message a report is made from; null where it is not there for this person. The desk of the shop that said it hears of
 * the report where its own owner or the office made it: what others make of it is not for that desk.
 */
export const findSource = async ({ channel, seq }: Given, call: Call): Promise<MessageSource | null> => {
  const entered = await enter(call, channel)
  const message = entered && (await findMessage(channel, seq))
  if (!entered || message?.state.kind !== 'shown') return null
  const { shop } = message
  const told = shop !== null && (isOffice(entered.standing) || ownsShop(call.actor, shop.id))
  return { channel, seq, shop: told ? shop : null }
}
