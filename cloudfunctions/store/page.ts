import { command, db, type Stored } from '../cloud/database'
import { thingFrom } from './stored'

/** Where a page ended: its last row's sort value and id. Rows of one moment follow each other by id. */
export interface Cursor {
  readonly value: number
  readonly id: string
}

export interface Sort {
  readonly field: string
  readonly order: 'asc' | 'desc'
}

export interface Page<T> {
  readonly rows: readonly T[]
  readonly next: Cursor | null
}

/** One page over an index of the condition's fields, the sort's and `_id`; examines about what it returns. */
export const readPage = async <T>(
  collection: string,
  condition: Readonly<Record<string, unknown>>,
  sort: Sort,
  most: number,
  cursor: Cursor | null,
): Promise<Page<T>> => {
  const found = await rowsAfter(cursor, most + 1, async (position, limit) => {
    const { data } = await db
      .collection(collection)
      .where({ ...condition, ...position(sort) })
      .orderBy(sort.field, sort.order)
      .orderBy('_id', sort.order)
      .limit(limit)
      .get()
    return data
  })
  const rows = found.slice(0, most)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => thingFrom(row) as T),
    next: found.length > most && last ? { value: Number(last[sort.field]), id: last._id } : null,
  }
}

type Position = (sort: Sort) => Readonly<Record<string, unknown>>

/** First what is left of the cursor's own moment, then what lies beyond it: each is one stretch of the index. */
const rowsAfter = async (
  cursor: Cursor | null,
  limit: number,
  read: (position: Position, limit: number) => Promise<readonly Stored[]>,
): Promise<readonly Stored[]> => {
  if (cursor === null) return read(() => ({}), limit)
  const { value, id } = cursor
  const tied = await read(({ field, order }) => ({ [field]: value, _id: beyond(order, id) }), limit)
  if (tied.length === limit) return tied
  const later = await read(({ field, order }) => ({ [field]: beyond(order, value) }), limit - tied.length)
  return [...tied, ...later]
}

const beyond = (order: Sort['order'], value: number | string) =>
  order === 'desc' ? command.lt(value) : command.gt(value)

/** A cursor as the client carries it: opaque there, checked here. */
export const cursorText = (cursor: Cursor | null): string | null =>
  cursor && `${String(cursor.value)}~${cursor.id}`

/** Null where the text is none of ours: the page then starts at the beginning. */
export const cursorFrom = (text: string | null): Cursor | null => {
  const [, value, id] = /^(-?\d{1,16})~([^~]{1,200})$/.exec(text ?? '') ?? []
  return value === undefined || id === undefined ? null : { value: Number(value), id }
}
