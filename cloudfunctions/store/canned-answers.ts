import type { CannedAnswer, CannedOwner } from '#domain/canned-answer'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { db, type Documents, type Stored } from '../cloud/database'
import { shelvesFor, shelvesOf } from './articles'
import type { CollectionDeclaration } from './index-declaration'
import type { Cursor } from './page'
import { readStreams } from './streams'
import { thingFrom } from './stored'

export const cannedAnswerCollection: CollectionDeclaration = {
  collection: 'cannedanswers',
  indexes: [
    { name: 'cannedanswers_shelves', fields: ['district', 'owner', 'shelves', 'changedAt:desc', '_id:desc'] },
    { name: 'cannedanswers_owner', fields: ['owner', '_id'] },
  ],
}

const ownerOf = (of: CannedOwner): string => {
  switch (of.kind) {
    case 'district':
      return 'district'
    case 'agency':
      return `agency-${of.agency}`
    case 'own':
      return `own-${of.person}`
  }
}

/** One person's own, as they are asked for by its account. */
export const ownedBy = (person: Id<'person'>) => ({ owner: ownerOf({ kind: 'own', person }) })

export const removeCannedOf = (person: Id<'person'>) =>
  db.collection('cannedanswers').where(ownedBy(person)).remove()

/** One that was removed stands on no shelf. */
export const cannedDocument = ({ id, ...fields }: CannedAnswer, changedAt: Instant) => ({
  _id: id,
  ...fields,
  changedAt,
  owner: ownerOf(fields.of),
  shelves: fields.status === 'kept' ? shelvesOf(fields.text.trades, fields.text.topic) : [],
})

const cannedFrom = ({ owner: _owner, shelves: _shelves, changedAt: _at, ...fields }: Stored): CannedAnswer =>
  thingFrom(fields) as CannedAnswer

export const findCanned = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'cannedAnswer'>,
): Promise<CannedAnswer | null> => {
  const { data } = await from.collection('cannedanswers').doc(id).get()
  const answer = data && cannedFrom(data)
  return answer?.district === district ? answer : null
}

export const saveCanned = async (tx: Documents, answer: CannedAnswer, now: Instant): Promise<void> => {
  const { _id, ...fields } = cannedDocument(answer, now)
  await tx.collection('cannedanswers').doc(_id).set({ data: fields })
}

/** For one trade and topic, whatever was changed last first. */
export const listCanned = async (
  district: Id<'district'>,
  owners: readonly CannedOwner[],
  { trade, topic }: { readonly trade: Id<'trade'> | null; readonly topic: string | null },
  most: number,
  cursor: Cursor | null,
) => {
  const page = await readStreams<Stored & { readonly id: string }>(
    'cannedanswers',
    owners.flatMap((of) =>
      shelvesFor(trade, topic).map((shelves) => ({ district, owner: ownerOf(of), shelves })),
    ),
    { field: 'changedAt', order: 'desc' },
    most,
    cursor,
  )
  return { rows: page.rows.map(({ id, ...row }) => cannedFrom({ ...row, _id: id })), next: page.next }
}
