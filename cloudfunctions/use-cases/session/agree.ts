import type { Id } from '#domain/kernel/id'
import { become } from '#domain/kernel/result'
import { agree, type Consent } from '#domain/person'

import { withTransaction } from '../../cloud/transaction'
import { findDistrict, findHomeDistrict } from '../../store/districts'
import { addPerson, findIdentity, findPersonIn, neverRead, savePerson } from '../../store/people'
import { addSignal } from '../../store/signals'
import { audit, type AuditOccasion } from '../audit/write'
import type { UseCase } from '../call'
import { randomId } from '../derived-id'

/** The first agreement is what registers a person; a later one, to newer texts, joins the history. */
export const agreeToTerms: UseCase<'session.agree'> = async (given, { actor, openid, now }) => {
  const district = actor === null ? await findHomeDistrict() : await findDistrict(actor.district)
  if (!district) throw new Error('the district is not on record')
  const wanted = agree([], given, district.consent, now)
  if (!wanted.ok) return wanted
  const known = actor?.id ?? (await register(openid, wanted.value, { district: district.id, now }))
  if (known === null) return become({})
  await withTransaction(async (tx) => {
    const person = await findPersonIn(tx, known)
    // Whoever deleted the account at this moment agrees to nothing any more.
    if (!person || person.leftAt !== null) return
    const consents = agree(person.consents, given, district.consent, now)
    if (!consents.ok || consents.value.length === person.consents.length) return
    await savePerson(tx, { ...person, consents: consents.value })
    await audit(tx, { district: district.id, by: known, now }, 'consent.given', `people/${known}`)
  })
  return become({})
}

/**
 * The person and the agreement in one transaction: nobody is on record who has agreed to nothing. Of two first agreements
 * at once one conflicts, looks again and answers the other's person; null where this one made it.
 */
const register = (
  openid: string,
  consents: readonly Consent[],
  { district, now }: Omit<AuditOccasion, 'by'>,
): Promise<Id<'person'> | null> =>
  withTransaction(async (tx) => {
    const winner = await findIdentity(openid)
    if (winner) return winner.id
    const id = randomId<'person'>()
    const signalKey = randomId<'signal'>()
    await addSignal(tx, signalKey)
    await addPerson(
      tx,
      { id, district, grants: [], signalKey, readUntil: neverRead, consents, notMine: [], leftAt: null },
      { id, openid, name: '', phone: null, avatar: null, copy: null },
    )
    await audit(tx, { district, by: id, now }, 'consent.given', `people/${id}`)
    return null
  })
