import { become, refuse } from '#domain/kernel/result'
import { decideHeld, type ModerationRefusal } from '#domain/moderation'

import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
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
  if (!decision.ok) return decision
  return decision.value === null ? refuse('not-found') : become({})
}
