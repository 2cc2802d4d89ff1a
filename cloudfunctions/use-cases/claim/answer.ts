import { decideClaim, holdsShop, makeClaim, type Claim } from '#domain/claim'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'

import { db, type Documents } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findClaim, findOpenClaim, removeInvitation, saveClaim } from '../../store/claims'
import { findIdentityOf, findPersonIn, savePerson } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { inShopTransaction } from '../shop/at-hand'
import { listOffersOf, offerStands, type Offer } from './offer'
import { claimEntryId, recordClaim } from './record'

type AnswerInput = Input<'claim.answer'>

/** Yes: in at once, and the head, who may undo it, is told. No: not offered again. */
export const answerOffer: UseCase<'claim.answer'> = (input, call) =>
  input.yes ? accept(input, call) : decline(input, call)

interface FoundOffer extends Offer {
  readonly phone: string
}

const findOffer = async (shop: Id<'shop'>, { actor, now }: Call): Promise<FoundOffer | null> => {
  const identity = await findIdentityOf(db, actor.id)
  if (!identity || identity.phone === null) return null
  const { phone } = identity
  const offer = (await listOffersOf(actor.district, phone, now)).find((one) => one.shop === shop)
  return offer ? { ...offer, phone } : null
}

const accept = async ({ shop, key }: AnswerInput, call: Call) => {
  const { id: me, district } = call.actor
  const id = derivedId<'claim'>(me, 'claim.answer', key)
  const body = hashOf(shop)
  const offer = await findOffer(shop, call)
  const decision = await inShopTransaction(shop, call, async (tx, at) => {
    const open = await findOpenClaim(me, shop)
    // The same call may have been stored a moment ago, after this transaction began to look.
    const before = open?.id === id ? open : await findClaim(tx, district, id)
    if (before) return before.history[0]?.body === body ? become(before) : refuse('key-reused')
    if (open && holdsShop(open)) return refuse('held-already')
    const phone = (await findIdentityOf(tx, me))?.phone
    const person = await findPersonIn(tx, me)
    if (person?.notMine.includes(shop) === true) return refuse('no-offer')
    if (!offer || offer.phone !== phone || !(await offerStands(tx, offer, phone))) return refuse('no-offer')
    if (open) await withdraw(tx, open, call)
    if (offer.invitation) await removeInvitation(tx, offer.invitation)
    const way = offer.as === 'owner' ? 'phone' : 'invitation'
    const claim = makeClaim({ id, shop, as: offer.as, way, photos: [], key, body }, call)
    await recordClaim(tx, claim, at, call)
    return become(claim)
  })
  // A shop that does not exist is offered to nobody, like anybody else's.
  if (!decision.ok) return decision.code === 'not-found' ? refuse('no-offer') : decision
  await deliverSoon(claimEntryId(decision.value), call.now)
  return become({ id })
}

/** Whoever waited for the head's word on a photo waits no longer: the register knows the phone. */
const withdraw = async (tx: Documents, open: Claim, call: Call): Promise<void> => {
  const mark = { version: open.version, key: `withdraw-${open.id}`, body: '' }
  const left = decideClaim(open, { move: 'leave', words: '', ...mark }, [], call)
  if (!left.ok) return
  await saveClaim(tx, left.value)
  await audit(tx, occasionOf(call), 'claim.moved', `claims/${open.id}`, {
    person: open.person,
    detail: { move: 'leave', shop: open.shop, way: open.way },
  })
}

const decline = async ({ shop }: AnswerInput, call: Call) => {
  const { id: me } = call.actor
  const offer = await findOffer(shop, call)
  return withTransaction(async (tx) => {
    const person = await findPersonIn(tx, me)
    if (!person) throw new Error(`person ${me} is not on record`)
    if (person.notMine.includes(shop)) return become({ id: null })
    if (!offer) return refuse('no-offer')
    if (person.grants.some(({ scope }) => scope.kind === 'shop' && scope.shop === shop))
      return refuse('held-already')
    await savePerson(tx, { ...person, notMine: [...person.notMine, shop] })
    if (offer.invitation) await removeInvitation(tx, offer.invitation)
    await audit(tx, occasionOf(call), 'claim.moved', `shops/${shop}`, {
      person: me,
      detail: { move: 'not-mine' },
    })
    return become({ id: null })
  })
}
