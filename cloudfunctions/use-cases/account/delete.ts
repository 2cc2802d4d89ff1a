import { holdsShop } from '#domain/claim'
import { become, refuse } from '#domain/kernel/result'
import { decideLeaving } from '#domain/person'

import { db } from '../../cloud/database'
import { removeFiles } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { listClaimsOfPerson, listInvitationsOfPhone, removeInvitation } from '../../store/claims'
import { emptyInbox } from '../../store/inbox'
import { findIdentityOf, findPersonIn, removeIdentity, removePhone, savePerson } from '../../store/people'
import { listContactsOfPhone, removeContact } from '../../store/shops'
import { removeSignal } from '../../store/signals'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { moveClaim } from '../claim/move'

/**
 * Removes what says who this person is: name, phone, openid, avatar. What others rely on stays under the random person id
 * (个人信息保护法 art. 47: erased or anonymised). The identity goes last, so that a call cut off can be made again.
 */
export const deleteAccount: UseCase<'account.delete'> = async (_input, call) => {
  const leaving = decideLeaving(call.actor)
  if (!leaving.ok) return leaving
  const { id, district } = call.actor
  const identity = await findIdentityOf(db, id)
  if (!identity) return become({})
  await leaveShops(call)
  if (identity.phone !== null) {
    for (const contact of await listContactsOfPhone(district, identity.phone))
      await removeContact(db, contact.id)
    for (const invitation of await listInvitationsOfPhone(district, identity.phone))
      await removeInvitation(db, invitation.id)
  }
  await emptyInbox(id)
  const left = await withTransaction(async (tx) => {
    const person = await findPersonIn(tx, id)
    const current = await findIdentityOf(tx, id)
    if (!person || !current) return null
    // What was given meanwhile counts too: a role is handed over first, a shop is left by calling again.
    const stillFree = decideLeaving({ ...call.actor, grants: person.grants })
    if (!stillFree.ok) return stillFree
    if (person.grants.some(({ scope }) => scope.kind === 'shop')) return refuse('stale')
    if (current.phone !== null) await removePhone(tx, current.phone)
    await removeIdentity(tx, id)
    await savePerson(tx, { ...person, grants: [], notMine: [], leftAt: call.now })
    await audit(tx, occasionOf(call), 'account.deleted', `people/${id}`)
    return become({ signal: person.signalKey, files: [current.avatar, current.copy?.file ?? null] })
  })
  if (left === null) return become({})
  if (!left.ok) return left
  await removeFiles(left.value.files.filter((file) => file !== null))
  await removeSignal(left.value.signal)
  return become({})
}

const leaveShops = async (call: Call): Promise<void> => {
  for (const claim of await listClaimsOfPerson(call.actor.id)) {
    if (claim.status.kind !== 'asked' && !holdsShop(claim)) continue
    await moveClaim(
      'leave',
      { id: claim.id, version: claim.version, key: `leave-${claim.id}`, words: '' },
      call,
    )
  }
}
