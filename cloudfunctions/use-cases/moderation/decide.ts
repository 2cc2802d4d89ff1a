import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { decideHeld, type ModerationRefusal } from '#domain/moderation'

import { listAudit } from '../../store/audit'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { moveHeld } from '../channel/hold'

type Refused = ModerationRefusal | 'not-permitted' | 'not-found' | 'stale'

/** Shown, it gets its place in the channel before the answer; refused, its files are gone and its author is told why. */
export const decideModeration: UseCase<'moderation.decide'> = async ({ id, ...command }, call) => {
  const { actor, now } = call
  const decision = await moveHeld<Refused>(
    id,
    (held) => (held.district === actor.district ? decideHeld(held, command, call) : refuse('not-found')),
    now,
    async (tx, held) => {
      const { pass, reason } = command
      await audit(tx, occasionOf(call), 'content.decided', `held/${id}`, {
        person: held.author,
        detail: { channel: held.channel, key: held.key, what: pass ? 'pass' : reason },
        why: command.why.trim(),
      })
    },
  )
  if (decision.ok && decision.value !== null) return become({})
  if (command.pass && (await hasLetThrough(id, call))) return become({})
  return decision.ok ? refuse('not-found') : decision
}

/** A repeat, as when the first answer was lost: the message is in its channel by now and held no more. */
const hasLetThrough = async (id: Id<'held'>, { actor }: Call): Promise<boolean> => {
  const { rows } = await listAudit(actor.district, { subject: `held/${id}` }, 1, null)
  return rows.some(({ by, detail }) => by === actor.id && detail['what'] === 'pass')
}
