import { asId, type Id } from '#domain/kernel/id'

import type { Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'

/** A chat group of WeChat's own and the channel it is bound to; both ways, so that one of either has one of the other. */
export const groupCollections: readonly CollectionDeclaration[] = [
  /** `_id` is the group, as a hash of district and opengid */
  { collection: 'groups', indexes: [] },
  /** `_id` is the channel */
  { collection: 'channelgroups', indexes: [] },
]

export const findChannelOfGroup = async (
  from: Documents,
  group: Id<'group'>,
): Promise<Id<'channel'> | null> => {
  const { data } = await from.collection('groups').doc(group).get()
  return data && asId<'channel'>(String(data['channel']))
}

export const findGroupOfChannel = async (
  from: Documents,
  channel: Id<'channel'>,
): Promise<Id<'group'> | null> => {
  const { data } = await from.collection('channelgroups').doc(channel).get()
  return data && asId<'group'>(String(data['group']))
}

/** Two that bind the same group at once write one document: the second looks again. */
export const bindGroup = async (tx: Documents, group: Id<'group'>, channel: Id<'channel'>): Promise<void> => {
  await tx.collection('groups').add({ data: { _id: group, channel } })
  await tx.collection('channelgroups').doc(channel).set({ data: { group } })
}

export const freeGroup = async (tx: Documents, group: Id<'group'>): Promise<void> => {
  await tx.collection('groups').doc(group).remove()
}
