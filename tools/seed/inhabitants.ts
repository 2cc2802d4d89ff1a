import { asId } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'
import { terms } from '#domain/person'
import { identityDocument, neverRead, personDocument, phoneDocument } from '../../cloudfunctions/store/people'
import { rosterDocument } from '../../cloudfunctions/store/roster'
import { signalDocument } from '../../cloudfunctions/store/signals'
import { district } from './district'
import type { Collections } from './seed'
import { isOfficer, phoneAt, type SeedPerson } from './people'
import type { Random } from './random'
import { spotEntries } from './spots'
import { entryIdOf, ownerGrants, type SeedShops } from './shops'

const DAY = 86_400_000

/** Everybody gets a verified phone, owners the shop that their claim says. */
export const settle = (people: readonly SeedPerson[], register: SeedShops): readonly SeedPerson[] => {
  const held = ownerGrants(register)
  return people.map((one, at): SeedPerson => {
    const shop = held.get(one.id)
    if (shop !== undefined) return { ...one, grants: [{ role: 'owner', scope: { kind: 'shop', shop } }] }
    return { ...one, phone: one.phone ?? phoneAt(at) }
  })
}

const agreed = (now: number) =>
  terms.map((term) => ({ term, version: district.consent[term], at: asInstant(now - 90 * DAY) }))

export const peopleDocuments = (people: readonly SeedPerson[], random: Random, now: number): Collections => {
  const members = people.map(({ id, grants }) => ({
    id,
    grants,
    district: district.id,
    signalKey: asId<'signal'>(random.hex(32)),
    readUntil: neverRead,
    consents: agreed(now),
    notMine: [],
    leftAt: null,
  }))
  return {
    signals: members.map(({ signalKey }) => signalDocument(signalKey)),
    people: members.map(personDocument),
    identities: people.map(({ id, openid, name, phone }) =>
      identityDocument({ id, openid, name, phone, avatar: null, copy: null }),
    ),
    phones: people.flatMap(({ id, phone }) => (phone === null ? [] : [phoneDocument(phone, id)])),
    roster: [
      ...people.flatMap((one, at) =>
        one.phone !== null && isOfficer(one) ? [entryOf(one, one.phone, at)] : [],
      ),
      ...spotEntries.map(rosterDocument),
    ],
  }
}

const entryOf = (one: SeedPerson, phone: string, at: number) =>
  rosterDocument({
    id: entryIdOf(one),
    district: district.id,
    number: `G${String(at).padStart(4, '0')}`,
    name: one.name,
    phone,
    title: '',
    grants: one.grants,
    person: one.id,
    version: 1,
  })
