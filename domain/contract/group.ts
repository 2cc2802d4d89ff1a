import type { Id } from '../kernel/id'

/** A chat group of WeChat's own; `cloudID` is its text alone: what it stands for is asked of WeChat on the server. */
interface InGroup {
  readonly cloudID: string
}

/** What somebody who opens a card in a bound group is shown. */
export type GroupEntry =
  | { readonly kind: 'member'; readonly channel: Id<'channel'> }
  /** the group of this head: whoever has a shop there claims it first */
  | { readonly kind: 'claim-first'; readonly headName: string | null }

export interface GroupEndpoints {
  /** One group, one channel. `moved`: the channel had another group before. */
  'channel.bindGroup': {
    input: InGroup & { readonly channel: Id<'channel'> }
    output: { readonly moved: boolean }
    refusal: 'group-unread' | 'group-taken'
  }
  'channel.enterGroup': {
    input: InGroup
    output: GroupEntry
    refusal: 'group-unread' | 'group-unknown'
  }
}
