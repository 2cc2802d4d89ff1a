import { asInstant } from '#domain/kernel/instant'
import { become, refuse } from '#domain/kernel/result'

import { listChanged, listMessages } from '../../store/messages'
import type { UseCase } from '../call'
import { enter } from './enter'
import { viewHeld } from './held'
import { pageLength } from './page'
import { viewMessages } from './view'

/** Two instances' clocks may differ by as much: what changed within it is told twice, which changes nothing. */
const overlap = 5_000
const mostChanged = 50

/** What a member's phone lacks: the messages after its last one, and those that have changed since. */
export const changesOf: UseCase<'channel.changes'> = async ({ channel: id, last, changedAt }, call) => {
  const entered = await enter(call, id)
  if (!entered) return refuse('not-found')
  const { record } = entered
  const reader = { id: call.actor.id, standing: entered.standing }
  const [fresh, changed, held] = await Promise.all([
    listMessages(id, { kind: 'after', seq: last }, pageLength),
    record.changedAt > changedAt
      ? listChanged(id, asInstant(Math.max(0, changedAt - overlap)), mostChanged)
      : [],
    viewHeld(call.actor.id, id),
  ])
  const older = changed.filter(({ seq }) => seq <= last)
  const views = await viewMessages([...fresh, ...older], reader)
  return become({
    messages: views.slice(0, fresh.length),
    changed: views.slice(fresh.length),
    held,
    pins: record.pins,
    last: Math.max(record.last, fresh.at(-1)?.seq ?? 0),
    changedAt: record.changedAt,
    signalKey: record.signalKey,
  })
}
