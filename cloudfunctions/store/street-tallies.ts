import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Report } from '#domain/report'
import { changesTally, emptyTally, figuresOf, tallied, type Figures, type Tally } from '#domain/report-tally'

import { db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'

/** A street's tally is kept in so many parts: reports of one moment rarely write the same one. */
const parts = 8

export const streetTallyCollection: CollectionDeclaration = {
  collection: 'streetTallies',
  indexes: [{ name: 'streetTallies_street', fields: ['street'] }],
}

/** A report counts in one part all its life, so that what it once added can be taken back there. */
const partOf = ({ id, place }: Report): string => {
  const sum = Array.from(id).reduce((all, sign) => all + sign.charCodeAt(0), 0)
  return `${place.street}:${String(sum % parts)}`
}

const tallyFrom = (row: Stored | null): Tally =>
  row === null ? emptyTally : { open: Number(row['open']), closed: row['closed'] as Tally['closed'] }

/** Written with the step itself; `before` is null for a new report. */
export const tallyStep = async (
  tx: Documents,
  before: Report | null,
  after: Report,
  now: Instant,
): Promise<void> => {
  if (!changesTally(before, after)) return
  const part = tx.collection('streetTallies').doc(partOf(after))
  const { data } = await part.get()
  const tally = tallied(tallyFrom(data), before, after, now)
  await part.set({ data: { district: after.district, street: after.place.street, ...tally } })
}

export const readFigures = async (street: Id<'street'>, now: Instant): Promise<Figures> => {
  const { data } = await db.collection('streetTallies').where({ street }).limit(parts).get()
  return figuresOf(data.map(tallyFrom), now)
}

/** The parts of all streets as they follow from these reports, for a district that is filled at once. */
export const tallyDocuments = (reports: readonly Report[], now: Instant): readonly Stored[] => {
  const documents = new Map<string, Tally & Stored>()
  for (const report of reports) {
    const _id = partOf(report)
    const tally = tallied(documents.get(_id) ?? emptyTally, null, report, now)
    documents.set(_id, { _id, district: report.district, street: report.place.street, ...tally })
  }
  return [...documents.values()]
}
