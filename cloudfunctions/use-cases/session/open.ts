import type { Guide, Session, Visit } from '#domain/contract/session'
import { become } from '#domain/kernel/result'
import { hasAgreed, maskPhone } from '#domain/person'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { findDistrict, findHomeDistrict, type District } from '../../store/districts'
import { countUnread } from '../../store/inbox'
import { findIdentityOf, findPerson } from '../../store/people'
import type { Call, UseCase } from '../call'
import { roleLines } from './role-lines'

/** Beyond this the badge says "more": counting further would examine what nobody reads. */
export const unreadShown = 99

export const openSession: UseCase<'session.open'> = async (_input, { actor, now }) =>
  become(actor === null ? await visit() : await sessionOf({ actor, now }))

const guideOf = ({ consent, contact }: District): Guide => ({ versions: consent, contact })

const visit = async (): Promise<Visit> => {
  const district = await findHomeDistrict()
  return { kind: 'visitor', districtName: district.name, guide: guideOf(district) }
}

const sessionOf = async ({ actor }: Call): Promise<Session> => {
  const [person, district, identity] = await Promise.all([
    findPerson(actor.id),
    findDistrict(actor.district),
    findIdentityOf(db, actor.id),
  ])
  if (!person || !district || !identity) throw new Error(`person ${actor.id} is not on record`)
  const { name, phone, avatar } = identity
  const [roles, unread, urls] = await Promise.all([
    roleLines(actor.grants, district.name),
    countUnread(actor.id, person.readUntil, unreadShown + 1),
    temporaryUrls(avatar === null ? [] : [avatar]),
  ])
  return {
    kind: 'person',
    person: {
      id: actor.id,
      name,
      avatar: avatar === null ? null : (urls.get(avatar) ?? null),
      phone: phone === null ? null : maskPhone(phone),
    },
    roles,
    districtName: district.name,
    outdated: !hasAgreed(person.consents, district.consent),
    guide: guideOf(district),
    signalKey: person.signalKey,
    unread,
  }
}
