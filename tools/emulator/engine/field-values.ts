import type { Document, Value } from './ejson'
import { isDocument } from './ejson'

/** The values a dotted path leads to, arrays on the way and at the end unfolded. */
export function fieldValues(document: Document, path: string): Value[] {
  let values: Value[] = [document]
  for (const step of path.split('.')) {
    values = values.flatMap((value) => {
      const inner = isDocument(value) && Object.hasOwn(value, step) ? value[step] : undefined
      if (inner === undefined) return []
      return Array.isArray(inner) ? inner : [inner]
    })
  }
  return values
}
