import { readPage, type Cursor, type Page, type Sort } from './page'

type Condition = Readonly<Record<string, unknown>>

interface Row {
  readonly id: string
}

/**
 * One page over several conditions of which no row meets two: each is one stretch of the same index, read as far as the page
 * may need it, and the rows are put in order. `sort` is by a number, newest or largest first.
 */
export const readStreams = async <T extends Row>(
  collection: string,
  conditions: readonly Condition[],
  sort: Sort & { readonly order: 'desc' },
  most: number,
  cursor: Cursor | null,
): Promise<Page<T>> => {
  const pages = await Promise.all(
    conditions.map((condition) => readPage<T>(collection, condition, sort, most + 1, cursor)),
  )
  const valueOf = (row: T) => Number((row as unknown as Condition)[sort.field])
  const found = pages
    .flatMap(({ rows }) => rows)
    .sort((one, other) => valueOf(other) - valueOf(one) || (one.id < other.id ? 1 : -1))
  const rows = found.slice(0, most)
  const last = rows.at(-1)
  return { rows, next: found.length > most && last ? { value: valueOf(last), id: last.id } : null }
}
