import { createHash } from 'node:crypto'

import type { Grant } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import { postsOf, type Post } from '#domain/notice'
import type { Consent } from '#domain/person'

import { command, db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

/** What the product knows a person by; the name and the openid live in `identities` alone. */
export interface Person {
  readonly id: Id<'person'>
  readonly district: Id<'district'>
  readonly grants: readonly Grant[]
  readonly signalKey: Id<'signal'>
  readonly readUntil: Instant
  readonly consents: readonly Consent[]
  /** shops that were offered by phone and are not this person's */
  readonly notMine: readonly Id<'shop'>[]
  /** when the account was deleted; the id alone stays, so that what others rely on keeps its author */
  readonly leftAt: Instant | null
}

export interface Identity {
  readonly id: Id<'person'>
  readonly openid: string
  readonly name: string
  /** verified by WeChat; null until then */
  readonly phone: string | null
  /** a kept file */
  readonly avatar: string | null
  /** the last copy of everything stored about this person, a kept file that goes within the hour */
  readonly copy: { readonly file: string; readonly at: Instant } | null
}

export const peopleCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'identities',
    indexes: [
      { name: 'identities_openid', fields: ['openid'], unique: true },
      { name: 'identities_copy', fields: ['copy.at'] },
    ],
  },
  { collection: 'phones', indexes: [] },
  { collection: 'people', indexes: [{ name: 'people_posts', fields: ['posts', '_id'] }] },
]

const personFrom = (row: Stored): Person => {
  const { posts: _posts, ...fields } = row
  return thingFrom(fields) as Person
}

export const personDocument = ({ id, ...fields }: Person) => ({
  _id: id,
  ...fields,
  posts: postsOf(fields.grants),
})

export const identityDocument = ({ id, ...fields }: Identity) => ({ _id: id, ...fields })

export const findIdentity = async (openid: string): Promise<Identity | null> => {
  const { data } = await db.collection('identities').where({ openid }).limit(1).get()
  const [row] = data
  return row ? (thingFrom(row) as Identity) : null
}

export const findPerson = async (id: Id<'person'>): Promise<Person | null> => {
  const { data } = await db.collection('people').doc(id).get()
  return data && personFrom(data)
}

/** The identities' unique openid lets one of two first agreements at once through. */
export const addPerson = async (tx: Documents, person: Person, identity: Identity): Promise<void> => {
  await tx.collection('people').add({ data: personDocument(person) })
  await tx.collection('identities').add({ data: identityDocument(identity) })
}

export const findPersonIn = async (tx: Documents, id: Id<'person'>): Promise<Person | null> => {
  const { data } = await tx.collection('people').doc(id).get()
  return data && personFrom(data)
}

export const savePerson = async (tx: Documents, person: Person): Promise<void> => {
  const { _id, ...fields } = personDocument(person)
  await tx.collection('people').doc(_id).set({ data: fields })
}

export const findIdentityOf = async (from: Documents, id: Id<'person'>): Promise<Identity | null> => {
  const { data } = await from.collection('identities').doc(id).get()
  return data && (thingFrom(data) as Identity)
}

export const saveIdentity = async (tx: Documents, { id, ...fields }: Identity): Promise<void> => {
  await tx.collection('identities').doc(id).set({ data: fields })
}

export const removeIdentity = (tx: Documents, id: Id<'person'>) =>
  tx.collection('identities').doc(id).remove()

/** A phone belongs to whoever verified it last; its document's id says nothing of the number. */
const phoneId = (phone: string): string => createHash('sha256').update(`phone·${phone}`).digest('hex')

export const findPhoneHolder = async (from: Documents, phone: string): Promise<Id<'person'> | null> => {
  const { data } = await from.collection('phones').doc(phoneId(phone)).get()
  return data && (data['person'] as Id<'person'> | null)
}

export const phoneDocument = (phone: string, person: Id<'person'>) => ({ _id: phoneId(phone), person })

/** Null: nobody's yet, written by whoever gives the phone a role, so that whoever verifies it at that moment conflicts. */
export const savePhoneHolder = async (
  tx: Documents,
  phone: string,
  person: Id<'person'> | null,
): Promise<void> => {
  await tx.collection('phones').doc(phoneId(phone)).set({ data: { person } })
}

export const removePhone = (tx: Documents, phone: string) =>
  tx.collection('phones').doc(phoneId(phone)).remove()

/** Identities whose copy is older than this. */
export const listOldCopies = async (before: Instant, most: number): Promise<readonly Identity[]> => {
  const { data } = await db
    .collection('identities')
    .where({ 'copy.at': command.lt(before) })
    .limit(most)
    .get()
  return data.map((row) => thingFrom(row) as Identity)
}

/** Who holds a post ("handler of this department"), by id, from after `after` on. */
export const listHolders = async (post: Post, most: number, after: string): Promise<readonly Person[]> => {
  const { data } = await db
    .collection('people')
    .where({ posts: post, ...(after === '' ? {} : { _id: command.gt(after) }) })
    .orderBy('_id', 'asc')
    .limit(most)
    .get()
  return data.map(personFrom)
}

const postsAtOnce = 200

/** Which of these posts somebody holds at this moment. */
export const findHeldPosts = async (posts: readonly Post[]): Promise<ReadonlySet<Post>> => {
  const held = new Set<Post>()
  for (let from = 0; from < posts.length; from += postsAtOnce) {
    const wanted = posts.slice(from, from + postsAtOnce)
    const { data } = await db
      .collection('people')
      .where({ posts: command.in(wanted) })
      .limit(1000)
      .get()
    for (const row of data) for (const post of row['posts'] as readonly Post[]) held.add(post)
  }
  return held
}

/** Names for a timeline's authors, where the reader may know them. */
export const findNames = async (ids: readonly Id<'person'>[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { data } = await db
    .collection('identities')
    .where({ _id: command.in(wanted) })
    .limit(wanted.length)
    .get()
  return new Map(data.map((row) => [row._id, String(row['name'])]))
}

/** The identities of a page's people; whoever deleted the account has none. */
export const findIdentities = async (
  ids: readonly Id<'person'>[],
): Promise<ReadonlyMap<string, Identity>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { data } = await db
    .collection('identities')
    .where({ _id: command.in(wanted) })
    .limit(wanted.length)
    .get()
  return new Map(data.map((row) => [row._id, thingFrom(row) as Identity]))
}

/** The reading mark only ever moves forward. */
export const markRead = async (id: Id<'person'>, until: Instant): Promise<void> => {
  await db
    .collection('people')
    .doc(id)
    .update({ data: { readUntil: command.max(until) } })
}

export const neverRead = asInstant(0)
