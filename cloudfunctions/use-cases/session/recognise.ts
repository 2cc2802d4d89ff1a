import type { Actor } from '#domain/actor'

import { isDuplicate } from '../../cloud/transaction'
import { findHomeDistrict } from '../../store/districts'
import { addPerson, findIdentity, findPerson, neverRead, removePerson } from '../../store/people'
import { addSignal } from '../../store/signals'
import { randomId } from '../derived-id'

/** Who an openid is: the person on record, or a new resident of the district on the first call. */
export const recognise = async (openid: string): Promise<Actor> => {
  const identity = (await findIdentity(openid)) ?? (await register(openid))
  const person = await findPerson(identity.id)
  if (!person) throw new Error(`identity ${identity.id} without a person`)
  return { id: person.id, district: person.district, grants: person.grants }
}

/** Two first calls at once: the openid's unique index lets one win, the other takes the winner's person. */
const register = async (openid: string) => {
  const { id: district } = await findHomeDistrict()
  const id = randomId<'person'>()
  const signalKey = randomId<'signal'>()
  const identity = { id, openid, name: '' }
  await addSignal(signalKey)
  try {
    await addPerson({ id, district, grants: [], signalKey, readUntil: neverRead }, identity)
    return identity
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await removePerson(id)
    const winner = await findIdentity(openid)
    if (!winner) throw error
    return winner
  }
}
