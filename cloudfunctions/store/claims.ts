import type { Claim } from '#domain/claim'
import { holdsShop } from '#domain/claim'
import { asId, type Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { command, db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { readPage, type Cursor } from './page'
import { thingFrom } from './stored'

export const claimCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'claims',
    indexes: [
      { name: 'claims_slot', fields: ['slot'], unique: true },
      { name: 'claims_shop', fields: ['shop', 'at:desc', '_id:desc'] },
      { name: 'claims_shop_open', fields: ['shop', 'open', 'at:desc', '_id:desc'] },
      { name: 'claims_shop_waits', fields: ['shop', 'waits', 'at:desc', '_id:desc'] },
      { name: 'claims_person', fields: ['person', 'at:desc', '_id:desc'] },
      { name: 'claims_person_open', fields: ['person', 'open', 'at:desc', '_id:desc'] },
      { name: 'claims_person_photos', fields: ['person', 'photographed'] },
      { name: 'claims_district', fields: ['district', 'at:desc', '_id:desc'] },
      { name: 'claims_district_waits', fields: ['district', 'waits', 'at:desc', '_id:desc'] },
    ],
  },
  {
    collection: 'invitations',
    indexes: [
      { name: 'invitations_phone', fields: ['district', 'phone', '_id'] },
      { name: 'invitations_by', fields: ['by', '_id'] },
      { name: 'invitations_at', fields: ['at'] },
    ],
  },
]

const slotOf = (person: Id<'person'>, shop: Id<'shop'>): string => `${person}:${shop}`
const isOpen = (claim: Claim): boolean => claim.status.kind === 'asked' || holdsShop(claim)

/**
 * `open`: still asked or held; `waits`: for the head's or command's word; `photographed`: licences are kept with it;
 * `slot`: its unique index lets one person have one open claim to a shop, whatever comes at once.
 */
export const claimDocument = (claim: Claim) => {
  const { id, ...fields } = claim
  return {
    _id: id,
    ...fields,
    open: isOpen(claim),
    waits: ['asked', 'contested'].includes(fields.status.kind),
    photographed: fields.photos.length > 0,
    slot: isOpen(claim) ? slotOf(fields.person, fields.shop) : id,
    at: fields.history[0]?.at ?? 0,
  }
}

const claimFrom = (row: Stored): Claim => {
  const { open: _open, waits: _waits, photographed: _photographed, slot: _slot, at: _at, ...fields } = row
  return thingFrom(fields) as Claim
}

export const findClaim = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'claim'>,
): Promise<Claim | null> => {
  const { data } = await from.collection('claims').doc(id).get()
  const claim = data && claimFrom(data)
  return claim?.district === district ? claim : null
}

export const saveClaim = async (tx: Documents, claim: Claim): Promise<void> => {
  const { _id, ...fields } = claimDocument(claim)
  await tx.collection('claims').doc(_id).set({ data: fields })
}

const most = 100

/** Who holds or asks for a shop now. */
export const listOpenClaimsOfShop = async (shop: Id<'shop'>): Promise<readonly Claim[]> => {
  const { data } = await db
    .collection('claims')
    .where({ shop, open: true })
    .orderBy('at', 'desc')
    .limit(most)
    .get()
  return data.map(claimFrom)
}

export const listClaimsOfPerson = async (person: Id<'person'>): Promise<readonly Claim[]> => {
  const { data } = await db.collection('claims').where({ person }).orderBy('at', 'desc').limit(most).get()
  return data.map(claimFrom)
}

/** Claims of this person's that still have photos of a licence. */
export const listPhotographedClaims = async (
  person: Id<'person'>,
  most: number,
): Promise<readonly Claim[]> => {
  const { data } = await db.collection('claims').where({ person, photographed: true }).limit(most).get()
  return data.map(claimFrom)
}

export const findOpenClaim = async (person: Id<'person'>, shop: Id<'shop'>): Promise<Claim | null> => {
  const { data } = await db
    .collection('claims')
    .where({ slot: slotOf(person, shop) })
    .limit(1)
    .get()
  const [row] = data
  return row ? claimFrom(row) : null
}

