import { command, db } from '../cloud/database'
import { thingFrom } from './stored'

/** Where a page ended: the last sort value, and the ids already shown at exactly that value. */
export interface Cursor {
  readonly value: number
  readonly seen: readonly string[]
}

export interface Sort {
  readonly field: string
  readonly order: 'asc' | 'desc'
}

export interface Page<T> {
  readonly rows: readonly T[]
  readonly next: Cursor | null
}

/** One page over an index that starts with the condition's fields and ends with the sort's; examines what it returns. */
export const readPage = async <T>(
  collection: string,
  condition: Readonly<Record<string, unknown>>,
  { field, order }: Sort,
  most: number,
  cursor: Cursor | null,
): Promise<Page<T>> => {
  const from =
    cursor === null
      ? {}
      : { [field]: order === 'desc' ? command.lte(cursor.value) : command.gte(cursor.value) }
  const seen = cursor?.seen ?? []
  const { data } = await db
    .collection(collection)
    .where({ ...condition, ...from })
    .orderBy(field, order)
    .limit(most + seen.length + 1)
    .get()
  const fresh = data.filter(({ _id }) => !seen.includes(_id))
  const rows = fresh.slice(0, most)
  return {
    rows: rows.map((row) => thingFrom(row) as T),
    next: fresh.length > most ? after(rows, field, cursor) : null,
  }
}

const after = (
  rows: readonly (Readonly<Record<string, unknown>> & { readonly _id: string })[],
  field: string,
  cursor: Cursor | null,
): Cursor | null => {
  const last = rows.at(-1)
  if (!last) return null
  const value = Number(last[field])
  const ties = rows.filter((row) => row[field] === value).map(({ _id }) => _id)
  return { value, seen: cursor?.value === value ? [...cursor.seen, ...ties] : ties }
}

/** A cursor as the client carries it: opaque there, checked here. */
export const cursorText = (cursor: Cursor | null): string | null =>
  cursor && `${String(cursor.value)}~${cursor.seen.join('~')}`

/** Null where the text is none of ours: the page then starts at the beginning. */
export const cursorFrom = (text: string | null): Cursor | null => {
  if (text === null) return null
  const [value, ...seen] = text.split('~')
  const number = Number(value)
  return Number.isFinite(number) ? { value: number, seen } : null
}
