import type { Actor } from '#domain/actor'
import type { CannedAnswer } from '#domain/canned-answer'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

type Endpoint = 'cannedAnswer.save' | 'cannedAnswer.remove'

/** One's own is one's own, whoever commands; everybody's is command's. */
export const mayChange = (
  actor: Actor,
  endpoint: Endpoint,
  { district, of }: Pick<CannedAnswer, 'district' | 'of'>,
): boolean =>
  (of.kind !== 'own' || of.person === actor.id) &&
  mayReach(actor, endpoint, { ...inDistrict(district), heads: of.kind === 'own' ? [of.person] : [] })
