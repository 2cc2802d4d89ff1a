import { hasRole, type Actor } from '#domain/actor'
import { headsOf, type Caseload } from '#domain/caseload'
import { shopsSpokenFor, standingIn, type Standing } from '#domain/channel'
import type { Id } from '#domain/kernel/id'
import type { Channel } from '#domain/membership'

import type { ChannelRecord } from '../../store/channels'
import type { Call } from '../call'
import { lookInto, recordOf, type Look } from './place'
import { isRaised } from './raised'

/** A channel as somebody who belongs to it at this moment comes upon it. */
export interface Entered {
  readonly id: Id<'channel'>
  readonly channel: Channel
  readonly record: ChannelRecord
  readonly standing: Standing
  /** null in the district's own channel */
  readonly caseload: Caseload | null
  /** head and deputy, as far as they have signed in */
  readonly heads: readonly Id<'person'>[]
  /** the shops this reader speaks for here */
  readonly shops: readonly Id<'shop'>[]
}

/** As what somebody is in a channel today, by the assignments and the grants alone; null: not in it. */
const standingOf = async (actor: Actor, id: Id<'channel'>, { channel, caseload }: Look) => {
  const standing = standingIn(actor, channel, { caseload, raised: false })
  if (standing !== null || channel.kind !== 'desk' || !hasRole(actor, 'command')) return standing
  return standingIn(actor, channel, { caseload, raised: await isRaised(id) })
}

/** Null where there is no such channel for this person: to a stranger, and to whoever left, it does not exist. */
export const enter = async (
  { actor, ahead }: Pick<Call, 'actor' | 'ahead'>,
  id: Id<'channel'>,
): Promise<Entered | null> => {
  const look = await (ahead?.channel === id ? ahead.look : lookInto(id))
  const standing = look && (await standingOf(actor, id, look))
  if (!look || !standing) return null
  const { channel, caseload } = look
  return {
    ...{ id, channel, caseload, standing },
    record: await recordOf(look, actor.district),
    heads: caseload ? headsOf(caseload) : [],
    shops: standing === 'owner' ? shopsSpokenFor(actor, channel, caseload) : [],
  }
}
