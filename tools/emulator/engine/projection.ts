import { find } from 'mingo'
import { PIPELINE_MS, withDeadline } from './deadline'
import type { Document, StoredDocument } from './ejson'
import { operatorFault, refuseOperators } from './query'

/** A projection may hold expressions and conditions on elements, which run no longer than a pipeline. */
export function project(documents: readonly StoredDocument[], projection: Document): Document[] {
  if (Object.keys(projection).length === 0) return [...documents]
  refuseOperators(projection)
  const work = (): Document[] =>
    find<Document>([...documents], {}, projection, { scriptEnabled: false }).all()
  try {
    return Object.values(projection).some((value) => typeof value === 'object')
      ? withDeadline(work, PIPELINE_MS)
      : work()
  } catch (error) {
    throw operatorFault(error)
  }
}
