import { checkCareWords } from '#domain/care-words'
import { checkHelper, type Hardship } from '#domain/hardship'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { addHardship, findHardship } from '../../store/hardships'
import type { UseCase } from '../call'
import { sidesThrough } from '../care/at-shop'
import { passCareWords } from '../care/pass'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { findShopFor, inShopTransaction } from '../shop/at-hand'
import { hardshipEntryId, recordHardship } from './record'

/** Once per key, whatever is retried; who helps is for the office to say. */
export const addHardshipTo: UseCase<'hardship.add'> = async (input, call) => {
  const { actor, now } = call
  const { shop, kind } = input
  const id = derivedId<'hardship'>(actor.id, 'hardship.add', input.key)
  const body = hashOf(shop, kind, input.words, input.helper)
  const before = await findHardship(db, actor.district, id)
  if (before) return before.body === body ? become({ id }) : refuse('key-reused')
  if (!(await findShopFor('hardship.add', shop, call))) return refuse('not-found')
  const words = checkCareWords(input.words)
  if (!words.ok) return words
  const helper = checkHelper(input.helper)
  if (!helper.ok) return helper
  const passed = await passCareWords([words.value, helper.value], call)
  if (!passed.ok) return passed
  const decision = await inShopTransaction(shop, call, async (tx, at) => {
    const sides = sidesThrough('hardship.add', actor, at.where)
    if (!sides) return refuse('not-found')
    const since = await findHardship(tx, actor.district, id)
    if (since) return since.body === body ? become(null) : refuse('key-reused')
    const office = sides.includes('office')
    const hardship: Hardship = {
      ...{ id, shop, kind, body, at: now, version: 1, words: words.value },
      helper: office ? helper.value : '',
      district: actor.district,
      caseload: at.caseload.id,
      by: actor.id,
      status: { kind: 'open' },
    }
    await addHardship(tx, hardship)
    await recordHardship(tx, hardship, 'added', office ? 'owners' : 'heads', at, call)
    return become(null)
  })
  if (!decision.ok) return decision
  await deliverSoon(hardshipEntryId({ id, version: 1 }), now)
  return become({ id })
}
