import type { AccountView } from '#domain/contract/account'
import type { Id } from '#domain/kernel/id'

import { db, type Stored } from '../cloud/database'

/** Where a person's id stands, by what stays when the account goes: the records others rely on keep their author's id. */
const places = {
  reports: { collection: 'reports', field: 'reporter' },
  claims: { collection: 'claims', field: 'person' },
  complaints: { collection: 'complaints', field: 'by' },
  audit: { collection: 'audit', field: 'by' },
} as const

const count = async (kind: keyof typeof places, person: Id<'person'>): Promise<number> => {
  const { collection, field } = places[kind]
  const { total } = await db
    .collection(collection)
    .where({ [field]: person })
    .count()
  return total
}

export const countKept = (person: Id<'person'>): Promise<AccountView['kept']> =>
  Promise.all(
    (Object.keys(places) as (keyof typeof places)[]).map(async (kind) => ({
      kind,
      count: await count(kind, person),
    })),
  )

const mostOfAKind = 1000

/** What is stored with this person's id, for the copy a person may ask for (个人信息保护法 art. 45). */
export const listKept = async (
  person: Id<'person'>,
): Promise<Readonly<Record<keyof typeof places, readonly Stored[]>>> => {
  const lists = await Promise.all(
    (Object.keys(places) as (keyof typeof places)[]).map(async (kind) => {
      const { collection, field } = places[kind]
      const { data } = await db
        .collection(collection)
        .where({ [field]: person })
        .limit(mostOfAKind)
        .get()
      return [kind, data] as const
    }),
  )
  return Object.fromEntries(lists) as Record<keyof typeof places, readonly Stored[]>
}
