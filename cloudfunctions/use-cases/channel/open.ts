import type { Opened } from '#domain/contract/channel'
import { become, refuse } from '#domain/kernel/result'

import { findMarks, markOf } from '../../store/marks'
import { listMessages } from '../../store/messages'
import type { UseCase } from '../call'
import { enter } from './enter'
import { headOfChannel } from './head'
import { viewHeld } from './held'
import { viewMessages } from './view'

/** A phone shows some ten at once; with the head and the names an opening examines at most 60 documents. */
export const screenful = 20

/** One call for everything a channel's page shows first: the newest messages, or those around one of them. */
export const openChannel: UseCase<'channel.open'> = async ({ channel: id, at }, call) => {
  const { actor } = call
  const entered = await enter(call, id)
  if (!entered) return refuse('not-found')
  const half = screenful / 2
  const [marks, messages] = await Promise.all([
    findMarks(actor.id),
    at === null
      ? listMessages(id, { kind: 'newest' }, screenful)
      : Promise.all([
          listMessages(id, { kind: 'before', seq: at }, half),
          listMessages(id, { kind: 'after', seq: at - 1 }, half),
        ]).then(([before, after]) => [...before, ...after]),
  ])
  const mark = markOf(marks, id)
  const [head, views, held] = await Promise.all([
    headOfChannel(entered, mark, call),
    viewMessages(messages, { id: actor.id, standing: entered.standing }),
    viewHeld(actor.id, id),
  ])
  const { record } = entered
  const opened: Opened = {
    head,
    messages: views,
    held,
    readUntil: mark.read,
    // The record may lag one message behind what was just read.
    last: at === null ? (messages.at(-1)?.seq ?? record.last) : record.last,
    changedAt: record.changedAt,
    signalKey: record.signalKey,
  }
  return become(opened)
}
