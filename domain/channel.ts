import { hasRole, ownsShop, shopsOwned, type Actor } from './actor'
import { headsOf, type Caseload } from './caseload'
import { asId, type Id } from './kernel/id'
import { unreachable } from './kernel/unreachable'
import { isInCommandChannel, type Channel } from './membership'

/** `command-<district>`, `store-<caseload>`, `desk-<shop>`: the thing a channel belongs to names it. */
export const channelIdOf = (channel: Channel): Id<'channel'> => {
  switch (channel.kind) {
    case 'command':
      return asId(`command-${channel.district}`)
    case 'store':
      return asId(`store-${channel.caseload}`)
    case 'desk':
      return asId(`desk-${channel.shop}`)
    default:
      return unreachable(channel)
  }
}

/** Null where an id names no kind of channel. */
export const channelOf = (id: Id<'channel'>): Channel | null => {
  const [, kind, of] = /^(command|store|desk)-(.+)$/.exec(id) ?? []
  if (kind === undefined || of === undefined) return null
  if (kind === 'command') return { kind, district: asId(of) }
  return kind === 'store' ? { kind: 'store', caseload: asId(of) } : { kind: 'desk', shop: asId(of) }
}

/** As what somebody is in a channel. */
export const standings = ['owner', 'head', 'deputy', 'command'] as const
export type Standing = (typeof standings)[number]

/** What membership follows from; `caseload` is the group's own, or the one the desk's shop lies in. */
export interface Assignment {
  readonly caseload: Caseload | null
  /** a question here has waited past the mark at which command is told, or a message here was complained about */
  readonly raised: boolean
}

/**
 * As what this person is in the channel at this moment; null: not in it. Command looks into every group, which is the
 * office's own; into a private desk only where the shop has no head, or where something there was raised to it.
 */
export const standingIn = (
  actor: Actor,
  channel: Channel,
  { caseload, raised }: Assignment,
): Standing | null => {
  const commands = hasRole(actor, 'command')
  switch (channel.kind) {
    case 'command':
      if (channel.district !== actor.district || !isInCommandChannel(actor)) return null
      return commands ? 'command' : 'head'
    case 'store':
      if (caseload?.district !== actor.district || caseload.holder.kind === 'pool') return null
      return (
        seatIn(actor.id, caseload) ??
        (shopsSpokenFor(actor, channel, caseload).length > 0 ? 'owner' : null) ??
        (commands ? 'command' : null)
      )
    case 'desk':
      if (caseload?.district !== actor.district) return null
      return (
        seatIn(actor.id, caseload) ??
        (ownsShop(actor, channel.shop) ? 'owner' : null) ??
        (commands && (raised || caseload.holder.kind === 'pool') ? 'command' : null)
      )
    default:
      return unreachable(channel)
  }
}

/** Which of a caseload's two seats this person holds. */
export const seatIn = (person: Id<'person'>, caseload: Caseload): 'head' | 'deputy' | null => {
  if (caseload.holder.kind === 'pool' || !headsOf(caseload).includes(person)) return null
  return caseload.holder.head.person === person ? 'head' : 'deputy'
}

/** The shops an owner speaks for in this channel, in the order of the grants. */
export const shopsSpokenFor = (
  actor: Actor,
  channel: Channel,
  caseload: Pick<Caseload, 'shops'> | null,
): readonly Id<'shop'>[] => {
  const here = (shop: Id<'shop'>) =>
    channel.kind === 'desk' ? channel.shop === shop : caseload?.shops.includes(shop) === true
  return shopsOwned(actor).filter(here)
}

/** The office's side: guides, answers, may call everybody, may hide what harms. */
export const isOffice = (standing: Standing): boolean => standing !== 'owner'
