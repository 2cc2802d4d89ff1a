import type { Instant } from '#domain/kernel/instant'
import { become } from '#domain/kernel/result'
import { takeVerdict, type Held, type Verdict } from '#domain/moderation'

import { verdictOf } from '../../cloud/open-api'
import { findHeldByTrace } from '../../store/held'
import { moveHeld } from './hold'

/** What WeChat pushes when a picture or a voice has been looked at, as far as we read it; nothing of it is trusted to be there. */
export interface PushedEvent {
  readonly Event?: unknown
  readonly trace_id?: unknown
  readonly errcode?: unknown
  readonly result?: unknown
}

/** An answer may overtake the note of its trace. */
const secondLook = 1_000

const heldOf = async (trace: string): Promise<Held | null> => {
  const found = await findHeldByTrace(trace)
  if (found) return found
  await new Promise((resolve) => setTimeout(resolve, secondLook))
  return findHeldByTrace(trace)
}

/** A check that could not look (the address, the size) leaves it to a moderator. */
const verdictIn = ({ errcode, result }: PushedEvent): Verdict => {
  if (errcode !== 0 || typeof result !== 'object' || result === null) return { kind: 'review' }
  return verdictOf(result) ?? { kind: 'review' }
}

/** True where the trace is one of those that we asked for; any other changes nothing. */
export const takeCheckResult = async (event: PushedEvent, now: Instant): Promise<boolean> => {
  const { Event: name, trace_id: trace } = event
  if (name !== 'wxa_media_check' || typeof trace !== 'string' || trace === '') return false
  const held = await heldOf(trace)
  if (!held) return false
  await moveHeld(held.id, (current) => become(takeVerdict(current, trace, verdictIn(event), now)), now)
  return true
}
