import type { Actor } from '#domain/actor'
import type { AccountView } from '#domain/contract/account'
import type { Id } from '#domain/kernel/id'

import { command, db, type Stored } from '../cloud/database'
import { ownedBy } from './canned-answers'
import { readPage, type Cursor } from './page'

/** Where a person's id stands, by what stays when the account goes: the records others rely on keep their author's id. */
const places = {
  reports: { collection: 'reports', field: 'reporter' },
  claims: { collection: 'claims', field: 'person' },
  complaints: { collection: 'complaints', field: 'by' },
  messages: { collection: 'messages', field: 'author' },
  guidance: { collection: 'guidanceitems', field: 'by' },
  visits: { collection: 'visits', field: 'visitor' },
  hardships: { collection: 'hardships', field: 'by' },
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

const pageRows = 500

type Condition = Readonly<Record<string, unknown>>

/** Over the index that lists show the collection by, newest first. */
const gatherByTime = async (collection: string, condition: Condition, field: string) => {
  const found: unknown[] = []
  for (let cursor: Cursor | null = null; ;) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(
      collection,
      condition,
      { field, order: 'desc' },
      pageRows,
      cursor,
    )
    found.push(...page.rows)
    cursor = page.next
    if (cursor === null) return found
  }
}

const gatherById = async (collection: string, condition: Condition) => {
  const found: Stored[] = []
  for (let after = ''; ;) {
    const { data } = await db
      .collection(collection)
      .where({ ...condition, ...(after === '' ? {} : { _id: command.gt(after) }) })
      .orderBy('_id', 'asc')
      .limit(pageRows)
      .get()
    found.push(...data)
    const last = data.at(-1)
    if (!last || data.length < pageRows) return found
    after = last._id
  }
}

/**
 * Everything that is stored with this person's id or phone, for the copy a person may ask for (个人信息保护法 art. 45);
 * `phone` null: none was verified.
 */
export const gatherKept = async ({ id, district }: Pick<Actor, 'id' | 'district'>, phone: string | null) => {
  const ofPhone = (collection: string) => (phone === null ? [] : gatherById(collection, { district, phone }))
  return {
    reports: await gatherByTime('reports', { reporter: id }, 'submittedAt'),
    claims: await gatherByTime('claims', { person: id }, 'at'),
    complaints: await gatherByTime('complaints', { by: id }, 'at'),
    messages: await gatherByTime('messages', { author: id }, 'at'),
    held: await gatherByTime('held', { author: id }, 'at'),
    circulars: await gatherByTime('circulars', { by: id }, 'at'),
    acknowledgements: await gatherByTime('acknowledgements', { by: id }, 'at'),
    selfChecks: await gatherByTime('acknowledgements', { 'check.by': id }, 'at'),
    guidanceItems: await gatherByTime('guidanceitems', { by: id }, 'at'),
    visits: await gatherByTime('visits', { visitor: id }, 'at'),
    hardships: await gatherByTime('hardships', { by: id }, 'at'),
    cannedAnswers: await gatherById('cannedanswers', ownedBy(id)),
    audit: await gatherByTime('audit', { by: id }, 'at'),
    inbox: await gatherByTime('inbox', { person: id }, 'at'),
    roster: await gatherById('roster', { person: id }),
    contacts: await ofPhone('contacts'),
    invitations: await ofPhone('invitations'),
    invited: await gatherById('invitations', { by: id }),
  }
}
