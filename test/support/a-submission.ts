import type { Input } from '#domain/contract/endpoints'
import type { Decision } from '#domain/kernel/result'

import type { Actor } from '#domain/actor'
import type { Session } from '#domain/contract/session'
import { openSession } from '../../cloudfunctions/use-cases/session/open'
import { aKey, as, springCell } from './small-district'

type SubmitInput = Input<'report.submit'>

/** What a resident sends in the simplest case: words, a place, no photo, no category. */
export const aSubmission = (given: Partial<SubmitInput> = {}): SubmitInput => ({
  key: aKey(),
  words: '楼下垃圾桶满了两天。',
  category: null,
  ticket: null,
  files: [],
  place: { cell: springCell.id, spot: '3号楼前', point: null },
  ...given,
})

/** The value of an answer that must be a yes. */
export const yes = <T>(decision: Decision<T, string>): T => {
  if (!decision.ok) throw new Error(`refused: ${decision.code} ${JSON.stringify(decision.detail ?? {})}`)
  return decision.value
}

/** The session of someone who has agreed. */
export const sessionOf = async (actor: Actor): Promise<Session> => {
  const session = yes(await openSession({}, as(actor)))
  if (session.kind !== 'person') throw new Error(`${actor.id} is a visitor`)
  return session
}
