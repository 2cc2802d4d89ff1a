import { asId, type Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'

import { groupOfCloudId } from '../../cloud/open-data'
import { withTransaction } from '../../cloud/transaction'
import { bindGroup, findChannelOfGroup, findGroupOfChannel, freeGroup } from '../../store/groups'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { enter } from '../channel/enter'
import { sha256 } from '../derived-id'

/** A group under a name of our own: what WeChat calls it stands nowhere. */
export const groupIdOf = (district: Id<'district'>, opengid: string): Id<'group'> =>
  asId(sha256(`${district}·${opengid}`).slice(0, 32))

/** The head's or the deputy's; the channel's former group, if any, is free again. */
export const bindChannelGroup: UseCase<'channel.bindGroup'> = async ({ channel, cloudID }, call) => {
  const { actor } = call
  const entered = await enter(call, channel)
  const seated = entered?.standing === 'head' || entered?.standing === 'deputy'
  if (!seated || entered.channel.kind !== 'store') return refuse('not-found')
  const opengid = await groupOfCloudId(cloudID)
  if (opengid === null) return refuse('group-unread')
  const group = groupIdOf(actor.district, opengid)
  const decision = await withTransaction(async (tx) => {
    const bound = await findChannelOfGroup(tx, group)
    if (bound !== null) return bound === channel ? become(false) : refuse('group-taken')
    const former = await findGroupOfChannel(tx, channel)
    if (former !== null) await freeGroup(tx, former)
    await bindGroup(tx, group, channel)
    await audit(tx, occasionOf(call), 'channel.bound', `channels/${channel}`)
    return become(former !== null)
  })
  return decision.ok ? become({ moved: decision.value }) : decision
}
