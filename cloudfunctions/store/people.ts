import type { Grant } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import { postsOf, type Post } from '#domain/notice'

import { command, db, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

/** What the product knows a person by; the name and the openid live in `identities` alone. */
export interface Person {
  readonly id: Id<'person'>
  readonly district: Id<'district'>
  readonly grants: readonly Grant[]
  readonly signalKey: Id<'signal'>
  readonly readUntil: Instant
}

export interface Identity {
  readonly id: Id<'person'>
  readonly openid: string
  readonly name: string
}

export const peopleCollections: readonly CollectionDeclaration[] = [
  { collection: 'identities', indexes: [{ name: 'identities_openid', fields: ['openid'], unique: true }] },
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

/** The person first, the identity second: a crash between them leaves nobody who can sign in, and no openid. */
export const addPerson = async (person: Person, identity: Identity): Promise<void> => {
  await db.collection('people').add({ data: personDocument(person) })
  await db.collection('identities').add({ data: identityDocument(identity) })
}

export const removePerson = (id: Id<'person'>) => db.collection('people').doc(id).remove()

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

/** The reading mark only ever moves forward. */
export const markRead = async (id: Id<'person'>, until: Instant): Promise<void> => {
  await db
    .collection('people')
    .doc(id)
    .update({ data: { readUntil: command.max(until) } })
}

export const neverRead = asInstant(0)
