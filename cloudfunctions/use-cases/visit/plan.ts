import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { checkTime, checkTopic, type Visit } from '#domain/visit'

import { db } from '../../cloud/database'
import { addVisit, findVisit } from '../../store/visits'
import type { UseCase } from '../call'
import { passCareWords } from '../care/pass'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { findShopFor, inShopTransaction } from '../shop/at-hand'
import { recordVisit, visitEntryId } from './record'

/** Once per key, whatever is retried. */
export const planVisit: UseCase<'visit.plan'> = async ({ shop, day, time, topic, key }, call) => {
  const { actor, now } = call
  const id = derivedId<'visit'>(actor.id, 'visit.plan', key)
  const body = hashOf(shop, day, time, topic)
  const before = await findVisit(db, actor.district, id)
  if (before) return before.body === body ? become({ id }) : refuse('key-reused')
  if (!(await findShopFor('visit.plan', shop, call))) return refuse('not-found')
  const when = checkTime({ day, time }, now)
  if (!when.ok) return when
  const checked = checkTopic(topic)
  if (!checked.ok) return checked
  const passed = await passCareWords([checked.value], call)
  if (!passed.ok) return passed
  const decision = await inShopTransaction(shop, call, async (tx, at) => {
    if (!mayReach(actor, 'visit.plan', at.where)) return refuse('not-found')
    const since = await findVisit(tx, actor.district, id)
    if (since) return since.body === body ? become(null) : refuse('key-reused')
    const visit: Visit = {
      ...{ id, shop, body, at: now, version: 1, topic: checked.value, when: when.value },
      district: actor.district,
      caseload: at.caseload.id,
      visitor: actor.id,
      status: { kind: 'planned', asked: null },
    }
    await addVisit(tx, visit)
    await recordVisit(tx, visit, 'planned', at, call)
    return become(null)
  })
  if (!decision.ok) return decision
  await deliverSoon(visitEntryId({ id, version: 1 }), now)
  return become({ id })
}
