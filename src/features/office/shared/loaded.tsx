import type { ReactNode } from 'react'
import { readFailureWords } from '../../../platform/outcome'
import { ErrorState } from '../../../ui/empty-state'
import { Skeleton } from '../../../ui/skeleton'

interface Query<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** One thing that is read: it comes, or says why it can't. */
export const Loaded = <T,>({
  query: { data, error, refetch },
  children,
  cards = 2,
}: {
  readonly query: Query<T>
  readonly children: (value: T) => ReactNode
  readonly cards?: number
}) => {
  if (data !== undefined) return <>{children(data)}</>
  return error ? (
    <ErrorState
      words={readFailureWords(error)}
      onRetry={() => {
        void refetch()
      }}
    />
  ) : (
    <Skeleton cards={cards} tall />
  )
}
