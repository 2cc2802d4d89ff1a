import type { HandOver } from '#domain/caseload'
import { channelIdOf, channelOf } from '#domain/channel'
import type { Instant } from '#domain/kernel/instant'
import type { Channel } from '#domain/membership'
import type { Card } from '#domain/message'

import { findCaseloads, listUnannounced, noteAnnounced } from '../../store/caseloads'
import { changeKey, findChannels, type ChannelRecord } from '../../store/channels'
import { raiseSignal } from '../../store/signals'
import { findShops } from '../../store/shops'
import { randomId } from '../derived-id'
import { eachApart } from '../each-apart'
import { postCard } from './post-card'

const handOversPerRun = 20

/** The clock's share: what was handed over is said in the channels it concerns, and keys that others knew are changed. */
export const announceHandOvers = async (now: Instant): Promise<number> =>
  eachApart(await listUnannounced(handOversPerRun), (handOver) => announce(handOver, now))

const announce = async (handOver: HandOver, now: Instant): Promise<void> => {
  const { id, district, from, to, shops } = handOver
  const receiver = (await findCaseloads([to])).find(({ holder }) => holder.kind === 'head')
  const desks = shops.map((shop): Channel => ({ kind: 'desk', shop }))
  const records = await findChannels([
    ...desks.map(channelIdOf),
    channelIdOf({ kind: 'store', caseload: from }),
  ])
  for (const record of records.values()) await renewKey(record)
  if (receiver?.holder.kind === 'head') {
    const card: Card = {
      kind: 'handOver',
      handOver: id,
      head: receiver.holder.head.entry,
      shops: shops.length,
    }
    const posting = { district, key: `hand-over-${id}`, now }
    await postCard({ kind: 'store', caseload: to }, card, { ...posting, shop: null })
    for (const shop of await findShops(shops)) {
      const desk = { kind: 'desk', shop: shop.id } as const
      // A desk where nothing was ever said has nobody to be told in.
      if (records.has(channelIdOf(desk)))
        await postCard(desk, card, { ...posting, shop: { id: shop.id, name: shop.name } })
    }
  }
  await noteAnnounced(id)
}

/** Those who still belong there hear once more through the old key, and are given the new one. */
const renewKey = async ({ id, signalKey }: ChannelRecord): Promise<void> => {
  if (channelOf(id) === null) return
  await changeKey(id, randomId())
  await raiseSignal(signalKey)
}