const shopsAtOnce = 200
const mostPerQuery = 1_000

/** Who holds one of these shops now: owners and agents. */
export const listHoldersOfShops = async (shops: readonly Id<'shop'>[]): Promise<readonly Id<'person'>[]> => [
  ...(await holdersOfShops(shops)).keys(),
]

/** Who holds which of these shops; of several shops of one person the first found. */
export const holdersOfShops = async (
  shops: readonly Id<'shop'>[],
): Promise<ReadonlyMap<Id<'person'>, Id<'shop'>>> => {
  const holders = new Map<Id<'person'>, Id<'shop'>>()
  for (let from = 0; from < shops.length; from += shopsAtOnce) {
    const { data } = await db
      .collection('claims')
      .where({ shop: command.in(shops.slice(from, from + shopsAtOnce)), open: true })
      .limit(mostPerQuery)
      .get()
    for (const claim of data.map(claimFrom))
      if (holdsShop(claim) && !holders.has(claim.person)) holders.set(claim.person, claim.shop)
  }
  return holders
}

/** Whose claims: a person's own, those to at most 200 shops, or a district's. */
export type ClaimOwner =
  | { readonly person: Id<'person'>; readonly open?: true }
  | { readonly shop: readonly Id<'shop'>[]; readonly waits?: true }
  | { readonly district: Id<'district'>; readonly waits?: true }

/** Newest first. */
export const listClaims = async (owner: ClaimOwner, most: number, cursor: Cursor | null) => {
  const condition = 'shop' in owner ? { ...owner, shop: command.in(owner.shop) } : owner
  const sort = { field: 'at', order: 'desc' } as const
  const page = await readPage<Stored & { id: string }>('claims', condition, sort, most, cursor)
  return { rows: page.rows.map(({ id, ...row }) => claimFrom({ ...row, _id: id })), next: page.next }
}

/** An owner's word that this phone's bearer acts for the shop too. */
export interface Invitation {
  readonly id: Id<'invitation'>
  readonly district: Id<'district'>
  readonly shop: Id<'shop'>
  readonly phone: string
  readonly name: string
  readonly by: Id<'person'>
  readonly at: Instant
  /** the command that made it: a repeat brings the same */
  readonly key: string
  readonly body: string
}

/** A shop has a few places for invitations; each is a document of its own, so that no two owners fill one at once. */
export const invitationAt = (shop: Id<'shop'>, place: number): Id<'invitation'> =>
  asId(`${shop}-${String(place)}`)

export const findInvitation = async (from: Documents, id: Id<'invitation'>): Promise<Invitation | null> => {
  const { data } = await from.collection('invitations').doc(id).get()
  return data && (thingFrom(data) as Invitation)
}

export const saveInvitation = async (into: Documents, { id, ...fields }: Invitation): Promise<void> => {
  await into.collection('invitations').doc(id).set({ data: fields })
}

export const listInvitationsOfPhone = async (
  district: Id<'district'>,
  phone: string,
): Promise<readonly Invitation[]> => {
  const { data } = await db.collection('invitations').where({ district, phone }).limit(50).get()
  return data.map((row) => thingFrom(row) as Invitation)
}

export const listInvitationsBy = async (by: Id<'person'>, most: number): Promise<readonly Invitation[]> => {
  const { data } = await db.collection('invitations').where({ by }).limit(most).get()
  return data.map((row) => thingFrom(row) as Invitation)
}

export const removeInvitation = (from: Documents, id: Id<'invitation'>) =>
  from.collection('invitations').doc(id).remove()

/** Those made at `until` or before, at most so many at once; one that is renewed meanwhile stays. */
export const removeOldInvitations = async (until: Instant, most: number): Promise<number> => {
  const old = { at: command.lte(until) }
  const { data } = await db.collection('invitations').where(old).limit(most).get()
  if (data.length === 0) return 0
  const ids = data.map(({ _id }) => _id)
  const { stats } = await db
    .collection('invitations')
    .where({ _id: command.in(ids), ...old })
    .remove()
  return stats.removed
}
