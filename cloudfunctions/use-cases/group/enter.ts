import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { groupOfCloudId } from '../../cloud/open-data'
import { findChannelOfGroup } from '../../store/groups'
import type { UseCase } from '../call'
import { channelOf } from '#domain/channel'
import { enter } from '../channel/enter'
import { titlesOf } from '../channel/titles'
import { groupIdOf } from './bind'

/** Being in WeChat's group opens nothing by itself: who belongs follows from shops and assignments alone. */
export const enterGroup: UseCase<'channel.enterGroup'> = async ({ cloudID }, call) => {
  const opengid = await groupOfCloudId(cloudID)
  if (opengid === null) return refuse('group-unread')
  const bound = await findChannelOfGroup(db, groupIdOf(call.actor.district, opengid))
  const channel = bound && channelOf(bound)
  if (!bound || !channel) return refuse('group-unknown')
  if (await enter(call, bound)) return become({ kind: 'member', channel: bound })
  const titles = await titlesOf([channel])
  return become({ kind: 'claim-first', headName: titles(bound).headName })
}
