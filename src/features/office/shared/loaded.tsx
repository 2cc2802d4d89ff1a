import type { ReactNode } from 'react'
import { readingOf } from '../../../platform/use-pages'
import { NotHere } from '../../../ui/listed'

interface Query<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** One thing that is read: it comes, or says why it can't. */
export const Loaded = <T,>({
  query,
  children,
  cards = 2,
}: {
  readonly query: Query<T>
  readonly children: (value: T) => ReactNode
  readonly cards?: number
}) =>
  query.data === undefined ? (
    <NotHere {...readingOf(query)} cards={cards} tall />
  ) : (
    <>{children(query.data)}</>
  )
