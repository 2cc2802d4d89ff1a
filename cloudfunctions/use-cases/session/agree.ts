import type { Id } from '#domain/kernel/id'
import { become } from '#domain/kernel/result'
import { agree } from '#domain/person'

import { isDuplicate, withTransaction } from '../../cloud/transaction'
import { findDistrict, findHomeDistrict } from '../../store/districts'
import {
  addPerson,
  findIdentity,
  findPersonIn,
  neverRead,
  removePerson,
  savePerson,
} from '../../store/people'
import { addSignal } from '../../store/signals'
import { audit } from '../audit/write'
import type { UseCase } from '../call'
import { randomId } from '../derived-id'

/** The first agreement is what registers a person; a later one, to newer texts, joins the history. */
export const agreeToTerms: UseCase<'session.agree'> = async (given, { actor, openid, now }) => {
  const district = actor === null ? await findHomeDistrict() : await findDistrict(actor.district)
  if (!district) throw new Error('the district is not on record')
  const wanted = agree([], given, district.consent, now)
  if (!wanted.ok) return wanted
  const id = actor?.id ?? (await register(openid, district.id))
  await withTransaction(async (tx) => {
    const person = await findPersonIn(tx, id)
    if (!person) throw new Error(`person ${id} is not on record`)
    const consents = agree(person.consents, given, district.consent, now)
    if (!consents.ok || consents.value.length === person.consents.length) return
    await savePerson(tx, { ...person, consents: consents.value })
    await audit(tx, { district: district.id, by: id, now }, 'consent.given', `people/${id}`)
  })
  return become({})
}

/** Two first agreements at once: the openid's unique index lets one win, the other takes the winner's person. */
const register = async (openid: string, district: Id<'district'>): Promise<Id<'person'>> => {
  const id = randomId<'person'>()
  const signalKey = randomId<'signal'>()
  await addSignal(signalKey)
  try {
    await addPerson(
      { id, district, grants: [], signalKey, readUntil: neverRead, consents: [], notMine: [], leftAt: null },
      { id, openid, name: '', phone: null, avatar: null, copy: null },
    )
    return id
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await removePerson(id)
    const winner = await findIdentity(openid)
    if (!winner) throw error
    return winner.id
  }
}
