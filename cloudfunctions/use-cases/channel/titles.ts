import { channelIdOf } from '#domain/channel'
import type { ChannelTitle } from '#domain/contract/channel'
import type { Caseload } from '#domain/caseload'
import type { Id } from '#domain/kernel/id'
import type { Channel } from '#domain/membership'

import { findCaseloads } from '../../store/caseloads'
import { findEntries } from '../../store/roster'
import { findShops } from '../../store/shops'
import { titleOf } from './head'

/** What many channels are called, in three queries; `known` saves the one for their caseloads. */
export const titlesOf = async (
  channels: readonly Channel[],
  known: readonly Caseload[] = [],
): Promise<(id: Id<'channel'>) => ChannelTitle> => {
  const wanted = channels.flatMap((one) => (one.kind === 'store' ? [one.caseload] : []))
  const missing = wanted.filter((id) => !known.some((caseload) => caseload.id === id))
  const [more, shops] = await Promise.all([
    findCaseloads(missing),
    findShops(channels.flatMap((one) => (one.kind === 'desk' ? [one.shop] : []))),
  ])
  const caseloads = [...known, ...more]
  const entryOf = new Map(
    caseloads.flatMap(({ id, holder }) => (holder.kind === 'head' ? [[id, holder.head.entry] as const] : [])),
  )
  const entries = await findEntries([...new Set(entryOf.values())])
  const heads = new Map(entries.map(({ id, name }) => [id, name]))
  const names = new Map(shops.map(({ id, name }) => [id as string, name]))
  const headOf = (channel: Channel): string | null => {
    const holding =
      channel.kind === 'store'
        ? channel.caseload
        : channel.kind === 'desk'
          ? caseloads.find((caseload) => caseload.shops.includes(channel.shop))?.id
          : undefined
    const entry = holding === undefined ? undefined : entryOf.get(holding)
    return entry === undefined ? null : (heads.get(entry) ?? null)
  }
  const titles = new Map(channels.map((one) => [channelIdOf(one), titleOf(one, headOf(one), names)]))
  return (id) => titles.get(id) ?? { kind: 'desk', headName: null, shopName: null }
}
