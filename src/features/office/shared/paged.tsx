import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Page } from '#domain/contract/page'
import { readFailureWords, valueOf, type Outcome } from '../../../platform/outcome'
import { useReachBottom } from '../../../platform/page'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/empty-state'
import { Skeleton } from '../../../ui/skeleton'

interface Source<T> {
  readonly key: readonly unknown[]
  readonly read: (cursor: string | null) => Promise<Outcome<Page<T>, string>>
}

/** A list that comes page by page; read again when the person's signal rises. */
export const usePages = <T,>({ key, read }: Source<T>) => {
  const query = useInfiniteQuery({
    queryKey: ['office', ...key],
    queryFn: async ({ pageParam }) => valueOf(await read(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return { ...query, rows }
}
type Pages<T> = ReturnType<typeof usePages<T>>

interface Props<T> {
  readonly pages: Pages<T>
  readonly children: (rows: readonly T[]) => ReactNode
  /** shown in place of an empty list */
  readonly empty: ReactNode
  readonly moreWord?: string
}

/** What every list shows besides its lines: that it comes, that it failed, that it is empty, that there is more. */
export const Paged = <T,>({ pages, children, empty, moreWord = '再看更多' }: Props<T>) => {
  const { data, rows, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = pages
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  useReachBottom(more)
  if (isPending) return <Skeleton cards={4} />
  if (!data)
    return (
      <ErrorState
        words={readFailureWords(error)}
        onRetry={() => {
          void refetch()
        }}
      />
    )
  return (
    <>
      {rows.length === 0 ? empty : children(rows)}
      {hasNextPage && (
        <Button word={moreWord} kind="plain" busy={isFetchingNextPage} busyWord="正在打开" onTap={more} />
      )}
    </>
  )
}
