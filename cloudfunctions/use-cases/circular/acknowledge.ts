import type { Actor } from '#domain/actor'
import { ownsShop } from '#domain/actor'
import { decideCheck, standingShops, tallyOf } from '#domain/circular'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { addAcknowledgement, findCircular, saveCheck, takeNote } from '../../store/circulars'
import { findIdentityOf } from '../../store/people'
import type { Call, UseCase } from '../call'
import { findAsMember, type Found } from './find'
import { passWords } from './pass-words'
import { settleCircular } from './settle'

interface OfShop {
  readonly id: Id<'circular'>
  readonly shop: Id<'shop'>
}

/** Null where it is not for this shop, or the shop is not this person's: both as if it did not exist. */
const findAsked = async (actor: Actor, { id, shop }: OfShop): Promise<Found | null> => {
  const found = await findAsMember(actor, id)
  if (!found || !ownsShop(actor, shop)) return null
  return standingShops(found.circular, found.caseload).includes(shop) ? found : null
}

/** The count first, and by one write: who said so, and when, stands beside it and is written again by a repeat. */
const takeDown = async ({ id, shop }: OfShop, { actor, now }: Call, checked: boolean): Promise<void> => {
  await takeNote(id, shop, checked)
  const { district } = actor
  await addAcknowledgement({ circular: id, district, shop, by: actor.id, at: now, check: null })
}

/** Whoever of the shop has nothing left to say is asked no more; a repeat makes up for a call that was cut off. */
const settledAndCounted = async ({ circular: before, caseload }: Found, shop: Id<'shop'>) => {
  const circular = (await findCircular(db, before.id)) ?? before
  await settleCircular({ circular, caseload }, shop)
  const { shops, known } = tallyOf(circular, caseload)
  return become({ shops, known })
}

/** 「我知道了」 by any owner or agent of the shop; again, or by another of them, changes nothing. */
export const acknowledge: UseCase<'circular.acknowledge'> = async (input, call) => {
  const found = await findAsked(call.actor, input)
  if (!found) return refuse('not-found')
  if (found.circular.status.kind === 'withdrawn') return refuse('wrong-state')
  await takeDown(input, call, false)
  return settledAndCounted(found, input.shop)
}

/** 「去自查」: for the head's eyes; whoever handed one in has read the circular too. The last one counts. */
export const handInCheck: UseCase<'circular.check'> = async (input, call) => {
  const { actor, now } = call
  const found = await findAsked(actor, input)
  if (!found) return refuse('not-found')
  const decided = decideCheck(found.circular, input.answers, { by: actor.id, now })
  if (!decided.ok) return decided
  const identity = await findIdentityOf(db, actor.id)
  if (!identity) return refuse('consent-needed')
  const passed = await passWords(
    decided.value.answers.map(({ words }) => words),
    identity.openid,
  )
  if (!passed.ok) return passed
  await takeDown(input, call, true)
  await saveCheck(input.id, input.shop, decided.value)
  return settledAndCounted(found, input.shop)
}
