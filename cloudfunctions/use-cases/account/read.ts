import type { AccountView } from '#domain/contract/account'
import { become } from '#domain/kernel/result'
import { maskPhone } from '#domain/person'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { findIdentityOf, findPerson } from '../../store/people'
import { countKept } from '../../store/kept'
import type { UseCase } from '../call'

export const readAccount: UseCase<'account.read'> = async (_input, { actor }) => {
  const [identity, person, kept] = await Promise.all([
    findIdentityOf(db, actor.id),
    findPerson(actor.id),
    countKept(actor.id),
  ])
  if (!identity || !person) throw new Error(`person ${actor.id} is not on record`)
  const urls = await temporaryUrls(identity.avatar === null ? [] : [identity.avatar])
  const view: AccountView = {
    name: identity.name,
    avatar: identity.avatar === null ? null : (urls.get(identity.avatar) ?? null),
    phone: identity.phone === null ? null : maskPhone(identity.phone),
    consents: person.consents,
    roles: [...new Set(actor.grants.map(({ role }) => role))],
    kept,
  }
  return become(view)
}
